"""Twin worlds: two hubs over databases that differ in nothing but what one caller may not see.

Whatever the caller asks, both have to answer alike: status, headers and every byte of the body. A difference is a
channel, whichever way it was found, so a test need not know how a value leaks to notice that it does. What is hidden
is worked out from `policy.csv` and the declarations by `tests.hub.query.oracle`, which shares no code with the hub.

Three twins of a world, each a copy in which
* `OTHER`: every hidden value is another one, of the same masked form;
* `ABSENT`: every hidden value of which nothing may be told is null;
* `GONE`: every row that does not exist for the caller is deleted.
"""

from __future__ import annotations

import datetime
import enum
import json
import re
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple, cast
from uuid import UUID

from psycopg import Connection, sql
from starlette.types import Message

from hub.caller import Caller
from hub.database import Database
from hub.errors import HubError
from hub.identity import Authenticator
from hub.query.engine import Engine
from hub.server.admission import Admission
from hub.server.http import Endpoint
from hub.vault import Vault
from schema.catalog import Value, catalog
from schema.identifiers import id_number_check_digit
from schema.language import Column
from schema.readable import named
from tests.hub.query.oracle import LEVEL, Oracle
from tests.hub.query.small_world import CODES, World
from tests.province import opened
from tests.side_channels.hidden import Cell, Hidden, asking, hidden, own_of


class Twin(enum.Enum):
    """How the second world differs; see the module docstring."""

    OTHER = "other"
    ABSENT = "absent"
    GONE = "gone"


# --- making the second world ---------------------------------------------------------------------------------------


def part(database: Database, vault: Vault, oracle: Oracle, twin: Twin) -> int:
    """Make a copied world differ in all that the oracle's caller may not see; returns in how many places."""
    unseen = hidden(oracle)
    with database.connect("owner") as connection:
        if twin is Twin.GONE:
            changed = _delete(connection, oracle, unseen)
        else:
            changed = _vary(connection, vault, [cell for cell in unseen.cells if _may_vary(oracle, cell)], twin)
        connection.execute("analyze")
        connection.commit()
    return changed


def _vary(connection: Connection[Any], vault: Vault, cells: list[Cell], twin: Twin) -> int:
    """Write another value, or none, into every cell; one statement for each row."""
    rows: dict[tuple[str, str], dict[str, Any]] = {}
    for cell in cells:
        for column, value in _change(vault, cell, twin):
            rows.setdefault((cell.kind.entity.table, cell.row["id"]), {})[column] = value
    with connection.pipeline():
        for (table, row), values in rows.items():
            pairs = sql.SQL(", ").join([sql.SQL("{} = %s").format(sql.Identifier(column)) for column in values])
            statement = sql.SQL("update {} set {} where id = %s").format(sql.Identifier(table), pairs)
            connection.execute(statement, [*values.values(), UUID(row)])
    return sum(map(len, rows.values()))


def _delete(connection: Connection[Any], oracle: Oracle, unseen: Hidden) -> int:
    """Delete rows that do not exist for the caller, but for subjects that visible facts are about, which lie where
    the subject lies.
    """
    gone = {table: set(ids) for table, ids in unseen.rows.items()}
    about = {row["subject_id"] for table, rows in oracle.world.tables.items() for row in rows
             if row.get("subject_id") and row["id"] not in gone.get(table, ())}  # fmt: skip
    gone["subject"] = gone.get("subject", set()) - about
    for table, ids in gone.items():
        statement = sql.SQL("delete from {} where id::text = any(%s)").format(sql.Identifier(table))
        connection.execute(statement, [list(ids)])
    return sum(map(len, gone.values()))


def _may_vary(oracle: Oracle, cell: Cell) -> bool:
    """Whether the value may be another one and the caller still see the same.

    Not where it decides by declaration which rows exist or are open to this role; nor the columns by which a role at
    level A may count the row.
    """
    if (cell.kind.entity.table, cell.value.name) in deciding(oracle.role):
        return False
    if cell.kind.entity.table == "batch" and cell.value.name.startswith("rows_"):
        return False  # PostgreSQL holds them together: rows accepted, set aside and ignored are the rows read
    counted = any(oracle.level(presence.group) == "A" for presence in cell.kind.entity.presence)
    return not (counted and isinstance(cell.value.declared, Column) and cell.value.declared.filter)


@cache
def deciding(role: str) -> frozenset[tuple[str, str]]:
    """(table, column) of all that decides by declaration which rows exist for a role, or are open to it."""
    levels = {cell for (_, of), cell in LEVEL.items() if of == role}
    found: set[tuple[str, str]] = set()
    for kind in catalog().types.values():
        entity = kind.entity
        told = [presence.when for presence in entity.presence]
        told += [entity.region.area, entity.region.court] if "R" in levels else []
        told += [entity.rules.get(_RULES[level]) for level in levels & set(_RULES)]
        for text in filter(None, told):
            found |= set(named(text, {"{t}": entity.table}))
        if entity.discriminator:
            found.add((entity.table, entity.discriminator))
        # rows of one case belong together by its number, which all of them hold
        found |= {(entity.table, name) for name in kind.values if name in ("case_number", "certificate_serial")}
    return frozenset(found)


