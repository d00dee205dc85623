"""Re-sealing: every value sealed with a former key is opened and sealed with the current one, while the hub runs.

A pass walks each table by its pages in bounded transactions; a value is replaced only where it is still the one that
was opened, so that a load at work loses nothing. What a pass could not lock or a load brought meanwhile, the next one
finds. The state is the values themselves, whose first bytes name their key: killed at any moment, the work goes on
where it stood when it is started again.

Of a value that is sealed apart only its key is sealed anew; the value itself, and the rows of people, stay untouched. A
value from before there were such keys is given one.
"""

from __future__ import annotations

import base64
import enum
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from psycopg import Connection, errors, sql

from hub.audit.entry import TERM
from hub.database import Database
from hub.errors import SealBroken
from hub.key_file import Key
from hub.vault import Vault
from schema.catalog import catalog
from schema.erasure import NUMBER_KIND

#: pages of a table in one transaction: about five thousand subjects, a fifth of a second
PAGES: Final = 256
#: passes without progress before a run gives up on rows that others hold
_IDLE_PASSES = 10

_FIND = """select t.ctid::text, t.{column}, {half} from {table} t
    where t.ctid >= {first}::tid and t.ctid < {beyond}::tid and substring(t.{column} from 1 for 5) = any({old})"""
_REPLACE = """update {table} t set {column} = n.new from unnest({places}::tid[], {before}::bytea[], {after}::bytea[])
    n(place, old, new) where t.ctid = n.place and t.{column} = n.old"""
#: the same, and where the key goes that came of it; only rows that were replaced are counted
_REPLACE_APART = (
    """with done as (update {table} t set {column} = n.new from
    unnest({places}::tid[], {before}::bytea[], {after}::bytea[], {keys}::bytea[]) n(place, old, new, key)
    where t.ctid = n.place and t.{column} = n.old returning t.id, n.key)
    insert into person_key (owner_id, key_sealed) select id, key from done"""
    " on conflict (owner_id) do update set key_sealed = excluded.key_sealed"
)
#: base64 of a search term of before, sealed in an entry itself, begins with what its key's header fixes: 36 of 40 bits
_LOGGED = """select count(*) from audit.entry where position('"sealed":"' || {start} in content) > 0"""


class Form(enum.Enum):
    """What a column holds: values sealed by the vault, such as are to be sealed apart, or keys of those that are."""

    WHOLE = enum.auto()
    APART = enum.auto()
    KEY = enum.auto()


@dataclass(frozen=True)
class Place:
    """A column of sealed values, and the kind that they are sealed as."""

    table: str
    column: str
    kind: str
    form: Form


@dataclass(frozen=True)
class Progress:
    """What a run has done so far."""

    place: Place
    resealed: int
    broken: int


def places() -> list[Place]:
    """Every column that is re-sealed: those of the declarations, the rows set aside, and the keys of stored files."""
    return [
        *(Place(table, column, NUMBER_KIND, Form.APART) for table, column in _declared()),
        Place("person_key", "key_sealed", NUMBER_KIND, Form.KEY),
        Place("quarantine_row", "raw_sealed", "quarantine_row", Form.WHOLE),
        Place("audit.term", "text_sealed", TERM, Form.WHOLE),
        Place("stored_file", "key_sealed", "stored_file", Form.WHOLE),
    ]


def _declared() -> list[tuple[str, str]]:
    """(table, column) of the halves that keys belong to."""
    return sorted({
        (kind.entity.table, f"{value.name}_sealed")
        for kind in catalog().types.values() if not kind.entity.view
        for value in kind.values.values() if value.kind.sealed == NUMBER_KIND
    })  # fmt: skip


def _half() -> sql.Composed:
    """The half that the key of a row opens, from whichever table its owner is in."""
    found = [
        sql.SQL("(select o.{} from {} o where o.id = t.owner_id)").format(sql.Identifier(column), sql.Identifier(table))
        for table, column in _declared()
    ]
    return sql.SQL("coalesce({})").format(sql.SQL(", ").join(found))


def reseal(
    database: Database, vault: Vault, old: Sequence[Key], tell: Callable[[Progress], None] = lambda _: None, *,
    pages: int = PAGES,
) -> Progress:  # fmt: skip
    """Seal with the current key what the keys `old` sealed; the account of the run. `tell` is called after each commit.

    Values that do not open are counted and left as they are. Raises psycopg.Error when the database goes.
    """
    done, idle = Progress(places()[0], 0, 0), 0
    with database.connect("owner") as connection:
        connection.execute("set lock_timeout = '2s'")
        connection.commit()
        while idle < _IDLE_PASSES:
            before, broken = done.resealed, 0
            for place in places():
                for resealed, failed in _pass(connection, vault, place, [key.header for key in old], pages):
                    broken += failed
                    done = Progress(place, done.resealed + resealed, broken)
                    tell(done)
            if sum(outstanding(connection, key.header) for key in old) <= broken:
                break
            idle = idle + 1 if done.resealed == before else 0
            time.sleep(0.2 * idle)
    return done


