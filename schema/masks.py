"""Masks: how a value is hidden, as SQL with one hole.

Each mask is an SQL expression template in which `{}` stands for the column. Masking a masked value returns it unchanged
(idempotent), so a value that the source already masked is never made readable again. Lengths are fixed where the length
would tell something. Sources: 个人信息保护法 art. 51 (de-identification); check-digit arithmetic: at most the last four
characters of an ID number may show, or fewer than 10 000 candidates remain.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

#: stands where a person's value was erased. Its masked forms are those of values too short to show anything of, so that
#: whoever could not see the value is not told that it is gone
ERASED: Final = "ERASED"


@dataclass(frozen=True)
class Mask:
    """One way of hiding a value."""

    name: str
    #: SQL with one hole for the value; must keep NULL as NULL
    sql: str
    #: the same where a part of the value is shown beside it, so that nothing more may be told; unless said, null
    whole: str = "null"


#: 张三 → 张*, 欧阳示例 → 欧**例: first character, and last if there are three or more; length is capped at four.
NAME = Mask(
    "name",
    f"case when char_length({{0}}) <= 1 or {{0}} = '{ERASED}' then '*'"
    " when char_length({0}) = 2 then rpad(left({0}, 1), 2, '*')"
    " when position('·' in {0}) > 0 then left({0}, 1) || '**'"
    " else left({0}, 1) || case char_length({0}) when 3 then '*' else '**' end || right({0}, 1) end",
)
#: the stored masked form is already `**************` + the last four characters (or eighteen stars)
#: beside a birth date, which is eight of the eighteen, the last four would leave some hundred numbers possible
ID_NUMBER = Mask(
    "id_number",
    f"case when {{0}} = '{ERASED}' then repeat('*', 18) else {{0}} end",
    "case when {0} is not null then repeat('*', 18) end",
)
#: 3 + 4 stars + 4; of a number too short for that, nothing
PHONE = Mask(
    "phone",
    "case when char_length({0}) < 11 then repeat('*', 11) else left({0}, 3) || '****' || right({0}, 4) end",
)
#: the first six characters, at most half of what there is; a shorter address would be told whole, so nothing of it is
ADDRESS = Mask(
    "address",
    "case when char_length({0}) < 12 then repeat('*', 12) else left({0}, 6) || repeat('*', 6) end",
)
#: nothing of the value is told; the coordinate is listed in `extensions.masked`, so null is not read as "absent"
WITHHELD = Mask("withheld", "null")
