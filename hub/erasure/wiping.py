"""What an erasure does to the tables, in one transaction of the caller's; rolled back, it is the dry run.

Values become what `schema.erasure` says, the keys of sealed values go, identifiers are marked. People whom other
subjects' rows name beside a case of the person, by the same name, are the person; so is who bears the whole number.
Rows set aside are opened, since nobody knows otherwise whom they are about. Loads stand still meanwhile: what one
brought without having been seen here would stay.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from psycopg import Connection, sql

from hub.erasure.store import check_person
from hub.erasure.terms import shred
from hub.errors import SealBroken
from hub.vault import Vault
from schema.catalog import catalog
from schema.erasure import NAMING, NUMBER_KIND, compact, name_blind, numbers_in, wiped
from schema.masks import ERASED

#: every load writes to this table first and holds it until its end
_ALONE: Final = (
    "set local lock_timeout = '10min'", "set local statement_timeout = 0",
    "lock table batch in share row exclusive mode",
)  # fmt: skip
_PERSON: Final = """select s.name, s.id_number_masked, s.id_number_sealed, k.key_sealed from subject s
    left join person_key k on k.owner_id = s.id where s.id = %s"""
_CASES: Final = """select array_agg(distinct case_number) from (
    select case_number from listing where subject_id = %(id)s union all
    select case_number from enforcement_case where subject_id = %(id)s union all
    select case_number from terminated_case where subject_id = %(id)s) c"""
_UPDATE: Final = sql.SQL("update {table} t set {sets} where t.{key} = %s and ({held})")
#: the hash is of the whole source row: it would confirm a guess, and have loads take the row for one that stands merged
_UNBIND: Final = sql.SQL("update {table} set content_hash = 0 where {key} = %s and content_hash <> 0")
_UPDATE_NAMED: Final = sql.SQL("update {table} t set {sets}, content_hash = 0 where t.id = any(%s::uuid[])")
_BESIDE: Final = sql.SQL(
    "select t.id::text, t.case_number from {table} t where t.case_number = any(%s) and t.name = %s"
)
_BORNE: Final = """select r.id::text, r.case_number, r.id_number_sealed, k.key_sealed from responsible_person r
    left join person_key k on k.owner_id = r.id
    where r.name = %s and r.id_number_masked = %s and r.id_number_sealed is not null"""
_MARK: Final = "update subject_identifier set erased = true where subject_id = %s and not erased"
_SET_ASIDE: Final = "select batch_id::text, row_no, raw_masked::text, raw_sealed from quarantine_row"
_WIPE_ASIDE: Final = """update quarantine_row set raw_masked = to_jsonb(%s::text), raw_sealed = ''
    where batch_id = %s and row_no = %s"""
#: rows set aside that are read together
_CHUNK: Final = 2000


@dataclass(frozen=True)
class Person:
    """Who is erased; plain values live in memory only."""

    id: str
    name: str
    masked: str | None
    #: None where no source gave the whole number
    number: str | None = field(repr=False)
    cases: list[str]

    @property
    def tail(self) -> str | None:
        """The last four characters of the number, where they are known."""
        last = (self.masked or "")[-4:]
        return None if not last or "*" in last else last


@dataclass
class Account:
    """What was wiped: table → rows; and rows set aside that nobody can open any more."""

    rows: dict[str, int] = field(default_factory=dict)
    unreadable: int = 0

    def add(self, table: str, rows: int) -> None:
        """Count rows of a table."""
        if rows:
            self.rows[table] = self.rows.get(table, 0) + rows


def wipe(connection: Connection[Any], vault: Vault, subject: str) -> Account:
    """Wipe a natural person who was not erased before; the caller commits. Raises psycopg.Error."""
    for statement in _ALONE:
        connection.execute(statement.encode())
    check_person(connection, subject)  # a joining may have been under way, whose locks are gone by now
    person, account = _person(connection, vault, subject), Account()
    named = {table: _named(connection, vault, person, table) for table in NAMING}
    account.add("audit.term", shred(connection, vault, person.id, _names(connection, person), person.number))
    for table, columns in wiped(catalog()).items():
        if table not in NAMING:
            account.add(table, _wipe_own(connection, table, columns, subject))
    _unbind(connection, subject)
    for table, found in named.items():
        account.add(table, _wipe_named(connection, table, list(found)))
    cases = {*person.cases, *(case for found in named.values() for case in found.values() if case)}
    _remember(connection, vault, person, sorted(cases))
    connection.execute("update subject set erased_at = now() where id = %s", (subject,))
    owners = [subject, *named["responsible_person"]]
    account.add("person_key", connection.execute("delete from person_key where owner_id = any(%s)", (owners,)).rowcount)
    marked = connection.execute(_MARK, (subject,)).rowcount
    account.add("subject_identifier", marked)
    _wipe_aside(connection, vault, person, account)
    return account


def touched() -> list[str]:
    """Tables in which an erasure leaves dead rows."""
    return sorted({*wiped(catalog()), *_bound(), "person_key", "quarantine_row", "audit.term"})


def _person(connection: Connection[Any], vault: Vault, subject: str) -> Person:
    row = connection.execute(_PERSON, (subject,)).fetchone()
    cases = connection.execute(_CASES, {"id": subject}).fetchone()
    assert row and cases  # noqa: PT018 - the caller has looked
    name, masked, sealed, key = row
    return Person(subject, name, masked, _opened(vault, sealed, key), cases[0] or [])


def _opened(vault: Vault, sealed: bytes | None, key: bytes | None) -> str | None:
    if sealed is None:
        return None
    return vault.open(NUMBER_KIND, sealed) if key is None else vault.open_apart(NUMBER_KIND, sealed, key)


def _names(connection: Connection[Any], person: Person) -> list[str]:
    """The person's names, former ones too."""
    former = connection.execute("select name from former_name where subject_id = %s", (person.id,)).fetchall()
    return [person.name, *(name for (name,) in former)]