def _pass(
    connection: Connection[Any], vault: Vault, place: Place, old: list[bytes], pages: int
) -> Iterator[tuple[int, int]]:
    """(replaced, broken) for each batch of one table."""
    row = connection.execute("select pg_relation_size(%s::regclass) / 8192", (place.table,)).fetchone()
    connection.commit()
    assert row
    for first in range(0, int(row[0]) + 1, pages):
        try:
            yield _batch(connection, vault, place, old, (first, first + pages))
            connection.commit()
        except errors.LockNotAvailable:  # a load holds a row; its next pass finds it
            connection.rollback()


def _batch(
    connection: Connection[Any], vault: Vault, place: Place, old: list[bytes], span: tuple[int, int]
) -> tuple[int, int]:
    names = {"table": _table(place.table), "column": sql.Identifier(place.column)}
    bounds = {"first": sql.Literal(f"({span[0]},0)"), "beyond": sql.Literal(f"({span[1]},0)"), "old": sql.Literal(old)}
    half = _half() if place.form is Form.KEY else sql.SQL("null::bytea")
    renewed, broken = [], 0
    for where, sealed, beside in connection.execute(sql.SQL(_FIND).format(**names, **bounds, half=half)).fetchall():
        try:
            renewed.append((where, sealed, *_renewed(vault, place, sealed, beside)))
        except SealBroken:
            broken += 1
    if not renewed:
        connection.commit()
        return 0, broken
    places, *values = (list(column) for column in zip(*renewed, strict=True))
    given = dict(zip(("before", "after", "keys"), values, strict=True))
    columns = {"places": sql.Literal(places), **{name: sql.Placeholder(name) for name in given}}
    statement = _REPLACE_APART if place.form is Form.APART else _REPLACE
    replaced = connection.execute(sql.SQL(statement).format(**names, **columns), given).rowcount
    connection.commit()
    return replaced, broken


def _renewed(vault: Vault, place: Place, sealed: bytes, half: bytes | None) -> tuple[bytes, bytes | None]:
    """What takes the place of a sealed value, and the key that belongs to it if there is one. Raises SealBroken."""
    if place.form is Form.KEY:
        if half is None:
            raise SealBroken
        return vault.seal_key_anew(place.kind, half, sealed), None
    value = vault.open(place.kind, sealed)
    return vault.seal_apart(place.kind, value) if place.form is Form.APART else (vault.seal(place.kind, value), None)


def outstanding(connection: Connection[Any], header: bytes) -> int:
    """Values that a key sealed and that are to be sealed anew."""
    return _count(connection, header, [(place.table, place.column) for place in places()])


def needing(connection: Connection[Any], header: bytes) -> int:
    """Values that only this key opens, wherever they are: also what is never rewritten, such as the access log."""
    total = _count(connection, header, _sealed_columns(connection))
    if _number(connection, sql.SQL("select count(to_regclass('audit.entry'))")):
        start = base64.b64encode(header).decode()[:6]
        total += _number(connection, sql.SQL(_LOGGED).format(start=sql.Literal(start)))
    connection.commit()
    return total


def _count(connection: Connection[Any], header: bytes, columns: Iterable[tuple[str, str]]) -> int:
    total = 0
    for table, column in columns:
        query = sql.SQL("select count(*) from {} where substring({} from 1 for 5) = %s").format(
            _table(table), sql.Identifier(column))  # fmt: skip
        total += _number(connection, query, (header,))
    connection.commit()
    return total


def _sealed_columns(connection: Connection[Any]) -> list[tuple[str, str]]:
    """Asked of the database and not of the declarations: a key must not go while anything needs it."""
    query = r"""select case when c.relnamespace = current_schema::regnamespace then '' else 'audit.' end || c.relname,
            a.attname
        from pg_attribute a join pg_class c on c.oid = a.attrelid
        where c.relkind in ('r', 'p') and c.relnamespace in (current_schema::regnamespace, to_regnamespace('audit'))
            and a.attnum > 0 and not a.attisdropped and a.atttypid = 'bytea'::regtype and a.attname like '%\_sealed'
        order by 1, 2"""
    return [(str(table), str(column)) for table, column in connection.execute(query).fetchall()]


def _table(name: str) -> sql.Identifier:
    return sql.Identifier(*name.split("."))


def _number(connection: Connection[Any], query: sql.SQL | sql.Composed, values: Sequence[object] = ()) -> int:
    row = connection.execute(query, values or None).fetchone()
    assert row
    return int(row[0])
