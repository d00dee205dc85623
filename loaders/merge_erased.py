"""What a batch may not bring back: people who were erased, and the keys of sealed values that it brings.

Erased people keep their identifiers, so that the resolution finds their rows like anybody's. Before anything is merged
those rows lose what tells of the person, in the staging table, exactly as the erasure itself would have wiped it from
the tables: whether a file was loaded before or after, the tables are the same. Names of erased people beside a case
(`erased_name`) are known by keyed hash only, so that the few rows of such cases are looked at one by one.

Their facts bear no hash of the source row: nobody is to confirm a guess by it, and every delivery sends such a row
anew, to be wiped anew. All this happens in the transaction of the merge, which no erasure overlaps (`lock_merge`): what
was staged before an erasure is wiped like what comes after it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import psycopg
from psycopg import sql

from hub.vault import Vault
from loaders.merge_pieces import HASH, VIRTUAL, Target
from loaders.party import ID_KEY
from loaders.people import PERSON_KEY
from schema.catalog import catalog
from schema.erasure import NAMING, NUMBER_KIND, name_blind, numbers_in, wiped
from schema.masks import ERASED

#: sealed column → staging column with its key, tables of subjects and of people beside them
_KEYS: Final = {"subject": ID_KEY, "responsible_person": PERSON_KEY}

_GONE: Final = sql.SQL("exists (select from erasure where approved_at is not null)")
_ABOUT: Final = sql.SQL(
    "select count(*) from who w join erasure e on e.subject_id = w.subject_id and e.approved_at is not null"
)
_WIPE: Final = sql.SQL(
    "update incoming i set {sets} from who w"
    " join erasure e on e.subject_id = w.subject_id and e.approved_at is not null where w.seq = i.seq"
)
#: a party of the person's own case who bears the person's name is the person
_OWN_NAME: Final = sql.SQL("{name} = case when i.{name} = i.{subject} then {marker} else i.{name} end")
_NAMED: Final = sql.SQL(
    "select i.seq, i.{case}, i.{name} from incoming i where i.{case} in (select case_number from erased_name)"
    " and i.{name} is not null and i.{name} <> {marker}"
)
_KNOWN: Final = sql.SQL("select 1 from erased_name where case_number = %s and name_blind = %s")
_WIPE_NAMED: Final = sql.SQL("update incoming i set {sets} where i.seq = any(%s)")
#: keys of the values that were taken: a half is random, so equal halves are one value
_TAKE_KEYS: Final = {"subject": "id", "responsible_person": "subject_id"}
#: a person of the unit's rows goes where they go; the sealed value of a subject stays with itself
_OWNERS: Final = {
    "subject": sql.SQL("w.subject_id"),
    "responsible_person": sql.SQL(
        "coalesce((select m.current_id from subject_alias m where m.old_id = w.subject_id), w.subject_id)"
    ),
}
#: PERF: looked up, never joined, for the reason that `loaders.merge` gives
_TAKE: Final = sql.SQL(
    "insert into person_key (owner_id, key_sealed)"
    " select distinct on (t.id) t.id, i.{key}::bytea from incoming i join who w using (seq), lateral"
    " (select t.id from {table} t where t.{led} = {owner} and t.id_number_sealed = i.{half} offset 0) t"
    " where i.{key} is not null"
    " on conflict (owner_id) do update set key_sealed = excluded.key_sealed"
)
_REJECTS: Final = "select row_no, raw_sealed from staging.reject where batch_id = %s"
_WIPE_REJECTS: Final = """update staging.reject set raw_masked = to_jsonb(%s::text), raw_sealed = ''
    where batch_id = %s and row_no = any(%s)"""
_ERASED_NUMBERS: Final = """select value from subject_identifier where kind = %s and erased and value = any(%s)"""


def wipe(cursor: psycopg.Cursor[Any], staged: Sequence[str], vault: Vault) -> int:
    """Take from the staged rows what tells of erased people; the number of rows about them. After the resolution."""
    if not _one(cursor, sql.SQL("select ({})::int").format(_GONE)):
        return 0
    about = _one(cursor, _ABOUT)
    if about:
        cursor.execute(_WIPE.format(sets=sql.SQL(", ").join(_sets(staged))))
    return about + sum(_wipe_named(cursor, table, staged, vault) for table in NAMING)


def take_keys(cursor: psycopg.Cursor[Any], staged: Sequence[str]) -> None:
    """Store the keys of the sealed values that the merge has taken from the staged rows; the others open nothing."""
    for table, key in _KEYS.items():
        if key in staged:
            cursor.execute(_TAKE.format(
                table=sql.Identifier(table), owner=_OWNERS[table], led=sql.Identifier(_TAKE_KEYS[table]),
                key=sql.Identifier(key), half=sql.Identifier(f"{table}.id_number_sealed"),
            ))  # fmt: skip


def wipe_rejects(cursor: psycopg.Cursor[Any], batch_id: str, vault: Vault) -> None:
    """Leave of staged bad rows that hold the number of an erased person no more than that there was one."""
    if not _one(cursor, sql.SQL("select ({})::int").format(_GONE)):
        return
    held = {
        row: {vault.blind(NUMBER_KIND, number).hex() for number in numbers_in(vault.open("quarantine_row", sealed))}
        for row, sealed in cursor.execute(_REJECTS, (batch_id,)).fetchall()
    }
    every = sorted(set().union(*held.values()))
    gone = {value for (value,) in cursor.execute(_ERASED_NUMBERS, ("ID_NUMBER", every)).fetchall()}
    about = [row for row, blinds in held.items() if blinds & gone]
    cursor.execute(_WIPE_REJECTS, (ERASED, batch_id, about))


def hash_of(target: Target) -> sql.Composable:
    """SQL: the hash that a staged row leaves with its fact; of rows about erased people it is gone already."""
    kept = sql.SQL("i.{}").format(sql.Identifier(HASH))
    if target.name not in NAMING:
        return kept
    name = sql.Identifier(f"{target.name}.name")
    return sql.SQL("case when i.{} = {} then 0 else {} end").format(name, sql.Literal(ERASED), kept)


def _sets(staged: Sequence[str]) -> list[sql.Composed]:
    """What becomes of each staged column in a row about an erased person."""
    found = [_set(name, marker) for name, marker in _wiped(staged).items()]
    names = [sql.Identifier(f"{table}.name") for table in NAMING if f"{table}.name" in staged]
    own = {"subject": sql.Identifier("subject.name"), "marker": sql.Literal(ERASED)}
    found.append(sql.SQL("{} = 0").format(sql.Identifier(HASH)))
    return [*found, *(_OWN_NAME.format(name=name, **own) for name in names)]


def _set(name: str, marker: str | None) -> sql.Composed:
    """The marker where something stands: null goes on meaning absent."""
    template = "{0} = null" if marker is None else "{0} = case when i.{0} is not null then {1} end"
    return sql.SQL(template).format(sql.Identifier(name), sql.Literal(marker))


def _wiped(staged: Sequence[str]) -> dict[str, str | None]:
    """Staged column → what it becomes where it holds something."""
    found: dict[str, str | None] = {
        f"{table}.{column}": marker
        for table, columns in wiped(catalog()).items() if table not in NAMING for column, marker in columns.items()
    } | {ID_KEY: None, **dict.fromkeys(VIRTUAL)}  # fmt: skip
    return {name: marker for name, marker in found.items() if name in staged}


def _wipe_named(cursor: psycopg.Cursor[Any], table: str, staged: Sequence[str], vault: Vault) -> int:
    """Wipe the erased people among those whom rows of `table` name beside a case."""
    case, name = f"{table}.case_number", f"{table}.name"
    if name not in staged or not _one(cursor, sql.SQL("select exists (select from erased_name)::int")):
        return 0
    find = _NAMED.format(case=sql.Identifier(case), name=sql.Identifier(name), marker=sql.Literal(ERASED))
    rows = cursor.execute(find).fetchall()
    gone = [
        seq for seq, case_number, told in rows
        if cursor.execute(_KNOWN, (case_number, name_blind(vault.blind, case_number, told))).fetchone()
    ]  # fmt: skip
    if gone:
        columns = {f"{table}.{column}": marker for column, marker in wiped(catalog())[table].items()}
        if table in _KEYS:
            columns[_KEYS[table]] = None
        sets = [_set(one, marker) for one, marker in columns.items() if one in staged]
        cursor.execute(_WIPE_NAMED.format(sets=sql.SQL(", ").join(sets)), (gone,))
    return len(gone)


def _one(cursor: psycopg.Cursor[Any], statement: sql.SQL | sql.Composed) -> int:
    row = cursor.execute(statement).fetchone()
    return int(row[0]) if row else 0
