"""Tables: SQLAlchemy metadata derived from the catalog, and the few tables the hub keeps for itself.

`subject_id` leads the primary key of every fact, so that a distributed PostgreSQL can keep a subject's facts
together; text is collated "C", so that order and prefix search mean the same on every server. The migrations are
written by hand and held against this metadata by a test.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql as pg

from schema.indexes import RECOGNISED, indexes, primary
from schema.intake_tables import intake_tables
from schema.language import Column, Entity
from schema.masks import ERASED
from schema.resolved import Resolved, Value, physical_columns

CONVENTION = {"ix": "ix_%(table_name)s_%(column_0_N_name)s", "uq": "uq_%(table_name)s_%(column_0_N_name)s",
              "ck": "ck_%(table_name)s_%(constraint_name)s", "pk": "pk_%(table_name)s",
              "fk": "fk_%(table_name)s_%(column_0_name)s"}  # fmt: skip

#: type of a kind → SQLAlchemy's; kinds do not know SQLAlchemy, since readers can do without its twelve megabytes
COLUMN_TYPES: Mapping[str, Callable[[], sa.types.TypeEngine[Any]]] = {
    "text": lambda: sa.Text(collation="C"),
    "text[]": lambda: pg.ARRAY(sa.Text()),
    "integer": sa.Integer,
    "bigint": sa.BigInteger,
    "boolean": sa.Boolean,
    "uuid": lambda: pg.UUID(as_uuid=False),
    "date": sa.Date,
    "timestamptz": lambda: sa.DateTime(timezone=True),
    "numeric": lambda: sa.Numeric(18, 2),
}

#: tables whose rows pass to another subject when two are joined: `origin_id` then says whose they were
JOINED = frozenset({
    "case_party", "enforcement_case", "feedback", "former_name", "honest_listing", "licence", "listing", "penalty",
    "performance_certificate", "responsible_person", "screening_hit", "screening_instruction", "terminated_case",
})  # fmt: skip

#: every row that was read is accounted for, whatever becomes of the batch
_ACCOUNT = "rows_accepted + rows_quarantined + rows_ignored = rows_read and rows_unchanged <= rows_accepted"


#: table → what its rows have to satisfy besides
_SATISFIED: Mapping[str, Mapping[str, str]] = {
    "identity_decision": {
        "two_subjects": "keep_id <> merge_id",
        "two_persons": "approved_by <> officer",
        "approved": "(approved_by is null) = (approved_at is null)",
    },
    "access_seal": {
        "bounded": "sealed_until > sealed_at and sealed_until <= sealed_at + interval '366 days'",
        "released": "(released_at is null) = (released_by is null)",
    },
}


def build_metadata(built: Resolved) -> sa.MetaData:
    """One table per declared table name, plus the hub's own."""
    metadata = sa.MetaData(naming_convention=CONVENTION)
    for entity in _leading(built):
        _entity_table(metadata, built, entity)
    _own_tables(metadata)
    return metadata


def _leading(built: Resolved) -> list[Entity]:
    """The entity that owns each table: an interface stands for its concrete types; migrations alone make views."""
    return [kind.entity for kind in built.types.values() if kind.entity.of is None and not kind.entity.view]


def _entity_table(metadata: sa.MetaData, built: Resolved, entity: Entity) -> None:
    owned = built.types[entity.name].values
    values = physical_columns(built, entity.name)
    columns: list[sa.Column[Any]] = []
    for value in values.values():
        columns += _columns(value, shared=value.name in owned)
    if entity.loaded:
        columns += _provenance()
    if entity.table in JOINED:
        columns.append(sa.Column("origin_id", pg.UUID(as_uuid=False)))
    table = sa.Table(entity.table, metadata, *columns, sa.PrimaryKeyConstraint(*primary(entity)))
    if entity.key != ("id",):
        _natural_key(table, [values[name] for name in entity.key])
    # no foreign key to subject: checking it row by row took a sixth of a load; subjects are never removed (no role may
    # delete one) and facts take their subject from the resolution of the same transaction
    _checks(table, values.values())
    for name, condition in _SATISFIED.get(entity.table, {}).items():
        table.append_constraint(sa.CheckConstraint(condition, name=name))
    for names in indexes(entity, values.values()):
        sa.Index(None, *[table.c[name] for name in names])
    if entity.table in RECOGNISED:
        here = table.c["absent_since"].is_(None) if "absent_since" in table.c else None
        sa.Index(None, table.c["content_hash"], postgresql_where=here)
    if entity.table == "batch":
        table.append_constraint(sa.CheckConstraint(_ACCOUNT, name="account"))


