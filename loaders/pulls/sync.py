"""Running what is due, as the one leader among many processes that could."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

import psycopg

from hub.database import Database
from hub.database_errors import refusal
from hub.errors import HubError, NotLeading
from hub.vault import Vault
from loaders.load import Desk, Receipt
from loaders.pulls.book import Entry, Leader, entry
from loaders.pulls.office import Office
from loaders.pulls.plan import Pull, invalid
from loaders.pulls.run import run
from loaders.pulls.schedule import due_at, is_due
from loaders.store import Store

_log = logging.getLogger("hub.sync")

Plans = Mapping[str, Pull | HubError]


@dataclass(frozen=True)
class Outcome:
    """What came of one pull."""

    pull: str
    deliveries: int
    read: int
    #: None: it ended well
    refused: HubError | None


def _now() -> datetime:
    return datetime.now(UTC)


def run_due(
    database: Database, vault: Vault, store: Store, plans: Plans, *, only: str | None = None,
    now: Callable[[], datetime] = _now,
) -> Iterator[Outcome]:  # fmt: skip
    """Run every pull that is due, or `only` the named one at once. One that fails stops no other.

    Raises NotLeading while another process leads, or when one has taken over.
    """
    with Leader.of(database) as leader:
        office = Office(Desk(database, vault), store, leader)
        for name, plan in plans.items():
            if only not in (None, name):
                continue
            if isinstance(plan, HubError):
                yield Outcome(name, 0, 0, plan)
            elif only == name or is_due(plan, leader.entry(name), now()):
                yield _outcome(office, plan)


def _outcome(office: Office, pull: Pull) -> Outcome:
    receipts: list[Receipt] = []
    try:
        receipts.extend(run(office, pull))
    except NotLeading:
        raise
    except psycopg.Error as error:
        return _told(pull, receipts, refusal(error, office.desk.database.address))
    except HubError as error:
        return _told(pull, receipts, error)
    return _told(pull, receipts, None)


def _told(pull: Pull, receipts: list[Receipt], refused: HubError | None) -> Outcome:
    if refused is not None:
        _log.error("pull %s: %s", pull.name, refused.code)
    return Outcome(pull.name, len(receipts), sum(one.read for one in receipts), refused)


def check_for_production(plans: Plans) -> Plans:
    """The plans, without those that would ask this machine without TLS, which is for tests."""
    return {
        name: invalid(name, "http.loopback is for tests", "http.loopback 仅供测试")
        if isinstance(plan, Pull) and plan.pages is not None and plan.pages.loopback
        else plan
        for name, plan in plans.items()
    }


@dataclass(frozen=True)
class Standing:
    """How one pull stands, for people."""

    pull: str
    entry: Entry
    #: when it is due; None: its plan cannot be used
    due: datetime | None
    refused: HubError | None


def standings(database: Database, plans: Plans) -> list[Standing]:
    """How every pull stands."""
    now = _now()
    with database.connect("loader") as connection:
        noted = {name: entry(connection, name) for name in plans}
    return [
        Standing(name, noted[name], None, plan)
        if isinstance(plan, HubError)
        else Standing(name, noted[name], due_at(plan, noted[name], now), None)
        for name, plan in plans.items()
    ]
