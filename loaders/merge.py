"""Staging rows → facts, by sets of rows: subjects are resolved first, then every table takes what is new or changed.

All SQL is generated from the catalog: which tables, which natural keys, which columns. Rows come in spans of some ten
thousand, all spans of a batch in one transaction. The rules:

* *Identity.* The strongest known identifier decides: credit code, ID number, organisation code, registration number,
  provisional key. A weaker identifier never joins a subject that holds another credit code. When two identifiers of a
  row belong to different subjects the stronger wins and the weaker stays with its owner (counted as `conflicts`);
  joining the two is a decision for a person.
* *Newer wins.* A row replaces what is stored when its source time is later; at equal time the source of better (lower)
  precedence wins, then the batch that was received later, then the later row of the file. For subjects precedence
  goes before time: a register knows a name better than a court's typist.
* *Null is silence.* A source that says nothing of a column does not erase what another source said; an older row still
  fills gaps. States and removal columns follow the newer row as they are.
* *Unchanged writes nothing.* Rows that were recognised by their hash are not here at all; the others are compared by
  value. A later source time is a change: without it a late delivery from in between would look newer than what
  confirmed the present state.
* *A whole list speaks for its time.* What it lacks is absent since, unless newer than the list; the same holds for what
  comes late. A list that is older than the newest one neither suspects nor clears anybody.
* *Every fact names its row.* Batch, row number and content hash are those of the row that last stated it; the hash is 0
  where that row told of a person who was erased (`loaders.merge_erased`), and says nothing of what has changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import psycopg
from psycopg import sql

from hub.vault import Vault
from loaders import merge_erased as erased
from loaders.merge_identity import Resolution
from loaders.merge_pieces import (
    FOLLOWING,
    HASH,
    OWNER,
    WHO,
    Batch,
    LastList,
    Staged,
    Target,
    column_type,
    effective,
    fresh_of,
    not_null,
    same_key,
    staged,
    targets_of,
)
from loaders.roll_call import Guard, Roll
from loaders.scratch import Scratch
from loaders.source import Source
from schema.catalog import catalog

#: a batch is small beside the tables it meets: index look-ups rather than scans, sorts in memory, no compiled plans
_SETTINGS = (
    sql.SQL("set local random_page_cost = 1.1"),
    sql.SQL("set local work_mem = '64MB'"),
    sql.SQL("set local jit = off"),
)
_SAME_SOURCE = sql.SQL("b.source_name = {source}")
#: what arrived when: a row of this batch against what is stored
_ARRIVED, _STORED = "{received}::timestamptz, f.row_no", "b.received_at, t.row_no"
#: a fact: later source time, at equal time the better source
_BETTER_FACT = sql.SQL(
    "(not f.losing and (coalesce(f.source_time, '-infinity'), -{precedence}, " + _ARRIVED + ")"
    " >= (coalesce(t.source_time, '-infinity'), -s.precedence, " + _STORED + "))"
)
#: a subject: better source, within one source the later time
_BETTER_SUBJECT = sql.SQL(
    "(not f.losing and (-{precedence}, coalesce(f.source_time, '-infinity'), " + _ARRIVED + ")"
    " >= (-s.precedence, coalesce(t.source_time, '-infinity'), " + _STORED + "))"
)
#: PERF: the stored row of each key is looked up, never joined: the statistics of a table that grows within the
#: transaction are those of before, and joins planned on them were seen to compare every row with every row
_SINCE_LIST = sql.SQL(
    "case when i.\"@time\" <= {as_of}::timestamptz and {state} not in ('REMOVED', 'REVOKED') "
    "then {received}::timestamptz end as absent_since"
)
#: what was stored before was in the newest list or was suspected by it; only what is newer than the list clears it
_STILL_ABSENT = sql.SQL("case when {better} and f.absent_since is null then null else t.absent_since end")
_FRESH = sql.SQL("select f.*, {stored} as stored, false as losing from ({rows}) f")
_STORED_BY_KEY = sql.SQL("(select t.id from {table} t where {key} limit 1)")
#: what is to be updated is found by index, row by row; hash joins would read the whole table for a few changes
_BY_INDEX = sql.SQL("set local enable_hashjoin = {0}; set local enable_mergejoin = {0}")
#: a row of the same file that stands further down was recognised as what is stored: this one, no newer, comes before it
_LOSING = sql.SQL(
    "update {fresh} f set losing = true from (select f.stored, t.content_hash, t.source_time from {fresh} f, "
    "lateral (select t.content_hash, t.source_time from {table} t where {key} offset 0) t) t "
    "join {known} n on n.row_hash = t.content_hash where f.stored = t.stored and n.row_no > f.row_no "
    "and coalesce(f.source_time, '-infinity') <= coalesce(t.source_time, '-infinity')"
)
_SUBJECTS = sql.SQL(
    'select w.subject_id as id, {row} max(i."@time") as source_time, {latest} '
    "from incoming i join who w using (seq) join touched using (subject_id) group by w.subject_id"
)
#: a subject made from its only row in this span has nothing to learn from it
_TOUCHED = sql.SQL(
    "select subject_id from who where subject_id is not null "
    "group by subject_id having count(*) > 1 or not bool_or(made)"
)
_LATEST = sql.SQL(
    '(array_agg(i.{staged} order by i."@time" desc nulls last, i.seq desc) '
    "filter (where i.{staged} is not null))[1] as {column}"
)
_FACTS = sql.SQL(
    "select distinct on ({distinct}) {subject} i.row_no, {hash} as content_hash, "
    'i."@time" as source_time, {parts} from incoming i {join} where {some} '
    'order by {distinct}, i."@time" desc nulls last, i.seq desc'
)
_UPDATE = sql.SQL(
    "update {table} t set {sets}, batch_id = case when {better} then {batch}::uuid else t.batch_id end, "
    "row_no = case when {better} then f.row_no else t.row_no end, "
    "content_hash = case when {better} then f.content_hash else t.content_hash end, "
    "source_time = greatest(t.source_time, f.source_time), recorded_at = now() "
    "from {fresh} f, batch b, source s where {key} and b.id = t.batch_id and s.name = b.source_name "
    "and (f.source_time > coalesce(t.source_time, '-infinity') "
    "or (t.content_hash <> f.content_hash or f.content_hash = 0) and ({changed}))"
)
_INSERT = sql.SQL(
    "insert into {table} ({names}, batch_id, row_no, content_hash, source_time) "
    "select {values}, {batch}, f.row_no, f.content_hash, f.source_time from {fresh} f where f.stored is null"
)
_FORMER = (
    "insert into former_name (subject_id, origin_id, subject_kind, name, batch_id, row_no, content_hash) "
    "select distinct on (n.subject_id, n.name) coalesce(m.current_id, n.subject_id), "
    "case when m.current_id is not null then n.subject_id end, t.kind, n.name, {batch}, n.row_no, n.content_hash "
    "from ({names}) n left join subject_alias m on m.old_id = n.subject_id, "
    "lateral (select s.kind, s.name from subject s where s.id = n.subject_id offset 0) t "
    "where n.name is not null and n.name <> t.name and t.kind <> 'NATURAL_PERSON' "
    "and not exists (select from former_name o where o.subject_id = coalesce(m.current_id, n.subject_id) "
    "and o.name = n.name and coalesce(o.origin_id, o.subject_id) = n.subject_id) "
    "order by n.subject_id, n.name, n.row_no"
)
_OLD_NAMES = sql.SQL(
    "select t.id as subject_id, f.row_no, f.content_hash, t.name from subject t "
    "join fresh_subject f using (id) where t.name <> f.name"
)
_STAGED_NAMES = (
    "select w.subject_id, i.row_no, i.{hash} as content_hash, regexp_split_to_table(i.{column}, '；') as name "
    "from incoming i join who w using (seq) {only} where i.{column} is not null"
)


@dataclass
class Counts:
    """What a merge did, over all tables of facts."""

    inserted: int = 0
    updated: int = 0
    unchanged: int = 0
    #: rows whose identifiers belong to different subjects
    conflicts: int = 0
    #: rows about erased people, merged without what tells of them
    erased: int = 0
    #: ISO 8601: latest source time in a whole list
    as_of: str | None = None


class Merge:
    """The merge of one batch, on the loader's connection, inside its transaction."""

    def __init__(
        self, cursor: psycopg.Cursor[Any], source: Source, batch: Batch, staged: Staged, vault: Vault, *,
        full: bool, last_list: LastList = LastList(),  # noqa: B008 - frozen
    ) -> None:  # fmt: skip
        """`full`: the file is the whole list of its source, so what it lacks is suspected to be gone."""
        self._last_list, self._vault = last_list, vault
        self._cursor, self._source, self._batch, self._staged = cursor, source, batch, staged
        self._full, self._scratch = full, Scratch(cursor)
        self._counts = Counts()
        self._roll: dict[str, Roll] = {}
        for setting in _SETTINGS:
            self._run(setting)
        if source.parties:
            self._lock_subjects()

    def span(self, rows: sql.Composed) -> None:
        """Merge the staging rows of a query; spans come in the order of the file."""
        if not self._scratch.fill("incoming", rows):
            return
        self._run(sql.SQL("analyze incoming (seq)"))
        columns = self._staged.columns
        if self._source.parties:
            subject = [
                name.removeprefix("subject.") for name in columns
                if name.startswith("subject.") and name != "subject.former_name"
            ]  # fmt: skip
            self._counts.conflicts += Resolution(self._scratch, self._batch.id, subject).resolve()
            self._counts.erased += erased.wipe(self._cursor, columns, self._vault)
            self._merge_subjects(subject)
        for target in targets_of(columns):
            self._merge_target(target)
        erased.take_keys(self._cursor, columns)

    def finish(self, guard: Guard | None) -> Counts:
        """Look at what a whole list lacks. `guard` raises BatchParked where that is too much; None lets it pass."""
        for table in sorted(self._source.targets()) if self._full else ():
            target = Target(catalog().metadata.tables[table], (), True, ())
            if "absent_since" in target.table.c:  # also where every row was recognised, and no span was merged
                self._roll_of(target)
        for roll in self._roll.values():
            self._counts.as_of = roll.finish(guard) or self._counts.as_of
        return self._counts

    def _lock_subjects(self) -> None:
        """One merge that makes subjects at a time; it may wait for as long as another one lasts."""
        self._run(sql.SQL("set local lock_timeout = 0"))
        self._run(sql.SQL("select pg_advisory_xact_lock(hashtext('hub subjects'))"))
        self._run(sql.SQL("set local lock_timeout to default"))

    def _merge_subjects(self, columns: Sequence[str]) -> None:
        """Known subjects take what this batch knows better; names that lose become former names of organisations."""
        latest = [
            _LATEST.format(staged=sql.Identifier(f"subject.{column}"), column=sql.Identifier(column))
            for column in columns
        ]
        row = sql.SQL("").join(
            sql.SQL('(array_agg(i.{} order by i."@time" desc nulls last, i.seq desc))[1] as {}, ').format(
                sql.Identifier(name), sql.Identifier(alias)
            )
            for name, alias in (("row_no", "row_no"), (HASH, "content_hash"))
        )
        changing = tuple(column for column in columns if column != "kind")
        target = Target(catalog().metadata.tables["subject"], ("id",), False, changing)
        self._scratch.fill("touched", _TOUCHED.format())
        self._run(sql.SQL("analyze touched"))
        self._make_fresh(target, _SUBJECTS.format(row=row, latest=sql.SQL(", ").join(latest)), ("id",))
        self._by_index(on=True)
        self._scratch.fill("old_name", _OLD_NAMES.format())
        self._by_index(on=False)
        self._update(target)
        stated = ["subject.name", *(["subject.former_name"] if "subject.former_name" in self._staged.columns else [])]
        for names in (sql.SQL("select * from old_name"), *map(_staged_names, stated)):
            self._run(sql.SQL(_FORMER).format(batch=sql.Literal(self._batch.id), names=names))

    def _merge_target(self, target: Target) -> None:
        """Update what has changed, insert what is new."""
        total = self._fresh(target)
        if self._full and "absent_since" in target.table.c:
            self._roll_of(target).call()
        updated = self._update(target)
        inserted = self._insert(target)
        self._counts.inserted += inserted
        self._counts.updated += updated
        self._counts.unchanged += total - inserted - updated

    def _roll_of(self, target: Target) -> Roll:
        if target.name not in self._roll:
            self._roll[target.name] = Roll(
                self._scratch, target, self._source, self._batch, self._staged, self._last_list
            )
        return self._roll[target.name]

    def _fresh(self, target: Target) -> int:
        """One row per natural key: the latest by source time, then by order in the file; their number."""
        key = [staged(target, column) for column in target.key]
        distinct = [*([sql.SQL("w.subject_id")] if target.subject_led else []), *key]
        required = [staged(target, column) for column in target.key if not target.table.c[column].nullable]
        rows = _FACTS.format(
            distinct=sql.SQL(", ").join(distinct), hash=erased.hash_of(target),
            parts=sql.SQL(", ").join(self._part(target, column) for column in (*target.key, *target.columns)),
            some=sql.SQL(" and ").join(map(not_null, required)) if required else sql.SQL("true"),
            subject=OWNER if target.subject_led else sql.SQL(""),
            join=WHO if target.subject_led else sql.SQL(""),
        )  # fmt: skip
        return self._make_fresh(target, rows, ("subject_id", *target.key) if target.subject_led else target.key)

    def _part(self, target: Target, column: str) -> sql.Composed:
        if f"{target.name}.{column}" in self._staged.columns:
            return sql.SQL("{} as {}").format(staged(target, column), sql.Identifier(column))
        if column == "absent_since" and self._last_list.as_of:
            return self._absent(target)
        kind = sql.SQL(column_type(target.table.c[column]))
        return sql.SQL("null::{} as {}").format(kind, sql.Identifier(column))

    def _absent(self, target: Target) -> sql.Composed:
        """What is no newer than the newest whole list, and was not in it, was gone by then, however late it comes."""
        return _SINCE_LIST.format(
            as_of=sql.Literal(self._last_list.as_of), received=sql.Literal(self._last_list.received_at),
            state=staged(target, "state"),
        )  # fmt: skip

    def _make_fresh(self, target: Target, rows: sql.Composed, key: Sequence[str]) -> int:
        """The temporary table of candidate rows, with statistics on the key; the number of rows."""
        table = sql.Identifier(target.name)
        by_key = _STORED_BY_KEY.format(table=table, key=same_key(target))
        stored = sql.SQL("f.id") if target.name == "subject" else by_key
        total = self._scratch.fill(f"fresh_{target.name}", _FRESH.format(rows=rows, stored=stored))
        columns = sql.SQL(", ").join(map(sql.Identifier, (*key, "stored")))
        self._run(sql.SQL("analyze {} ({})").format(fresh_of(target), columns))
        if self._staged.known:
            self._run(_LOSING.format(
                fresh=fresh_of(target), table=sql.Identifier(target.name), known=self._staged.known_table,
                key=same_key(target),
            ))  # fmt: skip
        return total

    def _update(self, target: Target) -> int:
        """Update the stored rows of which a column would change; the number of rows written."""
        if not self._some_stored(target):
            return 0
        better, same = self._better(target), _SAME_SOURCE.format(source=sql.Literal(self._source.name))
        following, erases = FOLLOWING.get(target.name, ()), target.name != "subject"
        values = {name: effective(name, name in following, erases, better, same) for name in target.columns}
        if "absent_since" in values:
            values["absent_since"] = _STILL_ABSENT.format(better=better)
        changed = [
            sql.SQL("t.{} is distinct from {}").format(sql.Identifier(name), values[name]) for name in target.compared
        ]
        sets = [sql.SQL("{} = {}").format(sql.Identifier(name), value) for name, value in values.items()]
        self._by_index(on=True)
        updated = self._run(_UPDATE.format(
            table=sql.Identifier(target.name), sets=sql.SQL(", ").join(sets), better=better, fresh=fresh_of(target),
            batch=sql.Literal(self._batch.id), key=same_key(target), changed=sql.SQL(" or ").join(changed),
        ))  # fmt: skip
        self._by_index(on=False)
        return updated

    def _some_stored(self, target: Target) -> bool:
        query = sql.SQL("select exists (select from {} where stored is not null)").format(fresh_of(target))
        return self._cursor.execute(query).fetchone() == (True,)

    def _by_index(self, *, on: bool) -> None:
        self._run(_BY_INDEX.format(sql.SQL("off" if on else "on")))

    def _insert(self, target: Target) -> int:
        names = [*(["subject_id", "origin_id"] if target.subject_led else []), *target.key, *target.columns]
        chosen = list(map(sql.Identifier, names))
        values: list[sql.Composable] = [sql.SQL("f.{}").format(name) for name in chosen]
        if "subject_kind" in target.table.c:
            chosen.append(sql.Identifier("subject_kind"))
            values.append(sql.SQL("(select k.kind from subject k where k.id = f.subject_id)"))
        return self._run(_INSERT.format(
            table=sql.Identifier(target.name), names=sql.SQL(", ").join(chosen), values=sql.SQL(", ").join(values),
            batch=sql.Literal(self._batch.id), fresh=fresh_of(target),
        ))  # fmt: skip

    def _better(self, target: Target) -> sql.Composed:
        """SQL: the fresh row f is to be believed rather than the stored row t of source s, batch b."""
        template = _BETTER_SUBJECT if target.name == "subject" else _BETTER_FACT
        return template.format(
            precedence=sql.Literal(self._source.precedence), received=sql.Literal(self._batch.received_at)
        )

    def _run(self, statement: sql.SQL | sql.Composed) -> int:
        return self._cursor.execute(statement).rowcount


def _staged_names(column: str) -> sql.Composed:
    only = sql.SQL("join touched using (subject_id)" if column == "subject.name" else "")
    return sql.SQL(_STAGED_NAMES).format(column=sql.Identifier(column), only=only, hash=sql.Identifier(HASH))