def _natural_key(table: sa.Table, values: list[Value]) -> None:
    """Unique; where a person's name is a part of it, only among those who were not erased."""
    options: dict[str, Any] = {}
    if any(value.nullable for value in values):
        options["postgresql_nulls_not_distinct"] = True
    names = [value.name for value in values]
    called = f"uq_{table.name}_{'_'.join(names)}"
    if table.name in JOINED and "subject_id" in names:  # one fact of each of the subjects that were joined
        names.append("origin_id")
        options["postgresql_nulls_not_distinct"] = True
    personal = [value.name for value in values if isinstance(value.declared, Column) and value.declared.personal]
    if not personal:
        table.append_constraint(sa.UniqueConstraint(*names, name=called, **options))
        return
    told = " and ".join(f"{name} <> '{ERASED}'" for name in personal)
    sa.Index(called, *[table.c[name] for name in names], unique=True, postgresql_where=sa.text(told), **options)


def _columns(value: Value, shared: bool) -> Iterable[sa.Column[Any]]:
    declared = value.declared
    assert isinstance(declared, Column)
    nullable = value.nullable or not shared
    if value.kind.sealed:
        # no readable copy: what most callers see, and the ciphertext that only an allowed answer opens
        return [
            sa.Column(f"{value.name}_masked", sa.Text(collation="C")),
            sa.Column(f"{value.name}_sealed", pg.BYTEA()),
        ]
    default = "gen_random_uuid()" if value.name == "id" else declared.default
    sql = COLUMN_TYPES[value.kind.cast]()
    server_default = sa.text(default) if default else None
    return [sa.Column(value.name, sql, nullable=nullable and not default, server_default=server_default)]


def _provenance() -> list[sa.Column[Any]]:
    return [
        sa.Column("batch_id", pg.UUID(as_uuid=False), nullable=False),
        sa.Column("row_no", sa.Integer(), nullable=False),
        sa.Column("content_hash", sa.BigInteger(), nullable=False),
        sa.Column("source_time", sa.DateTime(timezone=True)),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False, server_default=sa.text("now()")),
    ]


def _checks(table: sa.Table, values: Iterable[Value]) -> None:
    for value in values:
        if value.kind.vocabulary and value.kind.is_enum:
            allowed = ", ".join(f"'{member.value}'" for member in value.kind.vocabulary)
            table.append_constraint(sa.CheckConstraint(f"{value.name} in ({allowed})", name=value.name))


def _own_tables(metadata: sa.MetaData) -> None:
    """What has no GraphQL type: identifiers, quarantine, the hub's settings of record, revoked tokens."""
    subject_id = sa.Column("subject_id", pg.UUID(as_uuid=False), nullable=False)
    sa.Table(
        "subject_identifier", metadata,
        sa.Column("kind", sa.Text(collation="C"), nullable=False),
        sa.Column("value", sa.Text(collation="C"), nullable=False),
        subject_id,
        sa.Column("batch_id", pg.UUID(as_uuid=False), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False, server_default=sa.text("now()")),
        sa.Column("erased", sa.Boolean(), nullable=False, server_default=sa.text("false")),
        sa.PrimaryKeyConstraint("kind", "value"), sa.Index(None, "subject_id"),
    )  # fmt: skip
    sa.Table(
        "quarantine_row", metadata,
        sa.Column("batch_id", pg.UUID(as_uuid=False), sa.ForeignKey("batch.id"), nullable=False),
        sa.Column("row_no", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(collation="C"), nullable=False),
        sa.Column("column_name", sa.Text(collation="C")),
        sa.Column("locator", sa.Text(collation="C")),
        sa.Column("raw_masked", pg.JSONB(), nullable=False),
        sa.Column("raw_sealed", pg.BYTEA(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False, server_default=sa.text("now()")),
        sa.Column("replayed_at", sa.DateTime(timezone=True)),
        sa.Column("row_hash", sa.BigInteger()),
        sa.PrimaryKeyConstraint("batch_id", "row_no"), sa.Index(None, "reason"), sa.Index(None, "row_hash"),
    )  # fmt: skip
    _loading(metadata)
    intake_tables(metadata)
    sa.Table(
        "hub_setting", metadata,
        sa.Column("name", sa.Text(collation="C"), primary_key=True),
        sa.Column("value", sa.Text(collation="C"), nullable=False),
    )  # fmt: skip
    sa.Table(
        "revoked_token", metadata,
        sa.Column("kind", sa.Text(collation="C"), nullable=False),
        sa.Column("issuer", sa.Text(collation="C"), nullable=False),
        sa.Column("value", sa.Text(collation="C"), nullable=False),
        sa.Column("issued_before", sa.DateTime(timezone=True)),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=False, server_default=sa.text("now()")),
        sa.Column("reason", sa.Text(collation="C")),
        sa.Column("written", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "issuer", "value"), sa.Index(None, "written"),
        sa.CheckConstraint("kind in ('TOKEN', 'SUBJECT', 'AGENCY')", name="kind"),
        sa.CheckConstraint("(kind = 'TOKEN') = (issued_before is null)", name="issued_before"),
    )  # fmt: skip
    sa.Table(
        "subject_alias", metadata,
        sa.Column("old_id", pg.UUID(as_uuid=False), primary_key=True),
        sa.Column("current_id", pg.UUID(as_uuid=False), nullable=False),
        sa.Column("decision_id", pg.UUID(as_uuid=False), nullable=False),
        sa.Index(None, "current_id"),
    )  # fmt: skip
    _policy_table(metadata)
    _erasure_tables(metadata)


