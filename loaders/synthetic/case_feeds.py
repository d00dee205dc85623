"""One debtor in one case becomes rows: in one of the three SX feeds, and among debtors, orders and 终本 records.

All rows of an entry write the subject the same way (the same starred or whole number), so that it is one subject under
the rule of identity; each row has its own dice and may be spoiled.
"""

from __future__ import annotations

from datetime import date

from loaders.synthetic import columns, rows_cases, rows_sx
from loaders.synthetic.dice import Dice
from loaders.synthetic.faults import INNER_JSON, MINOR, OPERATION, RESENT, SWAPPED, Layout, fault_of, spoil
from loaders.synthetic.files import CsvFeed, EnvelopeFeed, Feed, Outbox
from loaders.synthetic.rows_sx import Row
from loaders.synthetic.truth import Truth
from loaders.synthetic.world import TODAY, Entry, World, provisional_key
from loaders.synthetic.writing import masked

#: the day of the whole export, and the two monthly deltas after it
_BASE = date(2026, 10, 1).toordinal()
_DELTAS = (date(2026, 10, 31).toordinal(), date(2026, 11, 20).toordinal())
_DELTA_STAMPS = tuple(f"{date.fromordinal(at):%Y%m%d}" for at in _DELTAS)
_INSERTS, _DELETES, _UPDATES = ("1", "i", "i", "1", "add"), ("d", "d", "del"), ("u", "u", "mod")
_UNKNOWN_FLAGS = ("x", "9", "?")


