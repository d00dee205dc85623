"""The documented way: Strawberry resolvers, a DataLoader per relation, SQLAlchemy rows; no policy, no masks.

It answers the same fields over the same tables (BENCH_DATABASE), so that the price of resolving objects shows. With
BENCH_TUNED it also keeps parsed and validated documents, which Strawberry offers as extensions and few know.
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
from strawberry.extensions import ParserCache, ValidationCache
from strawberry.types import Info

from schema.catalog import catalog

_TABLES = catalog().metadata.tables
_ENGINE = sa.create_engine(os.environ["BENCH_DATABASE"], pool_size=int(os.environ["BENCH_POOL"]), max_overflow=0)


def _fetch(statement: sa.Select[Any]) -> list[Any]:
    with _ENGINE.connect() as connection:
        return list(connection.execute(statement).mappings())


async def _all(statement: sa.Select[Any]) -> list[Any]:
    # SQLAlchemy's own asyncio layer needs a package that the project does without, and measured no faster
    return await asyncio.to_thread(_fetch, statement)


async def _rows(table: str, column: str, values: Sequence[Any]) -> list[Any]:
    chosen = _TABLES[table]
    return await _all(sa.select(chosen).where(chosen.c[column].in_(values)).order_by(chosen.c.id))


def _by_subject(table: str) -> Callable[[list[Any]], Awaitable[list[list[Any]]]]:
    async def load(keys: list[Any]) -> list[list[Any]]:
        grouped: dict[Any, list[Any]] = defaultdict(list)
        for row in await _rows(table, "subject_id", keys):
            grouped[row["subject_id"]].append(row)
        return [grouped[key] for key in keys]

    return load


async def _cases(keys: list[tuple[Any, str]]) -> list[Any]:
    rows = await _rows("enforcement_case", "subject_id", list({subject for subject, _ in keys}))
    found = {(row["subject_id"], row["case_number"]): row for row in rows}
    return [found.get(key) for key in keys]


async def _subjects(keys: list[Any]) -> list[Any]:
    found = {row["id"]: row for row in await _rows("subject", "id", keys)}
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

    @strawberry.field
    async def subject(self, info: Info) -> Subject | None:
        row = await info.context["subject"].load(self.row["subject_id"])
        return _of(Subject, row) if row else None


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
        rows = await info.context["listings"].load(self.row["id"])
        return Listings(nodes=[_of(Listing, row) for row in rows[:first]])

    @strawberry.field
    async def cases(self, info: Info, first: int) -> Cases:
        rows = await info.context["cases"].load(self.row["id"])
        return Cases(nodes=[_of(Case, row) for row in rows[:first]])

    @strawberry.field
    async def honest_performance(self, info: Info, first: int) -> HonestEntries:
        rows = await info.context["honest"].load(self.row["id"])
        return HonestEntries(nodes=[_of(Honest, row) for row in rows[:first]])


@strawberry.type
class Query:
    @strawberry.field
    async def subject(self, credit_code: str) -> Subject | None:
        known = await _rows("subject", "credit_code", [credit_code])
        return _of(Subject, known[0]) if known else None

    @strawberry.field
    async def subjects_by_codes(self, codes: list[str]) -> list[Subject | None]:
        found = {row["credit_code"]: row for row in await _rows("subject", "credit_code", codes)}
        return [_of(Subject, found[code]) if code in found else None for code in codes]

    @strawberry.field
    async def listings(self, kind: str, court_code: str, first: int) -> Listings:
        listing = _TABLES["listing"].c
        rows = await _all(
            sa.select(_TABLES["listing"])
            .where(listing.kind == kind, listing.court_code == court_code)
            .order_by(listing.published_on.desc(), listing.id.desc())
            .limit(first)
        )
        return Listings(nodes=[_of(Listing, row) for row in rows])


class Application(GraphQL[dict[str, Any], None]):
    """One set of loaders per request."""

    async def get_context(self, request: Any, response: Any) -> dict[str, Any]:
        return {
            "listings": DataLoader(_by_subject("listing")),
            "cases": DataLoader(_by_subject("enforcement_case")),
            "honest": DataLoader(_by_subject("honest_listing")),
            "case": DataLoader(_cases),
            "subject": DataLoader(_subjects),
        }


_EXTENSIONS = [ParserCache, ValidationCache] if os.environ.get("BENCH_TUNED") else []
application = Application(strawberry.Schema(query=Query, extensions=_EXTENSIONS))
