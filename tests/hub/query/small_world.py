"""A world of few rows in which every column of every table holds something: inside and outside the officer's region,
listed and not, in force, expired, unpublished and removed, of the own agency and of another.

Rows are made from the declarations alone, so a new column or entity is covered the day it is declared.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

import sqlalchemy as sa
from psycopg import Connection, sql

from hub.vault import Vault
from schema.catalog import catalog
from schema.identifiers import id_number_check_digit
from tests.province import AREA, COURT

Row = dict[str, Any]
INSIDE, OUTSIDE = f"{AREA}001", "500112001"
OTHER_COURT, NEAR_COURT = "渝0112", "浙0299"
#: court → area of its seat; only the first is the officer's own
COURTS = {COURT: AREA, OTHER_COURT: "500112", NEAR_COURT: INSIDE}
OWN_AGENCY, OTHER_AGENCY = "own-agency", "other-agency"
YESTERDAY = (datetime.datetime.now(datetime.UTC) - datetime.timedelta(days=2)).date()

#: kind, area, court of its facts, whether an SX listing is in force
SUBJECTS = (
    ("NATURAL_PERSON", INSIDE, COURT, True),
    ("NATURAL_PERSON", OUTSIDE, OTHER_COURT, True),
    ("NATURAL_PERSON", OUTSIDE, COURT, False),
    ("NATURAL_PERSON", OUTSIDE, OTHER_COURT, False),
    ("NATURAL_PERSON", None, NEAR_COURT, False),
    ("ENTERPRISE", INSIDE, OTHER_COURT, True),
    ("ENTERPRISE", OUTSIDE, OTHER_COURT, False),
    ("GOVERNMENT_BODY", OUTSIDE, OTHER_COURT, True),
    ("OTHER_ORGANISATION", OUTSIDE, COURT, False),
)
#: state of a listing, and whether its term has run out
STATES = (
    ("PUBLISHED", False), ("PUBLISHED", True), ("PROPOSED", False), ("GRACE", False), ("SHIELDED", False),
    ("REMOVED", False), ("REVOKED", False),
)  # fmt: skip
#: texts whose masks look at their shape
REAL = {"address": "浙江省宁波市镇海区示例路10号", "phone": "19900000010"}


@dataclass
class World:
    """The rows as the owner of the database reads them, by table, and the plain ID numbers by row."""

    tables: dict[str, list[Row]] = field(default_factory=dict)
    numbers: dict[str, str] = field(default_factory=dict)

    def of(self, row: Row) -> Row:
        """The subject that a fact belongs to."""
        return next(s for s in self.tables["subject"] if s["id"] == row["subject_id"])


class Builder:
    """Fills the tables; `n` numbers rows, so that texts are unique."""

    def __init__(self, connection: Connection[Any], vault: Vault) -> None:
        self._connection, self._vault, self._n = connection, vault, 0
        self.numbers: dict[str, str] = {}

    def row(self, entity: str, **fixed: Any) -> str:
        """Insert a row of the entity's table with every column filled; returns its id."""
        kind = catalog().types[entity]
        self._n += 1
        values: Row = {"id": str(uuid4())}
        for table_column in catalog().metadata.tables[kind.entity.table].columns:
            values.setdefault(table_column.name, self._filled(kind.entity.table, table_column, values["id"]))
        values |= {name: value for name, value in REAL.items() if name in values} | fixed
        statement = sql.SQL("insert into {} ({}) values ({})").format(
            sql.Identifier(kind.entity.table),
            sql.SQL(", ").join(map(sql.Identifier, values)),
            sql.SQL(", ").join([sql.Placeholder()] * len(values)),
        )
        self._connection.execute(statement, list(values.values()))
        return str(values["id"])

    def _filled(self, table: str, column: Any, row_id: str) -> Any:
        if column.name.endswith("_sealed"):
            self.numbers[row_id] = number = _id_number(self._n)
            return self._vault.seal("id_number", number)
        if column.name.endswith("_masked"):
            return f"**************{_id_number(self._n)[-4:]}"
        annotation = _annotation(table, column.name)
        if annotation is not None:
            return annotation
        return self._plain(column.name, UUID if isinstance(column.type, sa.Uuid) else column.type.python_type)

    def _plain(self, name: str, kind: type) -> Any:
        made: dict[type, Any] = {
            str: f"{name}-{self._n}", int: self._n, bool: True, Decimal: Decimal(self._n * 100 + 5) / 100,
            datetime.date: datetime.date(2020, 1, 1) + datetime.timedelta(days=self._n),
            datetime.datetime: datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC) + datetime.timedelta(days=self._n),
            list: [f"{name}-{self._n}"], UUID: str(uuid4()), bytes: b"",
        }  # fmt: skip
        return made[kind]


