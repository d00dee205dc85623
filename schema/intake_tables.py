"""Tables of the ways in: what is uploaded, how far each pull has come, and who leads the pulls."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql as pg


def intake_tables(metadata: sa.MetaData) -> None:
    """Add the tables `upload`, `pull` and `sync_leader`."""
    _uploads(metadata)
    _pulls(metadata)


def _text(name: str, *, needed: bool = True) -> sa.Column[str]:
    return sa.Column(name, sa.Text(collation="C"), nullable=not needed)


def _uploads(metadata: sa.MetaData) -> None:
    """One line for each file that an agency has begun to send: who, what, how far, and what became of it."""
    moment = sa.DateTime(timezone=True)
    nothing = sa.text("0")
    sa.Table(
        "upload", metadata,
        sa.Column("id", pg.UUID(as_uuid=False), primary_key=True, server_default=sa.text("gen_random_uuid()")),
        _text("source_name"), _text("file_name"), _text("mode", needed=False), _text("sha256"),
        sa.Column("size", sa.BigInteger(), nullable=False),
        _text("agency"), _text("issuer"), _text("officer"), _text("token"),
        sa.Column("key_sealed", pg.BYTEA(), nullable=False),
        sa.Column("received", sa.BigInteger(), nullable=False, server_default=nothing),
        sa.Column("blocks", sa.Integer(), nullable=False, server_default=nothing),
        sa.Column("stored", sa.BigInteger(), nullable=False, server_default=nothing),
        sa.Column("state", sa.Text(collation="C"), nullable=False, server_default=sa.text("'OPEN'")),
        sa.Column("batch_id", pg.UUID(as_uuid=False)),
        sa.Column("refusal", pg.JSONB()),
        sa.Column("begun_at", moment, nullable=False, server_default=sa.text("now()")),
        sa.Column("changed_at", moment, nullable=False, server_default=sa.text("now()")),
        sa.CheckConstraint("state in ('OPEN', 'RECEIVED', 'LOADED', 'REFUSED', 'CANCELLED')", name="state"),
        sa.CheckConstraint("mode in ('FULL', 'DELTA')", name="mode"),
        sa.CheckConstraint("sha256 ~ '^[0-9a-f]{64}$'", name="sha256"),
        sa.CheckConstraint("received between 0 and size", name="received"),
        sa.Index("uq_upload_alive", "agency", "source_name", "sha256", unique=True,
                 postgresql_where=sa.text("state in ('OPEN', 'RECEIVED', 'LOADED')")),
        sa.Index("ix_upload_waiting", "begun_at", postgresql_where=sa.text("state in ('OPEN', 'RECEIVED')")),
    )  # fmt: skip


def _pulls(metadata: sa.MetaData) -> None:
    """How far each pull has come; the token says which leader wrote it last, and none writes after a later one."""
    moment = sa.DateTime(timezone=True)
    nothing = sa.text("0")
    sa.Table(
        "pull", metadata,
        sa.Column("name", sa.Text(collation="C"), primary_key=True),
        sa.Column("position", pg.JSONB()),
        sa.Column("token", sa.BigInteger(), nullable=False, server_default=nothing),
        sa.Column("begun_at", moment), sa.Column("ended_at", moment), sa.Column("succeeded_at", moment),
        sa.Column("failures", sa.Integer(), nullable=False, server_default=nothing),
        _text("code", needed=False),
        sa.Column("rows_pulled", sa.BigInteger(), nullable=False, server_default=nothing),
        sa.Column("batch_id", pg.UUID(as_uuid=False)),
    )  # fmt: skip
    sa.Table(
        "sync_leader", metadata,
        sa.Column("id", sa.Boolean(), primary_key=True, server_default=sa.true()),
        sa.Column("token", sa.BigInteger(), nullable=False),
        _text("name"),
        sa.Column("since", moment, nullable=False, server_default=sa.text("now()")),
        sa.CheckConstraint("id", name="one"),
    )  # fmt: skip
