"""Re-sealing: every value sealed with a former key is opened and sealed with the current one, while the hub runs.

A pass walks each table by its pages in bounded transactions; a value is replaced only where it is still the one that
was opened, so that a load at work loses nothing. What a pass could not lock or a load brought meanwhile, the next one
finds. The state is the values themselves, whose first bytes name their key: killed at any moment, the work goes on
where it stood when it is started again.
"""

from __future__ import annotations

import base64
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from psycopg import Connection, errors, sql

from hub.database import Database
from hub.errors import SealBroken
from hub.key_file import Key
from hub.vault import Vault
from schema.catalog import catalog

#: pages of a table in one transaction: about five thousand subjects, a fifth of a second
PAGES: Final = 256
#: passes without progress before a run gives up on rows that others hold
_IDLE_PASSES = 10

_FIND = """select t.ctid::text, t.{column} from {table} t
    where t.ctid >= {first}::tid and t.ctid < {beyond}::tid and substring(t.{column} from 1 for 5) = any({old})"""
_REPLACE = """update {table} t set {column} = n.new from unnest({places}::tid[], {before}::bytea[], {after}::bytea[])
    n(place, old, new) where t.ctid = n.place and t.{column} = n.old"""
#: base64 of a sealed search term in the access log begins with what its key's header fixes: 36 of 40 bits
_LOGGED = """select count(*) from audit.entry where position('"sealed":"' || {start} in content) > 0"""


@dataclass(frozen=True)
class Place:
    """A column of sealed values, and the kind that they are sealed as."""

    table: str
    column: str
    kind: str


@dataclass(frozen=True)
class Progress:
    """What a run has done so far."""

    place: Place
    resealed: int
    broken: int


def places() -> list[Place]:
    """Every column that is re-sealed: those of the declarations, and the rows set aside, the keys of stored files."""
    declared = {
        (kind.entity.table, f"{value.name}_sealed")
        for kind in catalog().types.values() for value in kind.values.values() if value.kind.sealed
    }  # fmt: skip
    return [
        *(Place(table, column, "id_number") for table, column in sorted(declared)),
        Place("quarantine_row", "raw_sealed", "quarantine_row"),
        Place("stored_file", "key_sealed", "stored_file"),
    ]


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
    names = {"table": sql.Identifier(place.table), "column": sql.Identifier(place.column)}
    bounds = {"first": sql.Literal(f"({span[0]},0)"), "beyond": sql.Literal(f"({span[1]},0)"), "old": sql.Literal(old)}
    opened, broken = [], 0
    for where, sealed in connection.execute(sql.SQL(_FIND).format(**names, **bounds)).fetchall():
        try:
            opened.append((where, sealed, vault.open(place.kind, sealed)))
        except SealBroken:
            broken += 1
    if not opened:
        connection.commit()
        return 0, broken
    columns = {
        "places": sql.Literal([where for where, _, _ in opened]),
        "before": sql.Placeholder("before"),
        "after": sql.Placeholder("after"),
    }
    values = {
        "before": [sealed for _, sealed, _ in opened],
        "after": vault.seal_many(place.kind, [value for _, _, value in opened]),
    }
    replaced = connection.execute(sql.SQL(_REPLACE).format(**names, **columns), values).rowcount
    connection.commit()
    return replaced, broken


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
            sql.Identifier(table), sql.Identifier(column))  # fmt: skip
        total += _number(connection, query, (header,))
    connection.commit()
    return total


def _sealed_columns(connection: Connection[Any]) -> list[tuple[str, str]]:
    """Asked of the database and not of the declarations: a key must not go while anything needs it."""
    query = r"""select c.relname, a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid
        where c.relkind in ('r', 'p') and c.relnamespace = current_schema::regnamespace and a.attnum > 0
            and not a.attisdropped and a.atttypid = 'bytea'::regtype and a.attname like '%\_sealed' order by 1, 2"""
    return [(str(table), str(column)) for table, column in connection.execute(query).fetchall()]


def _number(connection: Connection[Any], query: sql.SQL | sql.Composed, values: Sequence[object] = ()) -> int:
    row = connection.execute(query, values or None).fetchone()
    assert row
    return int(row[0])
