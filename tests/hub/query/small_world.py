"""A world of few rows in which every column of every table holds something: inside and outside the officer's region,
listed and not, in force, expired, unpublished and removed, of the own agency and of another.

Rows are made from the declarations alone, so a new column or entity is covered the day it is declared. Ids come out
of a seed, so that whatever is ordered by them is the same in every run.
"""

from __future__ import annotations

import base64
import datetime
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from random import Random
from typing import Any, LiteralString
from uuid import UUID

import sqlalchemy as sa
from psycopg import Connection, sql

from hub.caller import Caller
from hub.vault import Vault
from schema import identifiers
from schema.catalog import ObjectType, Value, catalog
from schema.policy import policy
from tests.province import AREA, COURT, officer

Row = dict[str, Any]
INSIDE, OUTSIDE = f"{AREA}001", "500112001"
OTHER_COURT, NEAR_COURT = "渝0112", "浙0299"
#: court → area of its seat; only the first is the officer's own
COURTS = {COURT: AREA, OTHER_COURT: "500112", NEAR_COURT: INSIDE}
OWN_AGENCY, OTHER_AGENCY = "own-agency", "other-agency"
#: a matter that the other agency has sealed
SEALED = "M-9"
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
    ("ENTERPRISE", None, NEAR_COURT, True),
    ("GOVERNMENT_BODY", INSIDE, COURT, False),
    ("NATURAL_PERSON", None, None, False),
)
#: place in the list of the subject who asks about himself
OWN_SUBJECT = 3
#: state of a listing, and whether its term has run out
STATES = (
    ("PUBLISHED", False), ("PUBLISHED", True), ("PROPOSED", False), ("GRACE", False), ("SHIELDED", False),
    ("REMOVED", False), ("REVOKED", False),
)  # fmt: skip
#: what ties rows made one by one, so that each relation leads somewhere
TIES: LiteralString = """
update subject set superior_credit_code = (select min(credit_code) from subject where kind = 'ENTERPRISE')
    where kind = 'GOVERNMENT_BODY';
update enforcement_case set case_number = (select min(case_number) from enforcement_case)
    where subject_id in (select id from subject where kind = 'OTHER_ORGANISATION');
update listing set case_number = (select min(case_number) from enforcement_case)
    where kind = 'CONSUMPTION_RESTRICTION' and state = 'PUBLISHED' and term_ends_on is null
    and subject_id in (select id from subject where kind = 'OTHER_ORGANISATION');
update honest_listing h set certificate_serial = c.serial from performance_certificate c
    where c.subject_id = h.subject_id;
update screening_hit h set listing_id = l.id from listing l where l.subject_id = h.subject_id
    and l.kind = 'CONSUMPTION_RESTRICTION' and l.state = 'PUBLISHED' and l.term_ends_on is null;
update screening_hit set measure_codes = (select array_agg(code) from measure);
update feedback set measure_code = (select min(code) from measure);
update government_debtor_snapshot set previous_id = (select min(id::text) from government_debtor_snapshot)::uuid;
update area set parent_code = left(code, 6) where length(code) = 9
"""
#: nobody is erased or joined to another unless a test does it
NONE = ("erased_at", "merged_into", "origin_id")
#: texts whose masks look at their shape
REAL = {"address": "浙江省宁波市镇海区示例路10号", "phone": "19900000010"}


@dataclass
class World:
    """The rows as the owner of the database reads them, by table, and the plain ID numbers by row."""

    tables: dict[str, list[Row]] = field(default_factory=dict)
    numbers: dict[str, str] = field(default_factory=dict)

    def subject(self, number: int) -> str:
        """The id of a subject by its place in the list."""
        return str(self.tables["subject"][number]["id"])

    def of(self, row: Row) -> Row:
        """The subject that a fact belongs to."""
        return next(s for s in self.tables["subject"] if s["id"] == row["subject_id"])


