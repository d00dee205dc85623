"""Who sees which field group at which level: one table, `policy.csv`, read by machine and by people.

Levels: F full · M masked · R full in own region or court, masked elsewhere · Q full only for one subject asked about
with a purpose and a matter number · H hit and instruction only · S own records · O own agency's rows · A counts only
· gov rows about government bodies · listed only while publicly listed · consent only with the person's consent · -
nothing. Basis: 个人信息保护法 arts. 6, 13, 25, 34 (purpose, least data, publication); 浙江省公共信用信息管理条例
arts. 15, 19.

`A` lets a role count what it may not see, in `groups` of a root list, and nothing else: `totalCount`, pages, sums,
filters and relations do as if the rows were not there. Such rows may be counted by what the role sees in the clear
anyway (`kind` of a listing), and by columns of the very group that `A` was granted for, where rows of the type exist
for the role by `A` alone (the court of a closed case). Not by columns of other groups, though these be at `A`, too,
or masked: an auditor sees `case_reference` masked and counts no listing by court. What is counted is protected as
`hub.query.authorise_groups` says.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources

#: level → the row rule that opens it
ROW_RULES = {"R": "region", "S": "own", "O": "agency", "gov": "gov", "listed": "listed", "consent": "consent"}
LEVELS = frozenset({"F", "M", "Q", "H", "A", "-", *ROW_RULES})


@dataclass(frozen=True)
class Decision:
    """What a caller's roles allow for one field group, before any row is seen."""

    #: full, whatever the row
    clear: bool = False
    #: full on rows for which one of these row rules holds
    rules: frozenset[str] = frozenset()
    #: masked where it is not full (M everywhere; R outside the region)
    masked: bool = False
    #: M itself was granted, not only as the other side of R
    always_masked: bool = False
    #: a purpose and a matter number would open it for a looked-up subject
    opens_with_purpose: bool = False
    #: any of these purposes would, claimed by one of the caller's own roles
    purposes: frozenset[str] = field(default=frozenset(), compare=False)
    #: a screening may answer with a hit and an instruction
    hit: bool = False
    #: rows may be counted, under protection, by whoever sees none of them
    counted: bool = False
    #: masked at least on rows for which one of these holds; only where several act together, see `schema.meet`
    masked_by: frozenset[str] = frozenset()

    @property
    def opening(self) -> frozenset[str] | None:
        """The purposes that would open it; None where none is waited for."""
        return self.purposes if self.opens_with_purpose else None

    @property
    def nothing(self) -> bool:
        """Whether neither the value nor a masked form is ever shown."""
        return not (self.clear or self.rules or self.masked or self.masked_by)


@dataclass(frozen=True)
class Policy:
    """The whole table: `levels[group][role]`, a version, and the purposes each role may claim."""

    version: str
    roles: tuple[str, ...]
    levels: dict[str, dict[str, str]]
    titles: dict[str, str]
    purposes: dict[str, frozenset[str]]
    #: the CSV that it was read from
    text: str = field(default="", repr=False, compare=False)
    #: groups of this hub that the table knows nothing of, being older: nobody sees them
    absent: tuple[str, ...] = ()

    def opened(self, roles: frozenset[str], purpose: str | None, matter: str | None) -> bool:
        """Whether purpose and matter number suffice for `Q`: the purpose must be on the list of one of the roles."""
        return bool(self.opened_roles(roles, purpose, matter))

    def opened_roles(self, roles: frozenset[str], purpose: str | None, matter: str | None) -> frozenset[str]:
        """The roles whose `Q` opens: those that may claim the purpose; one role's purpose lends nothing to another."""
        if not matter or not purpose:
            return frozenset()
        return frozenset(role for role in roles if purpose in self.purposes.get(role, ()))

    def decide(self, group: str, roles: frozenset[str], opened: bool | frozenset[str]) -> Decision:
        """Join what each role grants for `group`; `opened`: for which roles Q holds on this road (True: all)."""
        levels = [self.levels[group][role] for role in roles]
        holding = (roles if opened else frozenset()) if isinstance(opened, bool) else opened
        granted = any(self.levels[group][role] == "Q" for role in roles & holding)
        waiting = "Q" in levels and not granted
        return Decision(
            clear="F" in levels or granted,
            rules=frozenset(ROW_RULES[level] for level in levels if level in ROW_RULES),
            masked="M" in levels or "R" in levels or waiting,
            always_masked="M" in levels,
            opens_with_purpose=waiting,
            purposes=self._claimable(group, roles) if waiting else frozenset(),
            hit=any(level not in ("A", "-") for level in levels),
            counted="A" in levels,
        )

    def _claimable(self, group: str, roles: frozenset[str]) -> frozenset[str]:
        """The purposes that roles at `Q` may claim."""
        asking = (role for role in roles if self.levels[group][role] == "Q")
        return frozenset[str]().union(*(self.purposes.get(role, frozenset()) for role in asking))


#: what a row of the table begins with that says who may claim a purpose
PURPOSE = "purpose:"
_Row = dict[str | None, str | list[str] | None]


