"""Who the staged rows are about: every row gets its subject, new subjects are made, identifiers attached.

A narrow table `who` (one line per staged row: its identifiers, and in the end its subject) is worked on instead of the
wide staging rows. All statements are about sets; their number does not depend on the number of rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import psycopg
from psycopg import sql

from loaders.merge_pieces import content_hash, named, names_of
from loaders.party import ID_BLIND, MASKED_BLIND

#: strongest first: kind in `subject_identifier` → staging column
IDENTIFIERS = (
    ("CREDIT_CODE", "subject.credit_code"),
    ("ID_NUMBER", ID_BLIND),
    ("ORGANISATION_CODE", "subject.organisation_code"),
    ("REGISTRATION_NUMBER", "subject.registration_number"),
    ("MASKED_PERSON", MASKED_BLIND),
)

_PRESENT = sql.SQL("select exists (select from who where {kind} is not null)::int")
_LOOK_UP = sql.SQL(
    "update who w set subject_id = k.subject_id from subject_identifier k "
    "where w.subject_id is null and k.kind = {literal} and k.value = w.{kind} and not exists ("
    " select from subject_identifier c where c.subject_id = k.subject_id and c.kind = 'CREDIT_CODE'"
    ' and w."CREDIT_CODE" is not null and c.value <> w."CREDIT_CODE")'
)
_NEWCOMERS = sql.SQL(
    "create temp table newcomer on commit drop as select gen_random_uuid() as id, n.* from ("
    " select distinct on (w.{kind}) w.{kind} as value, i.row_no, w.source_time, {columns}"
    " from who w join incoming i using (seq) where w.subject_id is null and w.{kind} is not null"
    " order by w.{kind}, w.source_time desc nulls last, w.seq desc) n"
)
_NEW_SUBJECTS = sql.SQL(
    "insert into subject (id, {columns}, batch_id, row_no, content_hash, source_time) "
    "select id, {columns}, {batch}, row_no, {hash}, source_time from newcomer"
)
_NEW_IDENTIFIERS = sql.SQL(
    "insert into subject_identifier (kind, value, subject_id, batch_id) "
    "select {literal}, value, id, {batch} from newcomer"
)
_NEWCOMERS_KNOWN = sql.SQL(
    "update who w set subject_id = n.id from newcomer n where w.subject_id is null and w.{kind} = n.value"
)
_ATTACH = sql.SQL(
    "insert into subject_identifier (kind, value, subject_id, batch_id) "
    "select distinct on (w.{kind}) {literal}, w.{kind}, w.subject_id, {batch} from who w "
    "where w.subject_id is not null and w.{kind} is not null "
    "and not exists (select from subject_identifier k where k.kind = {literal} and k.value = w.{kind}) "
    "order by w.{kind}, w.source_time desc nulls last, w.seq desc"
)
_CONFLICTS = sql.SQL(
    "select count(*) from who w join subject_identifier k on k.kind = {literal} and k.value = w.{kind} "
    "where k.subject_id <> w.subject_id"
)


class Resolution:
    """The identity step of one merge."""

    def __init__(self, cursor: psycopg.Cursor[Any], batch_id: str, columns: Sequence[str]) -> None:
        self._cursor, self._batch = cursor, sql.Literal(batch_id)
        #: columns of `subject` that are staged
        self._columns = list(columns)

    def resolve(self) -> int:
        """Fill `who.subject_id` for every staged row; the number of rows with identifiers of different subjects."""
        names = sql.SQL(", ").join(
            sql.SQL("{} as {}").format(sql.Identifier(column), sql.Identifier(kind)) for kind, column in IDENTIFIERS
        )
        make = (
            'create temp table who on commit drop as select seq, "@time" as source_time, null::uuid as subject_id, {}'
        )
        self._run(sql.SQL(make + " from incoming").format(names))
        self._run(sql.SQL("analyze who"))
        present = [kind for kind, _ in IDENTIFIERS if self._one(named(_PRESENT, kind))]
        for kind in present:
            self._run(named(_LOOK_UP, kind))
        for turn, kind in enumerate(present):
            if turn:
                self._run(named(_LOOK_UP, kind))
            self._create(kind)
            for other in present:
                self._run(named(_ATTACH, other, batch=self._batch))
        self._run(sql.SQL("analyze who"))
        return sum(self._one(named(_CONFLICTS, kind)) for kind in present) if len(present) > 1 else 0

    def _create(self, kind: str) -> None:
        """Make a subject for each value of this kind that still belongs to nobody."""
        self._run(named(_NEWCOMERS, kind, columns=names_of(self._columns, "i.", "subject.")))
        if self._one(sql.SQL("select count(*) from newcomer")):
            compared = [name for name in self._columns if not name.endswith("_sealed")]
            self._run(_NEW_SUBJECTS.format(
                columns=names_of(self._columns), batch=self._batch, hash=content_hash("", compared)
            ))  # fmt: skip
            self._run(named(_NEW_IDENTIFIERS, kind, batch=self._batch))
            self._run(named(_NEWCOMERS_KNOWN, kind))
        self._run(sql.SQL("drop table newcomer"))

    def _run(self, statement: sql.SQL | sql.Composed) -> None:
        self._cursor.execute(statement)

    def _one(self, statement: sql.SQL | sql.Composed) -> int:
        row = self._cursor.execute(statement).fetchone()
        return int(row[0]) if row else 0
