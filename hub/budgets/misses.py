"""The budget of missed look-ups: charged before any row is read, given back for whoever was found.

A guess must cost as much as a miss, so all look-ups of a request are charged at first; whatever stops the hub between
charge and settlement, the charge stands. PostgreSQL counts, in three rows that are locked for some microseconds.

No officer shuts out his agency: of its day each may use up a share. A list of more people than a minute lets through is
only taken of those who see every number in full; what it misses beyond what was left is answered, and is a debt of that
officer alone, which he pays off at the pace of all others: ten of it in every minute, and his share of the day.
"""

from __future__ import annotations

import asyncio
import logging
from typing import Any, Final, NamedTuple

from hub.budgets.door import Door
from hub.caller import Caller
from hub.errors import BudgetSpent

#: misses of one officer (issuer and subject) within a minute, and of one agency within a day (China time)
A_MINUTE: Final = 10
A_DAY: Final = 200
#: the most of an agency's day that one of its officers may use up: as much as one act may name
A_SHARE: Final = 100
#: the same minute where an act asks about many people at once: as many as one act may name
A_BATCH: Final = 100
#: seconds before looking again whether look-ups in flight have given their charge back
_PAUSES: Final = (0.005, 0.02, 0.08)

_TAKE: Final = (
    "select budget.take($1::text, $2::text, $3::text, $4::integer, $5::boolean, $6::integer, $7::integer, $8::integer)"
)
_SETTLE: Final = (
    "select budget.settle($1::text, $2::text, $3::text, $4::timestamptz, $5::date, $6::integer, $7::integer,"
    " $8::integer, $9::integer)"
)


#: look-ups of an agency in a day from which the share of misses says something, and the share that says: guessing
FEW: Final = 20
SHARE: Final = 0.5

_log = logging.getLogger("hub.budgets")


def is_guessing(missed: int, asked: int) -> bool:
    """Whether so many misses of so many look-ups are more than people who know whom they ask about have."""
    return asked >= FEW and missed > SHARE * asked


class Charge(NamedTuple):
    """What was charged, and when: needed to give it back."""

    granted: int
    at: str
    day: str
    #: look-ups that a minute of this kind lets through
    a_minute: int = A_MINUTE


class Misses:
    """The budgets of all callers; one per process, for one event loop."""

    def __init__(self, door: Door) -> None:
        self._door = door
        #: the day, and those of whom operators have heard
        self._told: tuple[str, set[tuple[str, str, str]]] = ("", set())

    async def take(self, caller: Caller, number: int, *, whole: bool, batch: bool = False) -> Charge:
        """Charge `number` look-ups, or as many of them as are left; `whole`: all or none; `batch`: named to one act.

        Raises BudgetSpent when none is left, and the errors of a database that cannot be asked: what cannot be counted
        is not answered.
        """
        found: dict[str, Any] = {}
        a_minute = A_BATCH if batch else A_MINUTE
        for pause in (*_PAUSES, None):
            found = await self._ask(_TAKE, caller, number, whole, a_minute, A_SHARE, A_DAY)
            if found["granted"]:
                return Charge(found["granted"], found["at"], found["day"], a_minute)
            if pause is not None:
                await asyncio.sleep(pause)
        raise BudgetSpent(what="missed look-ups", what_zh="查无结果次数", retry_after=found["wait"])

    async def settle(self, caller: Caller, charge: Charge, missed: int) -> None:
        """Charge what was missed in place of what was asked."""
        spent = (charge.at, charge.day, charge.granted, missed, charge.a_minute, A_SHARE)
        said = await self._ask(_SETTLE, caller, *spent)
        if missed and said and is_guessing(said["missed"], said["asked"]):
            self._alarm(caller, charge.day, said["missed"], said["asked"])

    def _alarm(self, caller: Caller, day: str, missed: int, asked: int) -> None:
        """Tell operators once a day of each officer whose agency misses this often, when he misses, too."""
        who = (caller.issuer, caller.subject, caller.agency)
        if self._told[0] != day:
            self._told = (day, set())
        if who not in self._told[1]:
            self._told[1].add(who)
            _log.warning("agency %s found nobody in %d of %d look-ups today; officer %s of %s was one who did not"
                         " 查无此人比例过高", caller.agency, missed, asked, caller.subject, caller.issuer)  # fmt: skip

    async def _ask(self, sql: str, caller: Caller, *values: object) -> Any:
        return await self._door.ask(sql, [caller.issuer, caller.subject, caller.agency, *values])
