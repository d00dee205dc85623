"""Erasures on record: who was proposed by whom, on which ground, and approved by whom. Nothing of the person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

import psycopg
from psycopg import Connection
from psycopg.rows import class_row

from hub.erasure.basis import Basis, against
from hub.errors import ErasureRefused, InvalidArgument
from hub.two_persons import is_same, named
from schema.erasure import PERSON
from schema.identifiers import parse_case_number

_COLUMNS: Final = (
    "subject_id::text, basis, order_number, proposed_by, proposed_at, approved_by, approved_at, finished_at"
)
_FIND: Final = f"select {_COLUMNS} from erasure where subject_id = %s"  # noqa: S608 - our own names
_ALL: Final = f"select {_COLUMNS} from erasure order by id"  # noqa: S608 - our own names


@dataclass(frozen=True)
class Erasure:
    """One erasure; instants with their zone."""

    subject_id: str
    basis: str
    order_number: str | None
    proposed_by: str
    proposed_at: datetime
    approved_by: str | None
    approved_at: datetime | None
    #: when dead rows and statistics were cleaned up after it
    finished_at: datetime | None


def stored(connection: Connection[Any]) -> list[Erasure]:
    """All of them, in the order of their proposals."""
    with connection.cursor(row_factory=class_row(Erasure)) as cursor:
        return cursor.execute(_ALL).fetchall()


def find(connection: Connection[Any], subject: str) -> Erasure | None:
    """The erasure of a subject."""
    with connection.cursor(row_factory=class_row(Erasure)) as cursor:
        return cursor.execute(_FIND, (subject,)).fetchone()


def propose(connection: Connection[Any], subject: str, basis: Basis, by: str, order: str | None) -> Erasure:
    """Put an erasure up for approval. Raises InvalidArgument, or ErasureRefused where the record has to be kept."""
    number = _order(order)
    if find(connection, subject) is not None:
        raise InvalidArgument(argument="SUBJECT", reason="was proposed already", reason_zh="已提出删除")
    check(connection, subject, number)
    try:
        connection.execute(
            "insert into erasure (subject_id, basis, order_number, proposed_by) values (%s, %s, %s, %s)",
            (subject, basis, number, named(by)),
        )
    except psycopg.errors.UniqueViolation:
        raise InvalidArgument(argument="SUBJECT", reason="was proposed already", reason_zh="已提出删除") from None
    return known(connection, subject)


def withdraw(connection: Connection[Any], subject: str) -> Erasure:
    """Take a proposal back. Raises InvalidArgument where none waits."""
    waiting = known(connection, subject)
    if waiting.approved_at is not None:
        raise InvalidArgument(
            argument="SUBJECT", reason="is erased, which cannot be undone", reason_zh="已删除，不可撤回"
        )
    connection.execute("delete from erasure where subject_id = %s and approved_at is null", (subject,))
    return waiting


def approving(connection: Connection[Any], subject: str, by: str) -> Erasure:
    """The proposal, held until the transaction ends, if this person may approve it; or an erasure that was approved.

    Raises InvalidArgument, or ErasureRefused where the record has to be kept by now.
    """
    name = named(by)
    connection.execute("select from erasure where subject_id = %s for update", (subject,))
    waiting = known(connection, subject)
    if waiting.approved_at is not None:
        return waiting
    if is_same(waiting.proposed_by, name):
        raise InvalidArgument(argument="--by", reason=f"{name} proposed this; another person has to approve it",
                              reason_zh=f"由 {name} 提出，须由另一人批准")  # fmt: skip
    check(connection, subject, waiting.order_number)
    connection.execute(
        "update erasure set approved_by = %s, approved_at = now() where subject_id = %s", (name, subject)
    )
    return waiting


def known(connection: Connection[Any], subject: str) -> Erasure:
    """The erasure of a subject. Raises InvalidArgument where nobody proposed it."""
    found = find(connection, subject)
    if found is None:
        raise InvalidArgument(argument="SUBJECT", reason="was never proposed for erasure", reason_zh="未提出过删除")
    return found


def check(connection: Connection[Any], subject: str, order: str | None) -> None:
    """Whether the subject may be erased. Raises ErasureRefused."""
    check_person(connection, subject)
    listed, opened = against(connection, subject)
    if order is None and (listed or opened):
        raise ErasureRefused(
            reason=f"{listed} listings are in force or on their way and {opened} cases are open;"
            " only a court's order (--order) goes before",
            reason_zh=f"有 {listed} 条名单记录在列或待公布、{opened} 件案件未结案，须凭法院文书（--order）",
        )


def check_person(connection: Connection[Any], subject: str) -> None:
    """Whether the subject is a natural person. Raises ErasureRefused."""
    row = connection.execute("select kind from subject where id = %s", (subject,)).fetchone()
    if row is None or row[0] != "NATURAL_PERSON":
        raise ErasureRefused(reason=f"there is no {PERSON} of this id", reason_zh="没有此标识的自然人")
    joined = "select 1 from subject_alias where %s in (old_id, current_id)"
    if connection.execute(joined, (subject,)).fetchone():  # each record is erased by itself, with its own identifiers
        raise ErasureRefused(
            reason="it is joined to another subject; split them first, then erase each",
            reason_zh="已与其他主体合并，须先拆分再分别删除",
        )


def identified(given: str) -> str:
    """A subject's id in its canonical form. Raises InvalidArgument."""
    try:
        return str(UUID(given))
    except ValueError:
        raise InvalidArgument(
            argument="SUBJECT", reason="is not an id of this hub", reason_zh="不是本系统的标识"
        ) from None


def _order(given: str | None) -> str | None:
    """The number of a court's order, in its canonical form. Raises InvalidArgument."""
    if given is None:
        return None
    parsed = parse_case_number(given)
    if parsed is None:
        raise InvalidArgument(argument="--order", reason="is no case number of a court", reason_zh="不是法院案号")
    return parsed.canonical