class Builder:
    """Fills the tables; `n` numbers rows, so that texts are unique."""

    def __init__(self, connection: Connection[Any], vault: Vault) -> None:
        self._connection, self._vault, self._n = connection, vault, 0
        self._dice = Random(20)
        self.numbers: dict[str, str] = {}
        self._keys: dict[str, bytes] = {}

    def row(self, entity: str, **fixed: Any) -> str:
        """Insert a row of the entity's table with every column filled; returns its id."""
        kind = catalog().types[entity]
        self._n += 1
        values: Row = {"id": self._id()}
        for table_column in catalog().metadata.tables[kind.entity.table].columns:
            values.setdefault(table_column.name, self._filled(kind.entity.table, table_column, values["id"]))
        values |= {name: value for name, value in REAL.items() if name in values} | dict.fromkeys(NONE) | fixed
        if "rows_read" in values:  # the account of a batch adds up, or the database refuses it
            values["rows_read"] = sum(values[f"rows_{part}"] for part in ("accepted", "quarantined", "ignored"))
            values["rows_unchanged"] = values["rows_accepted"]
        held = catalog().metadata.tables[kind.entity.table].columns
        values = {name: value for name, value in values.items() if name in held and _has(kind, fixed, name)}
        statement = sql.SQL("insert into {} ({}) values ({})").format(
            sql.Identifier(kind.entity.table),
            sql.SQL(", ").join(map(sql.Identifier, values)),
            sql.SQL(", ").join([sql.Placeholder()] * len(values)),
        )
        self._connection.execute(statement, list(values.values()))
        if key := self._keys.get(values["id"]):
            self._connection.execute("insert into person_key values (%s, %s)", (values["id"], key))
        return str(values["id"])

    def person(self, **fixed: Any) -> str:
        """Insert a natural person of whom a case tells, so that officers of courts know of him; returns the id."""
        person = self.row("Subject", kind="NATURAL_PERSON", **fixed)
        self.row("Case", subject_id=person)
        return person

    def _id(self) -> str:
        return str(UUID(int=self._dice.getrandbits(128), version=4))

    def _filled(self, table: str, column: Any, row_id: str) -> Any:
        if column.name.endswith("_sealed"):
            self.numbers[row_id] = number = _id_number(self._n)
            if self._n % 2:  # some from before there were keys
                return self._vault.seal("id_number", number)
            half, self._keys[row_id] = self._vault.seal_apart("id_number", number)
            return half
        if column.name.endswith("_masked"):
            return f"**************{_id_number(self._n)[-4:]}"
        declared = _declared(table, column.name)
        if declared is not None and declared.kind.vocabulary:
            first = next(iter(declared.kind.vocabulary)).value
            return first if declared.kind.is_enum else [first]
        if declared is not None and declared.kind.name in CODES:
            return CODES[declared.kind.name](self._n)
        return self._plain(column.name, UUID if isinstance(column.type, sa.Uuid) else column.type.python_type)

    def _plain(self, name: str, kind: type) -> Any:
        made: dict[type, Any] = {
            str: f"{name}-{self._n}", int: self._n, bool: True, Decimal: Decimal(self._n * 100 + 5) / 100,
            datetime.date: datetime.date(2020, 1, 1) + datetime.timedelta(days=self._n),
            datetime.datetime: datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC) + datetime.timedelta(days=self._n),
            list: [f"{name}-{self._n}"], UUID: self._id(), bytes: b"",
        }  # fmt: skip
        return made[kind]


def _has(kind: ObjectType, fixed: Row, column: str) -> bool:
    """Whether rows of an interface have the column, being of the concrete type that `fixed` says."""
    told = kind.entity.discriminator
    own = next((each for each in catalog().concrete(kind.name) if each.entity.when == fixed.get(told or "")), None)
    others = {name for each in catalog().concrete(kind.name) for name in each.values}
    stem = column.removesuffix("_sealed").removesuffix("_masked")
    return own is None or stem not in others or stem in own.values


def _declared(table: str, column: str) -> Value | None:
    """What is declared of a column, on whichever of the table's types has it."""
    for kind in catalog().types.values():
        if kind.entity.table == table and column in kind.values:
            return kind.values[column]
    return None


def _id_number(number: int) -> str:
    seventeen = f"33021119900307{number % 1000:03d}"
    return seventeen + identifiers.id_number_check_digit(seventeen)


def case_number(number: int) -> str:
    """A case number in canonical form."""
    return f"(2023)浙0211执{number}号"


def _credit_code(number: int) -> str:
    seventeen = f"91330211{number:09d}"
    return seventeen + identifiers.credit_code_check_digit(seventeen)


def _organisation_code(number: int) -> str:
    return f"{number:08d}" + identifiers.organisation_code_check_digit(f"{number:08d}")


def _registration_number(number: int) -> str:
    fourteen = f"330211{number:08d}"
    return fourteen + identifiers.registration_number_check_digit(fourteen)


#: kind → a value of it that a caller may write, other for each number
CODES: dict[str, Callable[[int], str]] = {
    "CreditCode": _credit_code,
    "OrganisationCode": _organisation_code,
    "RegistrationNumber": _registration_number,
    "CaseNumber": case_number,
    "CourtCode": lambda number: f"吉{number % 10_000:04d}",
    "AreaCode": lambda number: f"22{number:04d}",
}


def build(connection: Connection[Any], vault: Vault) -> World:
    """Insert the world and read it back."""
    builder = Builder(connection, vault)
    builder.row("Source", name="source-a")
    batch = builder.row("Batch", provider_code=OWN_AGENCY, source_name="source-a")
    builder.row("Batch", provider_code=OTHER_AGENCY, source_name="source-b")
    for code, area in COURTS.items():
        builder.row("Court", code=code, area_code=area)
    for code in (AREA, "500112", INSIDE, OUTSIDE):
        builder.row("Area", code=code)
    for entity in ("Agency", "Area", "WorkDay", "Measure"):
        builder.row(entity)
    for number, subject in enumerate(SUBJECTS):
        _subject(builder, batch, number, *subject)
    _snapshots(builder)
    one, other, *_ = [str(row[0]) for row in connection.execute("select id from subject order by ctid")]
    for agency in (OWN_AGENCY, OTHER_AGENCY):
        builder.row("IdentityDecision", agency_code=agency, keep_id=one, merge_id=other)
    _log(builder, connection, vault)
    for statement in TIES.split(";"):
        assert connection.execute(statement).rowcount, statement
    connection.execute("analyze")
    connection.commit()
    tables = {kind.entity.table: kind.entity.view for kind in catalog().types.values()}
    world = World({table: list(_read(connection, table, view)) for table, view in tables.items()}, builder.numbers)
    for term in world.tables["access_term"]:
        world.numbers[term["id"]] = vault.open("audit_term", bytes.fromhex(term["text_sealed"].removeprefix("\\x")))
    return world