class PolicyFaults(ValueError):
    """A text is no policy table; `faults` says each reason in English and in Chinese."""

    def __init__(self, faults: list[tuple[str, str]]) -> None:
        super().__init__("; ".join(english for english, _ in faults))
        self.faults = faults


@cache
def policy() -> Policy:
    """The bundled table. What decides for a request is handed to it instead, so that it has one version throughout.

    Raises PolicyFaults.
    """
    return _read(resources.files("schema").joinpath("policy.csv").read_text("utf-8"), None)


def read_policy(text: str) -> Policy:
    """A table for this hub: CSV with the bundled table's columns, each group and role once. Raises PolicyFaults."""
    return _read(text, policy())


def read_kept(text: str) -> Policy:
    """A table that was approved before, maybe when the hub had fewer groups: these are shut to everybody.

    Raises PolicyFaults for whatever else does not fit.
    """
    return _read(text, policy(), kept=True)


def _read(text: str, known: Policy | None, *, kept: bool = False) -> Policy:
    reader: Iterator[_Row] = csv.DictReader(text.splitlines())
    rows = [*reader]
    names = list(getattr(reader, "fieldnames", None) or ())
    roles = tuple(name for name in names if name not in ("group", "zh"))
    faults = [*_column_faults(names, roles, known)]
    if not faults:
        faults = [*_row_faults(rows, roles, known, kept)]
    if faults:
        raise PolicyFaults(faults)
    cells = {str(row["group"]): {role: str(row[role]) for role in roles} for row in rows}
    absent = {group: dict.fromkeys(roles, "-") for group in (known.levels if known else ()) if group not in cells}
    titles = {group: known.titles[group] for group in absent} if known else {}
    return Policy(
        version=hashlib.sha256(text.encode()).hexdigest()[:12],
        roles=roles,
        levels={group: levels for group, levels in cells.items() if not group.startswith(PURPOSE)} | absent,
        titles={str(row["group"]): str(row["zh"]) for row in rows} | titles,
        absent=tuple(absent),
        purposes=_claimed(cells) or bundled_purposes(),
        text=text,
    )


def _claimed(cells: Mapping[str, Mapping[str, str]]) -> dict[str, frozenset[str]]:
    said = {group.removeprefix(PURPOSE): levels for group, levels in cells.items() if group.startswith(PURPOSE)}
    roles = {role for levels in said.values() for role in levels}
    return {role: frozenset(code for code, levels in said.items() if levels[role] == "Q") for role in sorted(roles)}


def _column_faults(names: list[str], roles: tuple[str, ...], known: Policy | None) -> Iterator[tuple[str, str]]:
    if names[:2] != ["group", "zh"]:
        yield "the first line does not begin with group,zh", "首行应以 group,zh 开头"
    for name in {name for name in names if names.count(name) > 1}:
        yield f"column {name!r} stands twice", f"列 {name} 重复"
    if known:
        for role in sorted(set(roles) - set(known.roles)):
            yield f"unknown role {role!r}", f"角色代码 {role} 不存在"
        for role in sorted(set(known.roles) - set(roles)):
            yield f"role {role} has no column", f"缺少角色 {role} 的列"


def _row_faults(
    rows: list[_Row], roles: tuple[str, ...], known: Policy | None, kept: bool
) -> Iterator[tuple[str, str]]:
    groups = [str(row["group"]) for row in rows]
    for group in sorted({group for group in groups if groups.count(group) > 1}):
        yield f"group {group!r} stands twice", f"字段组 {group} 重复"
    for row in rows:
        yield from _cell_faults(str(row["group"]), row, roles)
    if known:
        said = {group for group in groups if group.startswith(PURPOSE)}
        codes = {f"{PURPOSE}{code}" for codes in bundled_purposes().values() for code in codes}
        for group in sorted((set(groups) - said - set(known.levels)) | (said - codes)):
            yield f"unknown group or purpose {group!r}", f"字段组或查询目的 {group} 不存在"
        for group in sorted(set(known.levels) - set(groups)) if not kept else ():
            yield f"group {group} has no row", f"缺少字段组 {group} 的行"


def _cell_faults(group: str, row: _Row, roles: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    if None in row:
        yield f"{group}: more cells than columns", f"{group}：单元格多于列数"
    if not row["zh"]:
        yield f"{group}: no Chinese title", f"{group}：缺少中文名称"
    allowed = {"Q", "-"} if group.startswith(PURPOSE) else LEVELS
    for role in roles:
        if row[role] not in allowed:
            yield (
                f"{group} × {role}: unknown level {row[role] or ''!r}",
                f"{group} × {role}：级别 {row[role] or ''} 不存在",
            )


@cache
def bundled_purposes() -> dict[str, frozenset[str]]:
    """Role → the purposes that it may claim where a table does not say it."""
    text = resources.files("schema").joinpath("law/purposes.csv").read_text("utf-8")
    allowed: dict[str, set[str]] = {}
    for row in csv.DictReader(text.splitlines()):
        for role in row["roles"].split(";"):
            allowed.setdefault(role.strip(), set()).add(row["code"])
    return {role: frozenset(codes) for role, codes in allowed.items()}