def _loading(metadata: sa.MetaData) -> None:
    """What is noted of a delivery besides its account, and the files that were delivered, each sealed with its key."""
    moment = sa.DateTime(timezone=True)
    sa.Table(
        "delivery", metadata,
        sa.Column("batch_id", pg.UUID(as_uuid=False), sa.ForeignKey("batch.id"), primary_key=True),
        sa.Column("delivered_by", sa.Text(collation="C"), nullable=False),
        sa.Column("columns", pg.ARRAY(sa.Text()), nullable=False),
        sa.Column("mapping", sa.Text(collation="C"), nullable=False),
        sa.Column("as_of", moment),
        sa.Column("reasons", pg.JSONB(), nullable=False),
        sa.Column("parked", pg.JSONB()),
        sa.Column("decision", sa.Text(collation="C")),
        sa.Column("decided_by", sa.Text(collation="C")),
        sa.Column("decided_at", moment),
        sa.CheckConstraint("decision in ('RELEASED', 'REJECTED')", name="decision"),
        sa.CheckConstraint("decision <> 'RELEASED' or decided_by <> delivered_by", name="two_persons"),
        sa.CheckConstraint("num_nonnulls(decision, decided_by, decided_at) in (0, 3)", name="decided"),
    )  # fmt: skip
    sa.Table(
        "stored_file", metadata,
        sa.Column("sha256", sa.Text(collation="C"), primary_key=True),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("key_sealed", pg.BYTEA(), nullable=False),
        sa.Column("stored_at", moment, nullable=False, server_default=sa.text("now()")),
    )  # fmt: skip


def _policy_table(metadata: sa.MetaData) -> None:
    """Policy tables, proposed by one person and approved by another; of approved ones never two are in force."""
    moment = sa.DateTime(timezone=True)
    sa.Table(
        "policy_table", metadata,
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), primary_key=True),
        sa.Column("version", sa.Text(collation="C"), nullable=False),
        sa.Column("content", sa.Text(collation="C"), nullable=False),
        sa.Column("valid_from", moment, nullable=False),
        sa.Column("valid_to", moment),
        sa.Column("proposed_by", sa.Text(collation="C"), nullable=False),
        sa.Column("proposed_at", moment, nullable=False, server_default=sa.text("now()")),
        sa.Column("approved_by", sa.Text(collation="C")),
        sa.Column("approved_at", moment),
        sa.CheckConstraint(
            "version = left(encode(sha256(convert_to(content, 'UTF8')), 'hex'), 12)", name="version_is_of_content"
        ),
        sa.CheckConstraint("approved_by <> proposed_by", name="two_persons"),
        sa.CheckConstraint("(approved_by is null) = (approved_at is null)", name="approved"),
        sa.CheckConstraint("valid_to > valid_from", name="ends_after_it_begins"),
        sa.Index("uq_policy_table_pending", "version", unique=True, postgresql_where=sa.text("approved_at is null")),
        pg.ExcludeConstraint(
            (sa.func.tstzrange(sa.literal_column("valid_from"), sa.literal_column("valid_to")), "&&"),
            where=sa.text("approved_at is not null"), name="ex_policy_table_in_force",
        ),
    )  # fmt: skip


def _erasure_tables(metadata: sa.MetaData) -> None:
    """The keys of sealed values, who was erased and why, and names that must not come back beside a case."""
    moment = sa.DateTime(timezone=True)
    sa.Table(
        "person_key", metadata,
        sa.Column("owner_id", pg.UUID(as_uuid=False), primary_key=True),
        sa.Column("key_sealed", pg.BYTEA(), nullable=False),
    )  # fmt: skip
    sa.Table(
        "erasure", metadata,
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), primary_key=True),
        sa.Column("subject_id", pg.UUID(as_uuid=False), nullable=False),
        sa.Column("basis", sa.Text(collation="C"), nullable=False),
        sa.Column("order_number", sa.Text(collation="C")),
        sa.Column("proposed_by", sa.Text(collation="C"), nullable=False),
        sa.Column("proposed_at", moment, nullable=False, server_default=sa.text("now()")),
        sa.Column("approved_by", sa.Text(collation="C")),
        sa.Column("approved_at", moment),
        sa.Column("finished_at", moment),
        sa.UniqueConstraint("subject_id"),
        sa.CheckConstraint("approved_by <> proposed_by", name="two_persons"),
        sa.CheckConstraint("(approved_by is null) = (approved_at is null)", name="approved"),
        sa.CheckConstraint("finished_at is null or approved_at is not null", name="finished"),
    )  # fmt: skip
    sa.Table(
        "erased_name", metadata,
        sa.Column("case_number", sa.Text(collation="C"), nullable=False),
        sa.Column("name_blind", pg.BYTEA(), nullable=False),
        sa.PrimaryKeyConstraint("case_number", "name_blind"),
    )  # fmt: skip