def asker(role: str, own: str) -> Caller:
    """An officer of the role, with a purpose and a matter number if the role may claim any; `own` is who SE is."""
    purposes = sorted(policy().purposes.get(role, ()))
    return officer(
        role, agency=OWN_AGENCY, areas=(AREA,), courts=(COURT,), purpose=purposes[0] if purposes else None,
        matter="M-1" if purposes else None, subject_id=own if role == "SE" else None,
    )  # fmt: skip


def _subject(
    builder: Builder, batch: str, number: int, kind: str, area: str | None, court: str | None, listed: bool
) -> None:
    names = ("张三", "欧阳示例", "王小明", "阿依古丽·买买提", "赵甲乙丙丁")
    name = {"name": names[number % len(names)]} if kind == "NATURAL_PERSON" else {}
    subject = builder.row("Subject", kind=kind, area_code=area, batch_id=batch, **name)
    about = {"subject_id": subject, "batch_id": batch}
    case = {**about, "case_number": case_number(number)}
    if court:
        builder.row("Case", **case, court_code=court)
        builder.row("CaseParty", **case, court_code=court)
    for fact in ("TerminatedCase", "PerformanceCertificate"):
        builder.row(fact, **about, court_code=court or OTHER_COURT)
    for consent in (True, False):
        builder.row("HonestListEntry", **about, court_code=court, subject_kind=kind, is_publication_consented=consent)
    builder.row("FormerName", **about, subject_kind=kind)
    for decision in ("Licence", "Penalty"):
        builder.row(decision, **about, subject_kind=kind)
    builder.row("ResponsiblePerson", **about)
    for list_kind in ("SX", "CONSUMPTION_RESTRICTION", "SERIOUS_DISHONESTY"):
        for state, expired in STATES:
            in_force = state == "PUBLISHED" and not expired
            if in_force and list_kind == "SX" and not listed:
                continue
            key = case_number(number) if in_force else f"{list_kind}-{number}-{state}-{expired}"
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


def _log(builder: Builder, connection: Connection[Any], vault: Vault) -> None:
    """Entries of both agencies, by officers of either court, each of all subjects, half of them indexed; one agency has
    sealed one of its matters, and has had another sealed.
    """
    subjects = [str(row[0]) for row in connection.execute("select id from subject order by ctid")]
    for number, (agency, court, matter) in enumerate(
        ((OWN_AGENCY, COURT, "M-1"), (OTHER_AGENCY, OTHER_COURT, "M-1"), (OTHER_AGENCY, COURT, SEALED),
         (OWN_AGENCY, OTHER_COURT, SEALED))
    ):  # fmt: skip
        terms = [
            {"argument": name, "hmac": vault.blind("audit_term", text).hex(),
             "sealed": base64.b64encode(vault.seal("audit_term", text)).decode()}
            for name, text in (("idNumber", _id_number(number)), ("name", '张"三'))
        ]  # fmt: skip
        actor = {"iss": "i", "sub": f"actor-{number}", "agency": agency, "roles": ["CE", "BK"]}
        content = {
            "id": f"{number + 1:032x}", "iss": "https://login.example.gov.cn",
            "sub": f"officer-{number}", "agency": agency,
            "roles": ["CE"], "courts": [court], "jti": "j", "purpose": "ENFORCEMENT", "matter": matter,
            "actors": [actor], "operation": f"{number:064x}", "name": "Query", "policy": "p",
            "decision": "ANSWERED", "code": "NONE", "levels": {"NaturalPerson.name": "CLEAR"},
            "groups": ["person_name"], "terms": terms,
            "subjects": subjects, "inspected": [],
        }  # fmt: skip
        connection.execute("select audit.append(array[%s])", [json.dumps(content)])
        if number == 1:
            connection.execute("select audit.index_subjects(2)")
    now = datetime.datetime.now(datetime.UTC)
    ends = {"sealed_at": now, "sealed_until": now + datetime.timedelta(days=9)}
    builder.row("AccessSeal", agency_code=OTHER_AGENCY, matter=SEALED, released_at=None, released_by=None, **ends)
    for agency in (OWN_AGENCY, OTHER_AGENCY):
        builder.row("AccessSeal", agency_code=agency, matter="M-1", **ends)


def _read(connection: Connection[Any], table: str, is_view: bool) -> Iterator[Row]:
    query = "select row_to_json(t)::text from {} t" + ("" if is_view else " order by ctid")
    for (row,) in connection.execute(sql.SQL(query).format(sql.Identifier(table))):
        yield json.loads(row, parse_float=str)
