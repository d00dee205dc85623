"""Who the staged rows are about: every row gets its subject, new subjects are made, identifiers attached.

This is the one place where rows find their subjects: after `resolve` no statement looks at an identifier again.

A narrow table `who` (one line per staged row: its identifiers, and in the end its subject) is worked on instead of the
wide staging rows. All statements are about sets; their number does not depend on the number of rows.
"""

from __future__ import annotations

from collections.abc import Sequence

from psycopg import sql

from loaders.merge_pieces import named, names_of
from loaders.party import ID_BLIND, MASKED_BLIND
from loaders.scratch import Scratch

#: strongest first: kind in `subject_identifier` → staging column
IDENTIFIERS = (
    ("CREDIT_CODE", "subject.credit_code"),
    ("ID_NUMBER", ID_BLIND),
    ("ORGANISATION_CODE", "subject.organisation_code"),
    ("REGISTRATION_NUMBER", "subject.registration_number"),
    ("MASKED_PERSON", MASKED_BLIND),
)

#: PERF: correlated look-ups by primary key; a join is planned on statistics that a growing table does not have yet, and
#: was seen to compare every row with every identifier
_OWNER = sql.SQL(
    "case when {alias}{kind} is not null then (select k.subject_id from subject_identifier k"
    " where k.kind = {literal} and k.value = {alias}{kind}) end"
)
#: one pass over the staged rows: identifiers, who owns each of them, and the subject by the strongest
_WHO = sql.SQL(
    "select o.*, coalesce({found}) as subject_id, false as made from ("
    'select i.*, {owners} from (select seq, "@time" as source_time, {kinds} from incoming) i offset 0) o'
)
_LOOK_UP = sql.SQL(
    "update who w set subject_id = x.found from ("
    " select o.seq, (select k.subject_id from subject_identifier k where k.kind = {literal} and k.value = o.{kind}"
    "  {guard}) as found"
    " from who o where o.subject_id is null and o.{kind} is not null offset 0) x "
    "where x.seq = w.seq and x.found is not null"
)
#: an old number may have passed to another body: it never joins a subject that holds a different credit code
_OTHER_CODE = (
    "not exists (select from subject_identifier c where c.subject_id = {} and c.kind = 'CREDIT_CODE'"
    ' and o."CREDIT_CODE" is not null and c.value <> o."CREDIT_CODE")'
)
_GUARD = sql.SQL("and " + _OTHER_CODE.format("k.subject_id"))
_GUARDED_OWNER = sql.SQL("case when {owner} is not null and " + _OTHER_CODE.format("{owner}") + " then {owner} end")
_GUARDED = ("ORGANISATION_CODE", "REGISTRATION_NUMBER")
_NEWCOMERS = sql.SQL(
    "select gen_random_uuid() as id, n.* from ("
    ' select distinct on (w.{kind}) w.{kind} as value, i.row_no, i."@hash" as content_hash, w.source_time, {columns}'
    " from who w join incoming i using (seq) where w.subject_id is null and w.{kind} is not null"
    " order by w.{kind}, w.source_time desc nulls last, w.seq desc) n"
)
_NEW_SUBJECTS = sql.SQL(
    "insert into subject (id, {columns}, batch_id, row_no, content_hash, source_time) "
    "select id, {columns}, {batch}, row_no, content_hash, source_time from newcomer"
)
_NEW_IDENTIFIERS = sql.SQL(
    "insert into subject_identifier (kind, value, subject_id, batch_id) "
    "select {literal}, value, id, {batch} from newcomer"
)
_NEWCOMERS_KNOWN = sql.SQL(
    "update who w set subject_id = n.id, made = true from newcomer n where w.subject_id is null and w.{kind} = n.value"
)
_ATTACH = sql.SQL(
    "insert into subject_identifier (kind, value, subject_id, batch_id) "
    "select distinct on (w.{kind}) {literal}, w.{kind}, w.subject_id, {batch} from who w "
    "where w.subject_id is not null and w.{kind} is not null and w.{owner} is null "
    "order by w.{kind}, w.source_time desc nulls last, w.seq desc on conflict (kind, value) do nothing"
)
_CONFLICTS = sql.SQL("select coalesce(sum({each}), 0) from (select w.subject_id, {owners} from who w offset 0) x")