def _wipe_own(connection: Connection[Any], table: str, columns: Mapping[str, str | None], subject: str) -> int:
    """Wipe the rows of the person's own."""
    held = [
        sql.SQL("t.{} is distinct from {}").format(sql.Identifier(name), sql.Literal(marker))
        if marker is None
        else sql.SQL("t.{} <> {}").format(sql.Identifier(name), sql.Literal(marker))
        for name, marker in columns.items()
    ]
    return connection.execute(
        _UPDATE.format(
            table=sql.Identifier(table), sets=_sets(columns), key=_key(table), held=sql.SQL(" or ").join(held),
        ), (subject,),
    ).rowcount  # fmt: skip


def _unbind(connection: Connection[Any], subject: str) -> None:
    """Take from every fact about the person what binds it to its source row."""
    for table in _bound():
        connection.execute(_UNBIND.format(table=sql.Identifier(table), key=_key(table)), (subject,))


def _bound() -> list[str]:
    """Tables of facts about subjects."""
    loaded = {kind.entity.table for kind in catalog().types.values() if kind.entity.loaded}
    tables = catalog().metadata.tables
    return sorted(name for name in loaded if name == "subject" or "subject_id" in tables[name].c)


def _key(table: str) -> sql.Identifier:
    return sql.Identifier("id" if table == "subject" else "subject_id")


def _sets(columns: Mapping[str, str | None]) -> sql.Composed:
    """Markers only where something stood: null goes on meaning absent."""
    return sql.SQL(", ").join(
        sql.SQL("{0} = null" if marker is None else "{0} = case when t.{0} is not null then {1} end").format(
            sql.Identifier(name), sql.Literal(marker)
        )
        for name, marker in columns.items()
    )


def _named(connection: Connection[Any], vault: Vault, person: Person, table: str) -> dict[str, str | None]:
    """Rows of other subjects that name the person: id → case number."""
    find = _BESIDE.format(table=sql.Identifier(table))
    found: dict[str, str | None] = dict(connection.execute(find, (person.cases, person.name)).fetchall())
    if table == "responsible_person" and person.number is not None:
        borne = connection.execute(_BORNE, (person.name, person.masked)).fetchall()
        found |= {place: case for place, case, *halves in borne if _opened(vault, *halves) == person.number}
    return found


def _wipe_named(connection: Connection[Any], table: str, places: list[str]) -> int:
    statement = _UPDATE_NAMED.format(table=sql.Identifier(table), sets=_sets(wiped(catalog())[table]))
    return connection.execute(statement, (places,)).rowcount


def _remember(connection: Connection[Any], vault: Vault, person: Person, cases: list[str]) -> None:
    """Keep keyed hashes of the name beside its cases, so that loads know it again."""
    blinds = [name_blind(vault.blind, case, person.name) for case in cases]
    connection.execute(
        "insert into erased_name (case_number, name_blind) select * from unnest(%s::text[], %s::bytea[])"
        " on conflict do nothing",
        (cases, blinds),
    )


def _wipe_aside(connection: Connection[Any], vault: Vault, person: Person, account: Account) -> None:
    """Wipe the rows set aside that hold the person's number, or his name and the end of his number."""
    for batch, row_no, shown, sealed in _set_aside(connection):
        if not sealed:
            continue
        try:
            text = vault.open("quarantine_row", sealed)
        except SealBroken:
            account.unreadable += 1
            text = shown
        if _concerns(person, text):
            account.add("quarantine_row", connection.execute(_WIPE_ASIDE, (ERASED, batch, row_no)).rowcount)


def _set_aside(connection: Connection[Any]) -> Iterator[tuple[Any, ...]]:
    with connection.cursor("set_aside") as cursor:
        cursor.itersize = _CHUNK
        cursor.execute(_SET_ASIDE)
        yield from cursor


def _concerns(person: Person, text: str) -> bool:
    if person.number is not None and person.number in numbers_in(text):
        return True
    closed = compact(text)
    return person.tail is not None and compact(person.name) in closed and person.tail in closed