_RULES = {"S": "own", "O": "agency", "gov": "gov", "listed": "listed", "consent": "consent"}


def _change(vault: Vault, cell: Cell, twin: Twin) -> Iterator[tuple[str, Any]]:
    """The column to write and its new value, if the cell can have one in this twin."""
    name, row = cell.value.name, cell.row
    if twin is Twin.ABSENT:
        shown = cell.masked and cell.value.declared.mask.name != "withheld"
        if cell.value.nullable and not shown and not cell.value.kind.sealed:
            yield name, None
    elif cell.value.kind.sealed:
        if row[f"{name}_sealed"] is not None:
            yield f"{name}_sealed", vault.seal("id_number", other_number(row[f"{name}_masked"]))
    elif row[name] is not None:
        yield name, other(cell)


def other_number(masked: str) -> str:
    """Another ID number with the same last four characters: births differ until the check digit fits."""
    sequence, check = masked[-4:-1], masked[-1]
    for day in range(365):
        born = datetime.date(1970, 1, 1) + datetime.timedelta(days=day)
        head = f"110101{born:%Y%m%d}{sequence}"
        if id_number_check_digit(head) == check:
            return head + check
    raise AssertionError(masked)


def other(cell: Cell) -> Any:
    """Another value for a cell, of the same masked form where one is shown."""
    stored, value = cell.row[cell.value.name], cell.value
    if cell.masked and value.declared.mask.name in _ALIKE:
        return _ALIKE[value.declared.mask.name](stored)
    if value.kind.vocabulary:
        words = [member.value for member in value.kind.vocabulary]
        return words[-1] if value.kind.is_enum and stored != words[-1] else words[0] if value.kind.is_enum else words
    if value.kind.name == "CourtCode":
        return "渝0112" if stored != "渝0112" else "浙0299"
    if value.kind.name == "AreaCode":
        return "500112" if stored != "500112" else "330211"
    if value.kind.name in CODES:
        return CODES[value.kind.name](500 + sum(map(ord, stored)) % 400)
    return _OTHER[value.kind.cast](stored)


#: mask → another value of the same masked form
_ALIKE: Mapping[str, Callable[[str], str]] = {
    "name": lambda text: (
        f"{text[0]}·另" if "·" in text else f"{text[0]}{'另' * (4 if len(text) > 3 else len(text) - 2)}{text[2:][-1:]}"
        if len(text) > 2 else f"{text[0]}另"
    ),
    "phone": lambda text: f"{text[:3]}7777{text[-4:]}",
    "address": lambda text: f"{text[:6]}另一处很长很长的地址{len(text)}号",
}  # fmt: skip
#: cast → another value
_OTHER: Mapping[str, Callable[[Any], Any]] = {
    "text": lambda text: f"另{text}",
    "integer": lambda number: number + 7,
    "boolean": lambda flag: not flag,
    "date": lambda day: datetime.date.fromisoformat(day) + datetime.timedelta(days=400),
    "timestamptz": lambda moment: datetime.datetime.fromisoformat(moment) + datetime.timedelta(days=400),
    "numeric": lambda amount: Decimal(str(amount)) + 1000,
    "text[]": lambda texts: [*texts, "另"],
}


class Planted:
    """The secrets of two worlds, as an attacker guesses them: (table, column) → values of either world."""

    def __init__(self, oracle: Oracle, twin: Twin) -> None:
        self._found: dict[tuple[str, str], list[Any]] = {}
        for cell in hidden(oracle).cells:
            stored = cell.row.get(cell.value.name)
            if stored is None or not _may_vary(oracle, cell):
                continue
            known = self._found.setdefault((cell.kind.entity.table, cell.value.name), [])
            for value in (stored, other(cell) if twin is Twin.OTHER else stored):
                if value not in known and len(known) < MOST_GUESSES:
                    known.append(value)

    def of(self, value: Value) -> list[Any]:
        """Guesses at a column, as clients write them; what is hidden nowhere needs no guess."""
        table = catalog().types[value.type_name].entity.table
        found = self._found.get((table, value.name), [])
        if value.kind.cast == "text[]":
            return [item for each in found for item in each][:MOST_GUESSES]
        return [as_sent(each) for each in found]


#: guesses at one column: those of two rows, in both worlds
MOST_GUESSES = 4


def as_sent(value: Any) -> Any:
    """A stored value as a client writes it."""
    if isinstance(value, Decimal):
        return f"{value:.2f}"
    return value.isoformat() if isinstance(value, datetime.date | datetime.datetime) else value


# --- asking both ---------------------------------------------------------------------------------------------------