def _annotation(table: str, column: str) -> Any:
    """The first member of a column's enum, alone or in a list."""
    for kind in catalog().types.values():
        value = kind.values.get(column) if kind.entity.table == table else None
        if value is None:
            continue
        if value.kind.vocabulary:
            first = next(iter(value.kind.vocabulary)).value
            return first if value.kind.is_enum else [first]
    return None


def _id_number(number: int) -> str:
    seventeen = f"33021119900307{number % 1000:03d}"
    return seventeen + id_number_check_digit(seventeen)


def build(connection: Connection[Any], vault: Vault) -> World:
    """Insert the world and read it back."""
    builder = Builder(connection, vault)
    batch = builder.row("Batch", provider_code=OWN_AGENCY, source_name="source-a")
    builder.row("Batch", provider_code=OTHER_AGENCY, source_name="source-b")
    for code, area in COURTS.items():
        builder.row("Court", code=code, area_code=area)
    for entity in ("Agency", "Area", "Source", "WorkDay", "Measure"):
        builder.row(entity)
    for number, subject in enumerate(SUBJECTS):
        _subject(builder, batch, number, *subject)
    _snapshots(builder)
    connection.commit()
    tables = {kind.entity.table for kind in catalog().types.values()}
    return World({table: list(_read(connection, table)) for table in tables}, builder.numbers)


def _subject(
    builder: Builder, batch: str, number: int, kind: str, area: str | None, court: str | None, listed: bool
) -> None:
    names = ("张三", "欧阳示例", "王小明", "阿依古丽·买买提", "赵甲乙丙丁")
    name = {"name": names[number]} if kind == "NATURAL_PERSON" else {}
    subject = builder.row("Subject", kind=kind, area_code=area, batch_id=batch, **name)
    about = {"subject_id": subject, "batch_id": batch}
    case = {**about, "case_number": f"case-{number}"}
    if court:
        builder.row("Case", **case, court_code=court)
        builder.row("CaseParty", **case, court_code=court)
    for fact in ("TerminatedCase", "PerformanceCertificate"):
        builder.row(fact, **about, court_code=court or OTHER_COURT)
    for consent in (True, False):
        builder.row("HonestListEntry", **about, court_code=court, subject_kind=kind, is_publication_consented=consent)
    builder.row("FormerName", **about, subject_kind=kind)
    builder.row("ResponsiblePerson", **about)
    for list_kind in ("SX", "CONSUMPTION_RESTRICTION", "SERIOUS_DISHONESTY"):
        for state, expired in STATES:
            in_force = state == "PUBLISHED" and not expired
            if in_force and list_kind == "SX" and not listed:
                continue
            key = f"case-{number}" if in_force else f"{list_kind}-{number}-{state}-{expired}"
            builder.row("Listing", **about, kind=list_kind, subject_kind=kind, state=state, court_code=court,
                        case_number=key, term_ends_on=YESTERDAY if expired else None)  # fmt: skip
    for agency in (OWN_AGENCY, OTHER_AGENCY):
        _screening(builder, subject, agency)


def _screening(builder: Builder, subject: str, agency: str) -> None:
    screening = builder.row("Screening", agency_code=agency)
    item = builder.row("ScreeningItem", screening_id=screening, agency_code=agency)
    hit = builder.row("ScreeningHit", item_id=item, agency_code=agency, subject_id=subject)
    builder.row("Feedback", hit_id=hit, agency_code=agency, subject_id=subject)


def _snapshots(builder: Builder) -> None:
    for area in (INSIDE, OUTSIDE):
        snapshot = builder.row("GovernmentDebtorSnapshot", area_code=area)
        builder.row("GovernmentDebtorEntry", snapshot_id=snapshot, area_code=area)


def _read(connection: Connection[Any], table: str) -> Iterator[Row]:
    for (row,) in connection.execute(
        sql.SQL("select row_to_json(t)::text from {} t order by ctid").format(sql.Identifier(table))
    ):
        yield json.loads(row, parse_float=str)
