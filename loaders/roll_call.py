"""The roll call of a whole list: what its source stated before and now says nothing of.

Nothing is removed for being absent: it is *absent since*, a suspicion for people to look into (法释〔2017〕7号 art. 10
knows no removal without a ground). Far too many absences mean a broken export rather than so many removals: then the
batch is parked, whole, until a second person has looked at it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from psycopg import sql

from hub.errors import BatchParked
from loaders.merge_pieces import Batch, LastList, Staged, Target, fresh_of
from loaders.scratch import Scratch
from loaders.source import Source, Vanishing

#: lists that are told apart, where the table has the columns
_GROUPS = ("court_code", "kind")
_PRESENT = sql.SQL("select f.stored from {fresh} f where f.stored is not null")
#: facts of the source that could be missed in the file, with whether they are in it
_ROLL = sql.SQL(
    "select t.id, t.source_time, t.absent_since, {groups}, "
    "k.row_hash is not null as recognised, (b.id = {batch} or k.row_hash is not null or "
    "exists (select from {present} p where p.id = t.id) or {unsure}) as present "
    "from {table} t join batch b on b.id = t.batch_id left join (select distinct row_hash from {known}) k "
    "on k.row_hash = t.content_hash where b.source_name = {source} and t.state not in ('REMOVED', 'REVOKED')"
)
#: a row was recognised by a hash that an erasure has taken since (it notes when it began, and waits for merges): nobody
#: can tell any more whether it is in the file; the next list will
_UNSURE = sql.SQL(
    "t.content_hash = 0 and exists (select from erasure e where e.subject_id = t.subject_id "
    "and e.approved_at > {begun}::timestamptz - interval '1 hour')"
)
#: newer than the file is what came in since it was made
_LATEST = sql.SQL(
    "select latest::text, coalesce(latest < {newest}::timestamptz, false) from "
    "(select greatest((select max(source_time) from {roll} where recognised), {latest}::timestamptz) as latest) l"
)
_MISSED = sql.SQL(
    "not r.present and r.absent_since is null "
    "and coalesce(r.source_time, '-infinity') <= coalesce({latest}, 'infinity')"
)
_COUNTS = sql.SQL(
    "select {groups}, count(*) filter (where r.absent_since is null), count(*) filter (where {missed}) from {roll} r "
    "group by grouping sets (({groups}), ()) having count(*) filter (where {missed}) > 0"
)
_ABSENT = sql.SQL(
    "update {table} t set absent_since = {received}::timestamptz, recorded_at = now() "
    "from {roll} r where r.id = t.id and {missed}"
)
_RETURNED = sql.SQL(
    "update {table} t set absent_since = null, recorded_at = now() from {roll} r "
    "where r.id = t.id and r.present and t.absent_since is not null"
)


class Loss(NamedTuple):
    """How many of a source's entries a file lacks, for one court and list or (both None) in all."""

    court: str | None
    list: str | None
    before: int
    missing: int


@dataclass(frozen=True)
class Guard:
    """What may vanish at once."""

    file: str
    batch_id: str
    limits: Vanishing

    def check(self, losses: list[Loss]) -> None:
        """Raise BatchParked with the losses that are too great."""
        great = [loss for loss in losses if self.limits.exceeded(loss.before, loss.missing)]
        if great:
            worst = max(great, key=lambda loss: (loss.missing, loss.before))
            raise BatchParked(
                [loss._asdict() for loss in great], file=self.file, batch=self.batch_id,
                reason=f"{worst.missing} of {worst.before} entries{_of(worst)} would vanish",
                reason_zh=f"{worst.court or ''} 原有 {worst.before} 条中有 {worst.missing} 条缺失".strip(),
            )  # fmt: skip


def _of(loss: Loss) -> str:
    named = " ".join(filter(None, (loss.court, loss.list)))
    return f" of {named}" if named else ""


def _loss(held: list[str], found: Sequence[Any]) -> Loss:
    """A line of the counts: the groups that the table has, entries before, entries missing."""
    groups = dict(zip(held, found[:-2], strict=True))
    return Loss(groups.get("court_code"), groups.get("kind"), found[-2], found[-1])


class Roll:
    """The roll call of one table in one batch."""

    def __init__(
        self, scratch: Scratch, target: Target, source: Source, batch: Batch, staged: Staged, last: LastList
    ) -> None:
        self._scratch, self._target, self._source, self._staged = scratch, target, source, staged
        self._batch, self._received, self._last = sql.Literal(batch.id), sql.Literal(batch.received_at), last
        self._present = sql.Identifier(f"present_{target.name}")
        self._latest: str | None = None
        scratch.cursor.execute(sql.SQL("create temp table {} (id uuid) on commit drop").format(self._present))

    def call(self) -> None:
        """Note which stored facts the present span names, before it is merged."""
        cursor, fresh = self._scratch.cursor, fresh_of(self._target)
        query = _PRESENT.format(fresh=fresh)
        cursor.execute(sql.SQL("insert into {} {}").format(self._present, query))
        row = cursor.execute(
            sql.SQL("select greatest(max(source_time), {}::timestamptz)::text from {}").format(self._latest, fresh)
        ).fetchone()
        self._latest = row[0] if row else None

    def finish(self, guard: Guard | None) -> str | None:
        """Ask the guard, then clear the suspicion from what is there again and suspect what is missed.

        The latest source time in the list. A list older than the newest one changes nobody's state.
        """
        cursor, table = self._scratch.cursor, sql.Identifier(self._target.name)
        held = [name for name in _GROUPS if name in self._target.table.c]
        groups = sql.SQL(", ").join(map(sql.Identifier, held))
        roll = sql.Identifier(f"roll_{self._target.name}")
        cursor.execute(sql.SQL("analyze {}").format(self._present))
        self._scratch.fill(f"roll_{self._target.name}", _ROLL.format(
            groups=sql.SQL(", ").join(sql.SQL("t.{}").format(sql.Identifier(name)) for name in held), table=table,
            present=self._present, known=self._staged.known_table, source=sql.Literal(self._source.name),
            batch=self._batch, unsure=self._unsure(),
        ))  # fmt: skip
        row = cursor.execute(_LATEST.format(roll=roll, latest=self._latest, newest=self._last.as_of)).fetchone()
        latest, outdated = row or (None, False)
        if outdated:
            return latest
        missed = _MISSED.format(latest=sql.SQL("{}::timestamptz").format(sql.Literal(latest)))
        counts = cursor.execute(_COUNTS.format(groups=groups, missed=missed, roll=roll)).fetchall()
        if guard and counts:
            guard.check([_loss(held, found) for found in counts])
        cursor.execute(_RETURNED.format(table=table, roll=roll))
        if counts:
            cursor.execute(_ABSENT.format(table=table, roll=roll, missed=missed, received=self._received))
        return latest

    def _unsure(self) -> sql.Composable:
        """SQL: whether the stored fact t may be in the file unseen."""
        if not self._staged.known:
            return sql.SQL("false")
        return _UNSURE.format(begun=sql.Literal(self._staged.begun_at))
