"""Daily budgets: cost and different subjects, of each officer and of each agency (`schema/allowance.csv`).

Each worker counts for itself, on a request's way by two additions, and settles with the database every second: it tells
what is new and is told what all workers have counted. So a budget is exceeded by what is answered within a second at
most. Whom a worker has not heard of for a while it forgets; the database does not.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Hashable
from time import monotonic, time
from typing import Any, Final

from hub.budgets.door import Door
from hub.caller import Caller
from hub.errors import BudgetSpent
from hub.periodic import every
from schema.allowance import UNLIMITED, Allowance, Budget

#: seconds between two settlements
PERIOD: Final = 1.0
#: seconds without a request after which a holder is forgotten
_IDLE: Final = 600.0
_SWEEP: Final = 60.0
_CHINA: Final = 8 * 3600
_DAY: Final = 86400

_SETTLE: Final = "select budget.settle_day($1::text[], $2::text[], $3::text[], $4::bigint[], $5::integer[], $6::text[])"
#: kind, issuer (none for an agency), name
Holder = tuple[str, str, str]

_log = logging.getLogger("hub.budgets")


class _Use:
    """What one officer or agency has used up today: as all workers know, and since the last settlement."""

    __slots__ = ("cost", "new_cost", "new_people", "people", "settled", "told")

    def __init__(self) -> None:
        self.cost = self.people = self.new_cost = 0
        self.new_people: set[str] = set()
        #: whom the database knows about already
        self.told: set[str] = set()
        #: when it was settled; 0 while it waits for that
        self.settled = monotonic()

    def check(self, budget: Budget) -> None:
        """Raises BudgetSpent when nothing is left."""
        if self.cost + self.new_cost >= budget.cost:
            raise BudgetSpent(what="cost of a day", what_zh="当日查询成本", retry_after=_until_midnight())
        if self.people + len(self.new_people) >= budget.people:
            raise BudgetSpent(what="people of a day", what_zh="当日查询人数", retry_after=_until_midnight())


class _Account:
    """A caller's two uses, and what is allowed of them."""

    __slots__ = ("agency", "allowed", "officer")

    def __init__(self, officer: _Use, agency: _Use, allowed: Allowance) -> None:
        self.officer, self.agency, self.allowed = officer, agency, allowed


class Daily:
    """The budgets of all callers; one per process, for one event loop."""

    def __init__(self, door: Door) -> None:
        self._door = door
        self._uses: dict[Holder, _Use] = {}
        self._accounts: dict[Hashable, _Account] = {}
        self._changed: dict[_Use, Holder] = {}
        self._day = ""
        self._next_sweep = 0.0

    def charge(self, caller: Caller, cost: int) -> None:
        """Charge an operation before it runs. Raises BudgetSpent when officer or agency had used up their day before.

        What is left need not suffice: the last operation of a day is answered whole.
        """
        account = self._account(caller)
        officer, agency = account.officer, account.agency
        if officer.settled or agency.settled:
            self._mark(account, caller)  # also of who is refused: at midnight he is told so by the next settlement
        officer.check(account.allowed.officer)
        agency.check(account.allowed.agency)
        officer.new_cost += cost
        agency.new_cost += cost

    def saw(self, caller: Caller, subjects: Collection[str]) -> None:
        """Charge the subjects (ids) of an answer about people, each once a day."""
        if not subjects:
            return
        account = self._account(caller)
        if account.officer.settled or account.agency.settled:
            self._mark(account, caller)
        for use, budget in ((account.officer, account.allowed.officer), (account.agency, account.allowed.agency)):
            if budget.people != UNLIMITED:
                use.new_people.update(one for one in subjects if one not in use.told)

    def _mark(self, account: _Account, caller: Caller) -> None:
        """Both have to be settled."""
        account.officer.settled = account.agency.settled = 0.0
        self._changed[account.officer] = ("OFFICER", caller.issuer, caller.subject)
        self._changed[account.agency] = ("AGENCY", "", caller.agency)

    async def keep(self) -> None:
        """Settle every second, for ever; what is counted here stays counted here until it can be told."""
        await every(PERIOD, self.settle, lambda error: _log.warning("daily budgets are not settled: %s", error.code))

    async def settle(self) -> None:
        """Tell what is new, and be told what all workers have counted. Raises the errors of the database."""
        changed, self._changed = self._changed, {}
        self._forget()
        if not changed:
            return
        told = [(use, holder, use.new_cost, use.new_people) for use, holder in changed.items()]
        for use in changed:
            use.settled = monotonic()
            use.cost, use.new_cost = use.cost + use.new_cost, 0
            use.people, use.new_people = use.people + len(use.new_people), set()
        try:
            found = await self._door.ask(_SETTLE, _columns(told))
        except BaseException:
            self._take_back(told)
            raise
        for use, _, _, people in told:
            use.told |= people
        self._learn(found)

    def _take_back(self, told: list[tuple[_Use, Holder, int, set[str]]]) -> None:
        """What could not be told is still to be told."""
        for use, holder, cost, people in told:
            use.cost, use.new_cost = use.cost - cost, use.new_cost + cost
            use.people, use.new_people = use.people - len(people), use.new_people | people
            use.settled = 0.0
            self._changed[use] = holder

    def _learn(self, found: dict[str, Any]) -> None:
        if found["day"] != self._day:  # a new day: what was counted before midnight counts for the day it was told on
            self._day = found["day"]
            for use in self._uses.values():
                use.cost, use.people, use.told = 0, 0, set()
        for kind, issuer, name, cost, people in found["used"]:
            use = self._uses[kind, issuer, name]
            use.cost, use.people = cost, people

    def _forget(self) -> None:
        now = monotonic()
        if now < self._next_sweep:
            return
        self._next_sweep, late = now + _SWEEP, now - _IDLE
        for holder in [holder for holder, use in self._uses.items() if 0 < use.settled < late]:
            del self._uses[holder]
            self._accounts = {}

    def _account(self, caller: Caller) -> _Account:
        key = (caller.issuer, caller.subject, caller.agency, caller.roles, caller.actors)
        known = self._accounts.get(key)
        if known is None:
            officer = self._use(("OFFICER", caller.issuer, caller.subject))
            agency = self._use(("AGENCY", "", caller.agency))
            known = self._accounts[key] = _Account(officer, agency, caller.allowance)
        return known

    def _use(self, holder: Holder) -> _Use:
        found = self._uses.get(holder)
        if found is None:
            found = self._uses[holder] = _Use()
        return found


def _columns(told: list[tuple[_Use, Holder, int, set[str]]]) -> list[list[Any]]:
    holders = [holder for _, holder, _, _ in told]
    people = [(nth, one) for nth, (_, _, _, new) in enumerate(told, 1) for one in new]
    return [
        *(list(column) for column in zip(*holders, strict=True)), [cost for _, _, cost, _ in told],
        [nth for nth, _ in people], [one for _, one in people],
    ]  # fmt: skip


def _until_midnight() -> int:
    """Seconds to the end of the day in China."""
    return _DAY - int(time() + _CHINA) % _DAY
