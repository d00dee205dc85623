"""Rows spoiled on purpose, and the fate a right loader must give each of them.

One row has one fault at most: truncated 0.2 % (half of them without the cell, half with one nobody can read), wrong
check digit 0.5 % of the rows with a whole ID number, broken inner JSON 0.1 % where there is one, columns exchanged
0.2 % where there are two, sent again 4 %.
"""

from __future__ import annotations

from dataclasses import dataclass

from loaders.synthetic.dice import Dice

#: reasons a row is quarantined for, by the names of `loaders.quarantine`
CUT_OFF = "CELLS_TOO_FEW"
MISSING = "VALUE_MISSING"
CASE_NUMBER = "CASE_NUMBER_INVALID"
DATE = "DATE_INVALID"
CHECK_DIGIT = "ID_NUMBER_CHECK_DIGIT"
INNER_JSON = "JSON_BROKEN"
MINOR = "MINOR"
OPERATION = "OPERATION_UNKNOWN"
#: these two leave the row good
SWAPPED = "SWAPPED"
RESENT = "RESENT"

_UNREADABLE_CASES = ("案号不详", "（2019）浙执", "2020年第12号案件", "见附件")
UNREADABLE_DATES = ("2019年13月45日", "20190231", "日期待补", "2021-00-00")


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the cells that must be there stand in the rows of one source."""

    name: str
    case: str
    court: str
    #: the mandatory date
    date: str
    #: identifier, as the first of one or two columns
    card: str
    #: the other identifier column, or ""
    other_card: str = ""
    #: column order when a truncated row is cut off as a line; empty when the key is just missing
    columns: tuple[str, ...] = ()
    has_inner_json: bool = False


def fault_of(dice: Dice, layout: Layout, has_full_number: bool) -> str | None:
    """Throw for one row: a reason, SWAPPED, RESENT or nothing."""
    throw = dice.below(10_000)
    if throw >= 490:
        return None
    if throw < 20:
        truncated = CUT_OFF if layout.columns else MISSING
        return (truncated, truncated, CASE_NUMBER, DATE)[throw % 4]
    if throw < 70:
        return CHECK_DIGIT if has_full_number else None
    if throw < 80:
        return INNER_JSON if layout.has_inner_json else None
    if throw < 100:
        return SWAPPED if layout.other_card else None
    return RESENT if throw < 490 else None


def spoil(dice: Dice, row: dict[str, str], layout: Layout, fault: str | None) -> str | None:
    """Change the row by its fault; the answer is the reason it must be quarantined for, or None."""
    if fault in (CUT_OFF, MISSING):
        _truncate(dice, row, layout)
    elif fault == CASE_NUMBER:
        row[layout.case] = dice.pick(_UNREADABLE_CASES)
    elif fault == DATE:
        row[layout.date] = dice.pick(UNREADABLE_DATES)
    elif fault == CHECK_DIGIT:
        row[layout.card] = with_wrong_digit(row[layout.card])
    elif fault == SWAPPED:
        row[layout.card], row[layout.other_card] = row[layout.other_card], row[layout.card]
    return None if fault in (SWAPPED, RESENT) else fault


def _truncate(dice: Dice, row: dict[str, str], layout: Layout) -> None:
    """A text line ends before its case number or court; a JSON row lacks one mandatory key or has it empty."""
    if layout.columns:
        end = min(layout.columns.index(layout.case), layout.columns.index(layout.court))
        for column in layout.columns[end:]:
            row.pop(column, None)
        return
    key = dice.pick((layout.name, layout.case, layout.court))
    if dice.chance(500):
        row[key] = ""
    else:
        row.pop(key, None)


def with_wrong_digit(number: str) -> str:
    """An 18-character ID number with another check digit than its own."""
    return number[:-1] + ("1" if number[-1] == "0" else "0")