class Answer(NamedTuple):
    """What left the hub, as a client sees it."""

    status: int
    headers: tuple[tuple[bytes, bytes], ...]
    body: bytes

    @property
    def json(self) -> Any:
        """The body, read."""
        return json.loads(self.body)

    @property
    def refused(self) -> set[str]:
        """The coordinates that a refusal by policy names; none where the answer is data."""
        errors = self.json.get("errors", ())
        return {item["coordinate"] for error in errors for item in error["extensions"].get("refused", ())}

    @property
    def code(self) -> str | None:
        """The code of the first error."""
        errors = self.json.get("errors")
        return errors[0]["extensions"]["code"] if errors else None


class _Known:
    """Stands where tokens are checked: everybody who asks is the caller."""

    def __init__(self, caller: Caller) -> None:
        self.caller = caller

    async def authenticate(self, *_: object) -> Caller:
        return self.caller


class Hub:
    """The HTTP endpoint over one world, as one caller meets it."""

    def __init__(self, engine: Engine, caller: Caller) -> None:
        self.engine = engine
        self._endpoint = Endpoint(lambda: engine, cast(Authenticator, _Known(caller)), Admission(everyone=10))

    async def ask(self, document: str, variables: Mapping[str, Any] | None = None, **beside: Any) -> Answer:
        """POST an operation; `beside` stands next to `query` in the body."""
        body = json.dumps({"query": document, "variables": variables or {}, **beside}, default=str).encode()
        sent: list[Message] = []

        async def receive() -> Message:
            return {"type": "http.request", "body": body, "more_body": False}

        async def send(message: Message) -> None:
            sent.append(message)

        headers = [(b"content-type", b"application/json"), (b"authorization", b"Bearer x")]
        await self._endpoint({"type": "http", "method": "POST", "headers": headers}, receive, send)
        told = b"".join(message.get("body", b"") for message in sent[1:])
        return Answer(sent[0]["status"], tuple((name, value) for name, value in sent[0]["headers"]), told)


#: a sealed cursor is long, and nothing else in an answer is one run of these characters
_CURSOR = re.compile(rb'"([A-Za-z0-9_-]{60,})"')


class Twins:
    """Two worlds and one caller who may not tell which is which."""

    def __init__(self, one: Hub, two: Hub, vault: Vault) -> None:
        self.one, self.two, self._vault = one, two, vault
        #: questions asked of both, and how many of them were answered with data
        self.asked, self.answered = 0, 0

    async def ask(self, document: str, variables: Mapping[str, Any] | None = None, **beside: Any) -> Answer:
        """The answer that both worlds give. Fails where they differ."""
        pair = await self.both(document, (variables or {}, variables or {}), **beside)
        return pair[0]

    async def both(
        self, document: str, variables: tuple[Mapping[str, Any], Mapping[str, Any]], **beside: Any
    ) -> tuple[Answer, Answer]:
        """The answers of both worlds, each asked with its own variables (cursors); alike but for sealing."""
        one, two = await self.one.ask(document, variables[0], **beside), await self.two.ask(
            document, variables[1], **beside
        )  # fmt: skip
        self.asked += 1
        self.answered += one.code is None

        assert self.legible(one) == self.legible(two), f"{document}\n{variables}"
        assert one.status < 500, f"{document}\n{one.body.decode()}"
        return one, two

    def legible(self, answer: Answer) -> tuple[int, tuple[tuple[bytes, bytes], ...], str]:
        """An answer with its cursors opened: they are sealed with a new nonce, and hold the time, each time."""
        return answer.status, answer.headers, _CURSOR.sub(self._opened, answer.body).decode()

    def _opened(self, found: re.Match[bytes]) -> bytes:
        return json.dumps([len(found[1]), *positions(self._vault, found[1].decode())], ensure_ascii=False).encode()


def positions(vault: Vault, cursor: str) -> list[Any]:
    """What a cursor says, without the time at which it was made."""
    import base64

    try:
        context, signature, _, position = json.loads(
            vault.open("cursor", base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        )
    except (HubError, ValueError):
        return [cursor]
    return [context, signature, position]


@dataclass(frozen=True)
class Worlds:
    """A world, and the databases of its twins for every role."""

    world: World
    vault: Vault
    first: Database
    #: the twin of one kind for a role, made at the first question
    second: Callable[[str, Twin], Database]

    @asynccontextmanager
    async def twins(self, role: str, twin: Twin, **claims: Any) -> AsyncIterator[Twins]:
        """Both worlds, opened for a caller of the role."""
        caller = asking(role, own_of(self.world), **claims)
        async with AsyncExitStack() as stack:
            engines = [
                await stack.enter_async_context(opened(database, self.vault))
                for database in (self.first, self.second(role, twin))
            ]
            # tables of different sizes are estimated differently, which is row 27's affair alone
            await engines[0].statistics.look(engines[0].reader)
            engines[1].statistics.current = engines[0].statistics.current
            yield Twins(Hub(engines[0], caller), Hub(engines[1], caller), self.vault)


def roles_with(levels: set[str]) -> Iterator[str]:
    """Roles to which the table gives one of the levels somewhere."""
    yield from sorted({role for (_, role), cell in LEVEL.items() if cell in levels and role not in ("group", "zh")})