class Resolution:
    """The identity step of one merge."""

    def __init__(self, scratch: Scratch, batch_id: str, columns: Sequence[str]) -> None:
        self._scratch, self._cursor, self._batch = scratch, scratch.cursor, sql.Literal(batch_id)
        #: columns of `subject` that are staged
        self._columns = list(columns)

    def resolve(self) -> int:
        """Fill `who.subject_id` for every staged row; the number of rows with identifiers of different subjects."""
        self._scratch.fill(
            "who", _WHO.format(kinds=_listed("{column} as {kind}"), owners=_owners("i."), found=_found())
        )
        self._run(sql.SQL("analyze who"))
        present = self._present()
        if len(present) > 1:
            self._attach(present)
        for turn, kind in enumerate(present):
            if not self._one(sql.SQL("select exists (select from who where subject_id is null)::int")):
                break
            if turn:
                self._look_up(kind)
            self._create(kind)
            self._attach(present[turn + 1 :])
        self._run(sql.SQL("analyze who (seq, subject_id)"))
        return self._conflicts() if len(present) > 1 else 0

    def _present(self) -> list[str]:
        """The kinds of identifiers that this batch has."""
        found = self._cursor.execute(sql.SQL("select {} from who").format(_listed("count({kind}) > 0"))).fetchone()
        return [kind for (kind, _), present in zip(IDENTIFIERS, found or (), strict=True) if present]

    def _conflicts(self) -> int:
        """Identifiers whose owner is not the subject of their row; what had no owner before may have one by now."""
        each = sql.SQL(" + ").join(
            sql.SQL("coalesce(({} <> subject_id)::int, 0)").format(_owner(kind)) for kind, _ in IDENTIFIERS
        )
        owners = sql.SQL(", ").join(
            sql.SQL("coalesce(w.{owner}, {now}) as {owner}").format(
                owner=_owner(kind), now=named(_OWNER, kind, alias=sql.SQL("w."))
            )
            for kind, _ in IDENTIFIERS
        )
        return self._one(_CONFLICTS.format(each=each, owners=owners))

    def _look_up(self, kind: str) -> None:
        """Find the owners of the rows' identifiers of one kind."""
        self._run(named(_LOOK_UP, kind, guard=_GUARD if kind in _GUARDED else sql.SQL("")))

    def _attach(self, kinds: Sequence[str]) -> None:
        """Give the subjects found so far the other identifiers of their rows; one that has an owner stays with it."""
        for kind in kinds:
            self._run(named(_ATTACH, kind, batch=self._batch, owner=_owner(kind)))

    def _create(self, kind: str) -> None:
        """Make a subject for each value of this kind that still belongs to nobody."""
        if self._scratch.fill("newcomer", named(_NEWCOMERS, kind, columns=names_of(self._columns, "i.", "subject."))):
            self._run(_NEW_SUBJECTS.format(columns=names_of(self._columns), batch=self._batch))
            self._run(named(_NEW_IDENTIFIERS, kind, batch=self._batch))
            self._run(named(_NEWCOMERS_KNOWN, kind))

    def _run(self, statement: sql.SQL | sql.Composed) -> None:
        self._cursor.execute(statement)

    def _one(self, statement: sql.SQL | sql.Composed) -> int:
        row = self._cursor.execute(statement).fetchone()
        return int(row[0]) if row else 0


def _owner(kind: str) -> sql.Identifier:
    """The column of `who` that holds the owner of the row's identifier as it was before this batch."""
    return sql.Identifier(f"{kind} owner")


def _listed(template: str) -> sql.Composed:
    """One item per kind of identifier."""
    return sql.SQL(", ").join(
        sql.SQL(template).format(kind=sql.Identifier(kind), column=sql.Identifier(column))
        for kind, column in IDENTIFIERS
    )


def _owners(alias: str) -> sql.Composed:
    """The owner of each identifier of a row."""
    return sql.SQL(", ").join(
        sql.SQL("{} as {}").format(named(_OWNER, kind, alias=sql.SQL(alias)), _owner(kind)) for kind, _ in IDENTIFIERS
    )


def _found() -> sql.Composed:
    """The owners by the strength of their identifiers."""
    owners = {kind: sql.SQL("o.{}").format(_owner(kind)) for kind, _ in IDENTIFIERS}
    return sql.SQL(", ").join(
        _GUARDED_OWNER.format(owner=owner) if kind in _GUARDED else owner for kind, owner in owners.items()
    )
