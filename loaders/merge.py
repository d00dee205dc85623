"""Staging rows → facts, by sets of rows: subjects are resolved first, then every table takes what is new or changed.

All SQL is generated from the catalog: which tables, which natural keys, which columns. The rules:

* *Identity.* The strongest known identifier decides: credit code, ID number, organisation code, registration number,
  provisional key. A weaker identifier never joins a subject that holds another credit code. When two identifiers of a
  row belong to different subjects the stronger wins and the weaker stays with its owner (counted as `conflicts`);
  joining the two is a decision for a person.
* *Newer wins.* A row replaces what is stored when its source time is not older; at equal time the source of better
  (lower) precedence wins. For subjects precedence goes before time: a register knows a name better than
  a court's typist.
* *Null is silence.* A source that says nothing of a column does not erase what another source said; an older row still
  fills gaps. States and removal columns follow the newer row as they are.
* *Unchanged writes nothing.* Rows are compared by content hash, then by value. A later source time is a change: without
  it a late delivery from in between would look newer than what confirmed the present state.
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
    Target,
    column_type,
    content_hash,
    effective,
    not_null,
    same_key,
    staged,
    staging_columns,
    targets_of,
)
from loaders.source import Source
from schema.catalog import catalog

#: a batch is small beside the tables it meets: index look-ups rather than scans, sorts in memory, no compiled plans
_SETTINGS = (
    sql.SQL("set local random_page_cost = 1.1"),
    sql.SQL("set local work_mem = '64MB'"),
    sql.SQL("set local jit = off"),
)
_SAME_SOURCE = sql.SQL("b.source_name = {source}")
#: a fact: later source time, at equal time the better source
_BETTER_FACT = sql.SQL(
    "(coalesce(f.source_time, '-infinity'), -{precedence}) >= (coalesce(t.source_time, '-infinity'), -s.precedence)"
)
#: a subject: better source, within one source the later time
_BETTER_SUBJECT = sql.SQL(
    "(-{precedence}, coalesce(f.source_time, '-infinity')) >= (-s.precedence, coalesce(t.source_time, '-infinity'))"
)
#: the hash is taken over the finished row, in the same pass
_FRESH = sql.SQL("create temp table fresh on commit drop as select f.*, {hash} as content_hash from ({rows}) f")
_SUBJECTS = sql.SQL(
    "select w.subject_id as id, max(i.row_no) as row_no, "
    'max(i."@time") as source_time, {latest} from incoming i join who w using (seq) join touched using (subject_id) '
    "group by w.subject_id"
)
#: a subject made from its only row in this batch has nothing to learn from it
_TOUCHED = sql.SQL(
    "create temp table touched on commit drop as select subject_id from who where subject_id is not null "
    "group by subject_id having count(*) > 1 or not bool_or(made)"
)
_LATEST = sql.SQL(
    '(array_agg(i.{staged} order by i."@time" desc nulls last, i.seq desc) '
    "filter (where i.{staged} is not null))[1] as {column}"
)
_FACTS = sql.SQL(
    "select distinct on ({distinct}) {subject} i.row_no, "
    'i."@time" as source_time, {parts} from incoming i {join} where {some} '
    'order by {distinct}, i."@time" desc nulls last, i.seq desc'
)
_UPDATE = sql.SQL(
    "update {table} t set {sets}, batch_id = case when {better} then {batch}::uuid else t.batch_id end, "
    "row_no = case when {better} then f.row_no else t.row_no end, "
    "content_hash = case when {better} then f.content_hash else t.content_hash end, "
    "source_time = greatest(t.source_time, f.source_time), recorded_at = now() "
    "from fresh f, batch b, source s where {key} and b.id = t.batch_id and s.name = b.source_name "
    "and (f.source_time > coalesce(t.source_time, '-infinity') or t.content_hash <> f.content_hash and ({changed}))"
)
_INSERT = sql.SQL(
    "insert into {table} ({names}, batch_id, row_no, content_hash, source_time) "
    "select {values}, {batch}, f.row_no, f.content_hash, f.source_time from fresh f {join} "
    "where not exists (select from {table} t where {key})"
)
_PRESENT_AGAIN = sql.SQL(
    "update {table} t set absent_since = null, recorded_at = now() from fresh f, batch b "
    "where {key} and t.absent_since is not null and b.id = t.batch_id and {source}"
)
_ABSENT = sql.SQL(
    "update {table} t set absent_since = now(), recorded_at = now() from batch b "
    "where b.id = t.batch_id and {source} and t.absent_since is null and t.state not in ('REMOVED', 'REVOKED') "
    "and coalesce(t.source_time, '-infinity') <= (select coalesce(max(source_time), 'infinity') from fresh) "
    "and not exists (select from fresh f where {key})"
)
_FORMER = (
    "insert into former_name (subject_id, subject_kind, name, batch_id, row_no, content_hash) "
    "select distinct on (n.subject_id, n.name) n.subject_id, t.kind, n.name, {batch}, n.row_no, "
    "hashtextextended(n.name, 0) from ({names}) n join subject t on t.id = n.subject_id "
    "where n.name is not null and n.name <> t.name and t.kind <> 'NATURAL_PERSON' "
    "and not exists (select from former_name o where o.subject_id = n.subject_id and o.name = n.name) "
    "order by n.subject_id, n.name, n.row_no"
)
_STAGED_NAMES = (
    "select w.subject_id, i.row_no, regexp_split_to_table(i.{column}, '；') as name "
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


class Merge:
    """The merge of one batch, on the loader's connection, inside its transaction."""

    def __init__(
        self, cursor: psycopg.Cursor[Any], source: Source, batch_id: str, columns: Sequence[str], vault: Vault, *,
        full: bool = False,
    ) -> None:  # fmt: skip
        self._cursor, self._source, self._batch, self._vault = cursor, source, batch_id, vault
        #: the file is the whole list of its source, so what it lacks is suspected to be gone
        self._full = full
        #: staging columns, in the order of COPY
        self.columns = self._staged = list(columns)
        self._counts = Counts()

    def stage(self) -> None:
        """Make the empty staging table."""
        columns = sql.SQL(", ").join(
            sql.SQL("{} {}").format(sql.Identifier(name), sql.SQL(kind))
            for name, kind in staging_columns(self._staged).items()
        )
        make = "create temp table incoming (seq bigint generated always as identity, {}) on commit drop"
        self._run(sql.SQL(make).format(columns))

    def copy_statement(self) -> sql.Composed:
        """COPY of the staging columns, in their order, as CSV."""
        names = sql.SQL(", ").join(map(sql.Identifier, self._staged))
        return sql.SQL("copy incoming ({}) from stdin (format csv)").format(names)

    def run(self) -> Counts:
        """Merge everything that is staged."""
        for setting in _SETTINGS:
            self._run(setting)
        self._run(sql.SQL("analyze incoming (seq)"))
        if self._source.parties:
            self._run(sql.SQL("select pg_advisory_xact_lock(hashtext('hub subjects'))"))
            subject = self._subject_columns()
            self._counts.conflicts = Resolution(self._cursor, self._batch, subject).resolve()
            self._counts.erased = erased.wipe(self._cursor, self._staged, self._vault)
            self._merge_subjects(subject)
        for target in targets_of(self._staged):
            self._merge_target(target)
        erased.take_keys(self._cursor, self._staged)
        return self._counts

    def _subject_columns(self) -> list[str]:
        return [
            name.removeprefix("subject.") for name in self._staged
            if name.startswith("subject.") and name != "subject.former_name"
        ]  # fmt: skip

    def _merge_subjects(self, columns: Sequence[str]) -> None:
        """Known subjects take what this batch knows better; names that lose become former names of organisations."""
        latest = [
            _LATEST.format(staged=sql.Identifier(f"subject.{column}"), column=sql.Identifier(column))
            for column in columns
        ]
        rows = _SUBJECTS.format(latest=sql.SQL(", ").join(latest))
        changing = tuple(column for column in columns if column != "kind")
        target = Target(catalog().metadata.tables["subject"], ("id",), False, changing)
        self._run(_TOUCHED)
        self._run(sql.SQL("analyze touched"))
        self._make_fresh(rows, [name for name in columns if not name.endswith("_sealed")], ("id",))
        self._run(sql.SQL(
            "create temp table old_name on commit drop as select t.id as subject_id, f.row_no, t.name from subject t "
            "join fresh f using (id) where t.name <> f.name"
        ))  # fmt: skip
        self._update(target)
        stated = ["subject.name", *(["subject.former_name"] if "subject.former_name" in self._staged else [])]
        for names in (sql.SQL("select * from old_name"), *map(_staged_names, stated)):
            self._run(sql.SQL(_FORMER).format(batch=sql.Literal(self._batch), names=names))
        self._run(sql.SQL("drop table fresh, old_name, touched"))

    def _merge_target(self, target: Target) -> None:
        """Update what has changed, insert what is new."""
        self._fresh(target)
        total = self._one(sql.SQL("select count(*) from fresh"))
        updated = self._update(target)
        inserted = self._insert(target)
        if "absent_since" in target.table.c:
            self._note_presence(target)
        self._counts.inserted += inserted
        self._counts.updated += updated
        self._counts.unchanged += total - inserted - updated
        self._run(sql.SQL("drop table fresh"))

    def _note_presence(self, target: Target) -> None:
        """Clear the suspicion from what is delivered again; in a whole list, suspect what it lacks. Nothing is removed.

        Only rows that this source stated last, and that are no newer than the file, can be missed in it.
        """
        parts = {"table": sql.Identifier(target.name), "key": same_key(target)}
        source = _SAME_SOURCE.format(source=sql.Literal(self._source.name))
        self._run(_PRESENT_AGAIN.format(source=source, **parts))
        if self._full:
            self._run(_ABSENT.format(source=source, **parts))

    def _fresh(self, target: Target) -> None:
        """One row per natural key: the latest by source time, then by order in the file."""
        key = [staged(target, column) for column in target.key]
        distinct = [*([sql.SQL("w.subject_id")] if target.subject_led else []), *key]
        required = [staged(target, column) for column in target.key if not target.table.c[column].nullable]
        rows = _FACTS.format(
            distinct=sql.SQL(", ").join(distinct),
            parts=sql.SQL(", ").join(self._part(target, column) for column in (*target.key, *target.columns)),
            some=sql.SQL(" and ").join(map(not_null, required)) if required else sql.SQL("true"),
            subject=sql.SQL("w.subject_id," if target.subject_led else ""),
            join=sql.SQL("join who w using (seq)" if target.subject_led else ""),
        )
        self._make_fresh(rows, target.compared, ("subject_id", *target.key) if target.subject_led else target.key)

    def _part(self, target: Target, column: str) -> sql.Composed:
        if f"{target.name}.{column}" in self._staged:
            return sql.SQL("{} as {}").format(staged(target, column), sql.Identifier(column))
        kind = sql.SQL(column_type(target.table.c[column]))
        return sql.SQL("null::{} as {}").format(kind, sql.Identifier(column))

    def _make_fresh(self, rows: sql.Composed, compared: Sequence[str], key: Sequence[str]) -> None:
        """The temporary table of candidate rows, with their hashes and statistics on the key."""
        self._run(_FRESH.format(hash=content_hash("f.", compared), rows=rows))
        self._run(sql.SQL("analyze fresh ({})").format(sql.SQL(", ").join(map(sql.Identifier, key))))

    def _update(self, target: Target) -> int:
        """Update the stored rows of which a column would change; the number of rows written."""
        better, same = self._better(target), _SAME_SOURCE.format(source=sql.Literal(self._source.name))
        following, erases = FOLLOWING.get(target.name, ()), target.name != "subject"
        values = {name: effective(name, name in following, erases, better, same) for name in target.columns}
        changed = [
            sql.SQL("t.{} is distinct from {}").format(sql.Identifier(name), values[name]) for name in target.compared
        ]
        sets = [sql.SQL("{} = {}").format(sql.Identifier(name), value) for name, value in values.items()]
        return self._run(_UPDATE.format(
            table=sql.Identifier(target.name), sets=sql.SQL(", ").join(sets), better=better,
            batch=sql.Literal(self._batch), key=same_key(target), changed=sql.SQL(" or ").join(changed),
        ))  # fmt: skip

    def _insert(self, target: Target) -> int:
        names = [*(["subject_id"] if target.subject_led else []), *target.key, *target.columns]
        chosen = list(map(sql.Identifier, names))
        values: list[sql.Composable] = [sql.SQL("f.{}").format(name) for name in chosen]
        join = sql.SQL("")
        if "subject_kind" in target.table.c:
            chosen.append(sql.Identifier("subject_kind"))
            values.append(sql.SQL("k.kind"))
            join = sql.SQL("join subject k on k.id = f.subject_id")
        return self._run(_INSERT.format(
            table=sql.Identifier(target.name), names=sql.SQL(", ").join(chosen), values=sql.SQL(", ").join(values),
            batch=sql.Literal(self._batch), join=join, key=same_key(target),
        ))  # fmt: skip

    def _better(self, target: Target) -> sql.Composed:
        """SQL: the fresh row f is to be believed rather than the stored row t of source s."""
        template = _BETTER_SUBJECT if target.name == "subject" else _BETTER_FACT
        return template.format(precedence=sql.Literal(self._source.precedence))

    def _run(self, statement: sql.SQL | sql.Composed) -> int:
        return self._cursor.execute(statement).rowcount

    def _one(self, statement: sql.SQL | sql.Composed) -> int:
        row = self._cursor.execute(statement).fetchone()
        return int(row[0]) if row else 0


def _staged_names(column: str) -> sql.Composed:
    only = sql.SQL("join touched using (subject_id)" if column == "subject.name" else "")
    return sql.SQL(_STAGED_NAMES).format(column=sql.Identifier(column), only=only)
