"""What changes from one policy table to another, cell by cell and in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from schema.policy import PURPOSE, ROW_RULES, Policy

#: level → what it means, in English and in Chinese
WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "F": ("full", "明文"),
    "M": ("masked", "掩码"),
    "R": ("full in the own region or court, masked elsewhere", "本辖区或本院明文，其他掩码"),
    "Q": ("full for one subject with purpose and matter number", "凭目的和事项编号就单个主体明文"),
    "H": ("hit and instruction only", "仅提示命中"),
    "A": ("counts only", "仅统计"),
    "S": ("own records", "本人记录"),
    "O": ("rows of the own agency", "本单位的行"),
    "gov": ("rows about government bodies", "政府机构的行"),
    "listed": ("while publicly listed", "公开在列期间"),
    "consent": ("with the person's consent", "经本人同意"),
    "-": ("nothing", "无"),
}
_CLAIM: Final = {"Q": ("may claim it", "可使用"), "-": ("may not claim it", "不可使用")}
#: what an effect is called
EFFECTS: Final = {"gains": "增加", "loses": "减少", "changes": "变更"}


@dataclass(frozen=True)
class Change:
    """One cell that two tables hold differently."""

    group: str
    title: str
    role: str
    before: str
    after: str

    @property
    def effect(self) -> str:
        """`gains`, `loses`, or `changes` where the role sees more of some rows and less of others."""
        before, after = _shown(self.before), _shown(self.after)
        return "gains" if before < after else "loses" if after < before else "changes"

    def told(self) -> str:
        """The change as a line for people."""
        words = _CLAIM if self.group.startswith(PURPOSE) else WORDS
        (was, was_zh), (is_, is_zh) = words[self.before], words[self.after]
        return (
            f"{self.role} {self.effect} {EFFECTS[self.effect]}  {self.group} {self.title}: "
            f"{self.before} → {self.after}  {was} → {is_}  {was_zh} → {is_zh}"
        )


def changes(before: Policy, after: Policy) -> list[Change]:
    """Every cell that differs, in the order of the table; who may claim a purpose stands at its end."""
    return [*_levels(before, after), *_purposes(before, after)]


def _levels(before: Policy, after: Policy) -> Iterator[Change]:
    for group, cells in after.levels.items():
        for role, level in cells.items():
            if before.levels[group][role] != level:
                yield Change(group, after.titles[group], role, before.levels[group][role], level)


def _purposes(before: Policy, after: Policy) -> Iterator[Change]:
    codes = {code for table in (before, after) for claimed in table.purposes.values() for code in claimed}
    for code in sorted(codes):
        for role in after.roles:
            was, is_ = ("Q" if code in table.purposes.get(role, ()) else "-" for table in (before, after))
            if was != is_:
                yield Change(f"{PURPOSE}{code}", after.titles.get(f"{PURPOSE}{code}", ""), role, was, is_)


def _shown(level: str) -> frozenset[str]:
    """What a level gives, so that levels can be compared: more is a superset, neither is another thing."""
    if level == "F":
        return frozenset({"count", "hit", "masked", "asked", *ROW_RULES.values()})
    ruled = {"hit", ROW_RULES[level]} if level in ROW_RULES else set()
    own = {"R": {"masked"}, "Q": {"hit", "masked", "asked"}, "M": {"hit", "masked"}, "H": {"hit"}, "A": {"count"}}
    return frozenset(ruled | own.get(level, set()))
