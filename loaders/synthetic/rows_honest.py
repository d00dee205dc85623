"""Automatic-performance certificates (自动履行证明书) and the honest-performance list (诚信履行名单).

The figures are those reported of Zhenhai by May 2020: 882 certificates, of which 309 subjects came onto the list in
four batches; two of them left it again over a later enforcement case.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from loaders.synthetic import columns, people
from loaders.synthetic.dice import Dice, weighed
from loaders.synthetic.regions import LICHENG, YUBEI, ZHENHAI
from loaders.synthetic.rows_sx import Row
from loaders.synthetic.world import Subject, World, key_of
from loaders.synthetic.writing import case_number, mixed_day, optional, yuan

CERTIFICATES, LISTED, BATCHES = 882, 309, 4
_CAUSES = ("买卖合同纠纷", "民间借贷纠纷", "金融借款合同纠纷", "劳动争议", "物业服务合同纠纷", "机动车交通事故责任纠纷")
_REGIONS = weighed((ZHENHAI, 8), (YUBEI, 1), (LICHENG, 1))
_BATCH_DAYS = (date(2025, 8, 20), date(2025, 12, 18), date(2026, 4, 21), date(2026, 9, 10))
#: numbers of honest subjects start here, above everybody of the crowd
_FIRST = 1_450_000


class Certificate(NamedTuple):
    """One certificate."""

    number: int
    subject: Subject
    #: canonical number of the civil case that was performed
    canonical: str
    #: day of full performance, an ordinal
    performed: int
    amount: int
    revoked: bool

    @property
    def serial(self) -> str:
        """证明书编号."""
        return f"自履证{date.fromordinal(self.performed).year}第{self.number:05}号"

    @property
    def key(self) -> str:
        """Identity of the subject."""
        return key_of(self.subject, self.canonical, self.subject.identifier)


def honest_subject(world: World, number: int) -> Subject:
    """Seven firms to three people, none of them in the crowd of debtors."""
    dice = world.dice("honest", number)
    region = dice.pick(_REGIONS)
    if dice.chance(700):
        return world.firm(dice, _FIRST + number, region, 0, "credit")
    who = people.person(dice, _FIRST + number, region.area)
    return Subject(_FIRST + number, region, "NATURAL_PERSON", who.name, who.id_number, "full", who, 0)


def certificates(world: World, first: tuple[Subject, ...]) -> Iterator[Certificate]:
    """All certificates; the first ones go to the given subjects, then each honest subject has one to three."""
    number = 0
    holder = 0
    for subject in first:
        number += 1
        yield certificate(world, number, subject)
    while number < CERTIFICATES:
        subject, holder = honest_subject(world, holder), holder + 1
        for _ in range(min(1 + (holder * 7 % 5) // 3, CERTIFICATES - number)):
            number += 1
            yield certificate(world, number, subject)


def certificate(world: World, number: int, subject: Subject) -> Certificate:
    """The certificate of this number."""
    dice = world.dice("certificate", number)
    performed = date(2025, 1, 6).toordinal() + dice.below(200)
    canonical = f"({date.fromordinal(performed).year}){subject.region.courts[0].code}民初{number}号"
    return Certificate(
        number, subject, canonical, performed, (1 + dice.below(60_000)) * 1000, number > 2 and dice.chance(5)
    )


def certificate_row(paper: Certificate, dice: Dice) -> Row:
    """The register's row."""
    subject = paper.subject
    cells = (
        paper.serial,
        case_number(dice, paper.canonical),
        subject.name,
        "自然人" if subject.is_person else "法人",
        subject.identifier,
        optional(dice, f"{paper.canonical}民事判决书"),
        mixed_day(dice, "iso", paper.performed),
        yuan(paper.amount),
        optional(dice, yuan(paper.amount // 200)),
        subject.region.courts[0].name,
        mixed_day(dice, "iso", paper.performed + 5 + dice.below(20)),
        "是" if paper.revoked else "否",
    )
    return dict(zip(columns.CERTIFICATE, cells, strict=True))


def batch_number(batch: int) -> str:
    """名单批次号 of batch 0 to 3."""
    return f"CXLX{_BATCH_DAYS[batch]:%Y%m}-{batch + 1:02}"


def honest_row(paper: Certificate, batch: int, dice: Dice, removed: str = "") -> Row:
    """The subject's entry in one batch; `removed` is an ISO date when a later enforcement case ended it."""
    subject, entered = paper.subject, _BATCH_DAYS[batch]
    cells = (
        batch_number(batch),
        "自然人" if subject.is_person else "法人",
        subject.name,
        subject.identifier,
        case_number(dice, paper.canonical),
        dice.pick(_CAUSES),
        f"{paper.canonical}民事判决书",
        mixed_day(dice, "iso", paper.performed),
        yuan(paper.amount),
        paper.serial,
        subject.region.courts[0].name,
        entered.isoformat(),
        entered.replace(year=entered.year + 2).isoformat(),
        removed,
        "新增执行案件" if removed else "",
        dice.pick(subject.region.towns)[1],
        "是" if not subject.is_person or dice.chance(400) else "否",
        optional(dice, ""),
    )
    return dict(zip(columns.HONEST, cells, strict=True))