class CaseFeeds:
    """The feeds that speak of cases, and what a right loader will have found in them."""

    def __init__(self, outbox: Outbox, world: World, truth: Truth, limits: tuple[int, int]) -> None:
        page, lines = limits
        self.world, self.truth = world, truth
        self.court = EnvelopeFeed(outbox, "sx_court_json/shixin", page)
        self.platform = CsvFeed(outbox, "sx_platform_csv/sxbzxr", lines, columns.PLATFORM, decoys=True)
        self.base = CsvFeed(outbox, "sx_warehouse/dw_zj_fzgg_sxbzxrxx-20261001", lines, columns.WAREHOUSE)
        self.deltas = tuple(
            CsvFeed(outbox, f"sx_warehouse/dw_zj_fzgg_sxbzxrxx-{stamp}-zl", lines, columns.WAREHOUSE)
            for stamp in _DELTA_STAMPS
        )
        self.debtors = EnvelopeFeed(outbox, "debtors/zhixing", page)
        self.orders = EnvelopeFeed(outbox, "consumption/xgl", page)
        self.closed = CsvFeed(outbox, "terminated_cases/zhongben", lines, columns.TERMINATED, decoys=True)
        self.closed_pinyin = EnvelopeFeed(outbox, "terminated_cases/zhongben", page)
        self._has_relisted = False
        self._counted = 0

    def feeds(self) -> tuple[Feed, ...]:
        """All of them, in the order they must be loaded."""
        listings = (self.court, self.platform, self.base, *self.deltas)
        return (*listings, self.debtors, self.orders, self.closed, self.closed_pinyin)

    def write(self, entry: Entry) -> None:
        """All rows of one entry of the crowd."""
        dice = self.world.dice("routes", entry.number)
        if entry.is_listed:
            self.write_listing(entry, dice, self._route(entry, dice))
        if not entry.is_listed or dice.chance(700):
            self.write_debtor(entry, dice)
        if dice.chance(350 if entry.is_listed else 200):
            self.write_order(entry, dice)
        if entry.case.filed < TODAY.toordinal() - 105 and dice.chance(120):
            self.write_closing(entry, dice)

    @staticmethod
    def _route(entry: Entry, dice: Dice) -> str:
        """Whole ID numbers come only from the warehouse; 60 : 20 : 20 over all."""
        if entry.has_full_number:
            return "warehouse"
        share = (750, 1000) if entry.subject.is_person else (600, 800)
        throw = dice.below(1000)
        return "court" if throw < share[0] else "platform" if throw < share[1] else "warehouse"

    # ------------------------------------------------------------------------------------------------- SX list

    def write_listing(self, entry: Entry, dice: Dice, route: str, sound: bool = False) -> None:
        """The listing in the one SX feed of its route; sound means never spoiled."""
        if route == "court":
            self._court(entry, dice, sound)
        elif route == "platform":
            fault = self._fault(dice, rows_sx.PLATFORM, entry, sound)
            self._send(self.platform, rows_sx.PLATFORM, rows_sx.platform_row(entry, dice), entry, dice, fault, "SX")
        else:
            self._warehouse(entry, dice, sound)

    def _court(self, entry: Entry, dice: Dice, sound: bool) -> None:
        fault = self._fault(dice, rows_sx.COURT, entry, sound)
        detail = rows_sx.court_row(entry, dice)
        fate = spoil(dice, detail, rows_sx.COURT, fault)
        self.court.add(rows_sx.enveloped(detail, entry, dice, fault == INNER_JSON), fate)
        self._count(entry, fate, "SX")
        if fault == RESENT:  # duplicates come back under new record ids
            detail["id"] = str(800_000_000 + entry.number)
            self.court.add_again(rows_sx.enveloped(detail, entry, dice, broken=False))

    def _warehouse(self, entry: Entry, dice: Dice, sound: bool) -> None:
        layout = rows_sx.WAREHOUSE if entry.subject.is_person else rows_sx.WAREHOUSE_UNIT
        fault = self._fault(dice, layout, entry, sound)
        row = rows_sx.warehouse_row(entry, dice, dice.pick(_INSERTS), _BASE - dice.below(300))
        if self._send(self.base, layout, row, entry, dice, fault, "SX") and not sound:
            self._operations(entry, dice)

    def _operations(self, entry: Entry, dice: Dice) -> None:
        """In each month 6 % are removed and 3 % changed; of the removed 0.3 %, but at least one, come back."""
        throw = dice.below(1000)
        if throw < 60:
            self.remove(entry, dice, 0)
            if dice.chance(3) or not self._has_relisted:
                self._has_relisted = True
                self.deltas[1].add(rows_sx.warehouse_row(entry, dice, "i", _DELTAS[1]))
                self.truth.forget("listings.SX.removed", entry.key, entry.case.canonical)
        elif throw < 120:
            self.remove(entry, dice, 1)
        elif throw < 180:
            row = rows_sx.warehouse_row(entry, dice, dice.pick(_UPDATES), _DELTAS[throw % 2])
            self.deltas[throw % 2].add(row | {"executed_perfor": "部分未履行"})
        elif throw < 186:
            row = rows_sx.warehouse_row(entry, dice, dice.pick(_UNKNOWN_FLAGS), _DELTAS[throw % 2])
            self.deltas[throw % 2].add(row, OPERATION)

    def remove(self, entry: Entry, dice: Dice, month: int, reason: str | None = None) -> None:
        """A removal in one of the two monthly deltas."""
        row = rows_sx.warehouse_row(entry, dice, dice.pick(_DELETES), _DELTAS[month])
        self.deltas[month].add(row | rows_sx.removal(dice, entry, _DELTAS[month] - 1 - dice.below(15), reason))
        self.truth.note("listings.SX.removed", entry.key, entry.case.canonical)

    def write_minor(self, entry: Entry, dice: Dice) -> None:
        """A listing whose whole ID number shows that the person was under 18."""
        self.base.add(rows_sx.warehouse_row(entry, dice, "i", _BASE), MINOR)

    # --------------------------------------------------------------------------------- debtors, orders, closings

    def write_debtor(self, entry: Entry, dice: Dice, sound: bool = False) -> None:
        """The entry among the debtors; every other page is in the second vendor's spelling."""
        fault = self._fault(dice, rows_cases.DEBTORS, entry, sound)
        row = rows_cases.debtor_row(entry, dice)
        fate = spoil(dice, row, rows_cases.DEBTORS, fault)
        if len(self.debtors.names) % 2:
            row = rows_cases.by_second_vendor(row, entry, dice)
        self.debtors.add(row, fate)
        self._count(entry, fate)
        if fault == RESENT:
            self.debtors.add_again(row)

    def write_order(self, entry: Entry, dice: Dice, sound: bool = False) -> None:
        """A consumption restriction; an order against a unit has the unit and its representative as targets."""
        alone = entry.subject.is_person
        layout = rows_cases.CONSUMPTION if alone else rows_cases.CONSUMPTION_UNIT
        fault = self._fault(dice, layout, entry, sound)
        row = rows_cases.consumption_row(entry, dice)
        fate = spoil(dice, row, layout, fault)
        order = rows_cases.enveloped_order(row, entry, dice, fault == INNER_JSON)
        self.orders.add(order, fate)
        self._count(entry, fate, "CONSUMPTION")
        if fate is None:
            self.truth.note("consumption_orders", entry.key, entry.case.canonical)
            if not alone:
                self._count_representative(entry)
        if fault == RESENT:
            self.orders.add_again(order)

    def _count_representative(self, entry: Entry) -> None:
        """The person in charge as the second target, known by a starred number only."""
        head, canonical = entry.subject.person, entry.case.canonical
        card = masked(head.id_number, "star18")
        person = provisional_key("NATURAL_PERSON", head.name, canonical, card)
        self.truth.subject("NATURAL_PERSON", person)
        self.truth.note("listings.CONSUMPTION", person, canonical)
        self.truth.note("consumption_representatives", person, canonical)

    def write_closing(self, entry: Entry, dice: Dice) -> None:
        """A 终本 record: two of three with Chinese labels as CSV, the others in the court site's JSON."""
        row = rows_cases.terminated_row(entry, dice)
        if dice.chance(667):
            fault = self._fault(dice, rows_cases.TERMINATED, entry, sound=False)
            good = self._send(self.closed, rows_cases.TERMINATED, row, entry, dice, fault)
        else:
            fault = self._fault(dice, rows_cases.TERMINATED_PINYIN, entry, sound=False)
            pinyin = rows_cases.in_pinyin(row)
            good = self._send(self.closed_pinyin, rows_cases.TERMINATED_PINYIN, pinyin, entry, dice, fault)
        if good:
            self.truth.note("terminated", entry.key, entry.case.canonical)

    # ----------------------------------------------------------------------------------------------- in common

    @staticmethod
    def _fault(dice: Dice, layout: Layout, entry: Entry, sound: bool) -> str | None:
        """The row's fault; only 18-character numbers are given a wrong digit or put into the other column."""
        fault = None if sound else fault_of(dice, layout, entry.has_full_number and len(entry.card) == 18)
        return None if fault == SWAPPED and (len(entry.card) != 18 or "*" in entry.card) else fault

    def _send(
        self, feed: Feed, layout: Layout, row: Row, entry: Entry, dice: Dice, fault: str | None, listing: str = ""
    ) -> bool:
        """Spoil, add and count one row; True when it is a good one."""
        fate = spoil(dice, row, layout, fault)
        feed.add(row, fate)
        self._count(entry, fate, listing)
        if fault == RESENT:
            feed.add_again(row)
        return fate is None

    def _count(self, entry: Entry, fate: str | None, listing: str = "") -> None:
        """A good row names a subject, its case, and perhaps a listing."""
        if fate is not None:
            return
        key, canonical = entry.key, entry.case.canonical
        if self._counted != entry.number:  # PERF: once per entry, not once per row
            self._counted = entry.number
            self.truth.subject(entry.subject.kind, key)
            self.truth.note("cases", key, canonical)
            self.truth.note("case_numbers", canonical)
        if listing:
            self.truth.note(f"listings.{listing}", key, canonical)
