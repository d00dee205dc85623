"""The documented way: Strawberry resolvers, a DataLoader per relation, SQLAlchemy rows; no policy, no masks.

It answers the point look-up over the same tables (BENCH_DATABASE_URL), so that the price of resolving objects shows.
"""

from __future__ import annotations

import asyncio
import os
from collections import defaultdict
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

import sqlalchemy as sa
import strawberry
from strawberry.asgi import GraphQL
from strawberry.dataloader import DataLoader
from strawberry.types import Info

from schema.catalog import catalog

_TABLES = catalog().metadata.tables
_ENGINE = sa.create_engine(os.environ["BENCH_DATABASE_URL"], pool_size=10)


def _select(table: str, column: str, values: Sequence[Any]) -> list[Any]:
    chosen = _TABLES[table]
    with _ENGINE.connect() as connection:
        found = connection.execute(sa.select(chosen).where(chosen.c[column].in_(values)).order_by(chosen.c.id))
        return list(found.mappings())


async def _rows(table: str, column: str, values: Sequence[Any]) -> list[Any]:
    # SQLAlchemy's own asyncio layer needs a package that the project does without; threads are as common
    return await asyncio.to_thread(_select, table, column, values)


def _by_subject(table: str) -> Callable[[list[str]], Awaitable[list[list[Any]]]]:
    async def load(keys: list[str]) -> list[list[Any]]:
        grouped: dict[str, list[Any]] = defaultdict(list)
        for row in await _rows(table, "subject_id", keys):
            grouped[row["subject_id"]].append(row)
        return [grouped[key][:10] for key in keys]

    return load


async def _cases(keys: list[tuple[str, str]]) -> list[Any]:
    rows = await _rows("enforcement_case", "subject_id", [subject for subject, _ in keys])
    found = {(row["subject_id"], row["case_number"]): row for row in rows}
    return [found.get(key) for key in keys]


def _of(kind: type, row: Any) -> Any:
    return kind(**{name: row[name] for name in kind.__annotations__ if name != "row"}, row=row)


@strawberry.type
class Case:
    id: strawberry.ID
    case_number: str
    case_type: str | None
    court_code: str
    filed_on: str | None
    state: str | None
    cause: str | None
    amount_applied: str | None
    row: strawberry.Private[Any]


@strawberry.type
class Listing:
    id: strawberry.ID
    kind: str
    state: str
    case_number: str
    court_code: str | None
    decided_on: str | None
    published_on: str | None
    term_ends_on: str | None
    row: strawberry.Private[Any]

    @strawberry.field
    async def case(self, info: Info) -> Case | None:
        row = await info.context["case"].load((self.row["subject_id"], self.case_number))
        return _of(Case, row) if row else None


@strawberry.type
class Honest:
    id: strawberry.ID
    batch_number: str
    listed_on: str | None
    expires_on: str | None
    row: strawberry.Private[Any]


@strawberry.type
class Listings:
    nodes: list[Listing]


@strawberry.type
class Cases:
    nodes: list[Case]


@strawberry.type
class HonestEntries:
    nodes: list[Honest]


@strawberry.type
class Subject:
    id: strawberry.ID
    kind: str
    name: str
    credit_code: str | None
    area_code: str | None
    address: str | None
    registration_state: str | None
    established_on: str | None
    row: strawberry.Private[Any]

    @strawberry.field
    async def listings(self, info: Info, first: int) -> Listings:
        rows = await info.context["listings"].load(self.id)
        return Listings(nodes=[_of(Listing, row) for row in rows[:first]])

    @strawberry.field
    async def cases(self, info: Info, first: int) -> Cases:
        rows = await info.context["cases"].load(self.id)
        return Cases(nodes=[_of(Case, row) for row in rows[:first]])

    @strawberry.field
    async def honest_performance(self, info: Info, first: int) -> HonestEntries:
        rows = await info.context["honest"].load(self.id)
        return HonestEntries(nodes=[_of(Honest, row) for row in rows[:first]])


@strawberry.type
class Query:
    @strawberry.field
    async def subject(self, credit_code: str) -> Subject | None:
        known = await _rows("subject", "credit_code", [credit_code])
        return _of(Subject, known[0]) if known else None


class Application(GraphQL[dict[str, Any], None]):
    """One set of loaders per request."""

    async def get_context(self, request: Any, response: Any) -> dict[str, Any]:
        return {
            "listings": DataLoader(_by_subject("listing")),
            "cases": DataLoader(_by_subject("enforcement_case")),
            "honest": DataLoader(_by_subject("honest_listing")),
            "case": DataLoader(_cases),
        }


application = Application(strawberry.Schema(query=Query))
