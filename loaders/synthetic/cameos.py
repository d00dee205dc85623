"""Subjects that every province has, whatever its size and seed: the samples of the README and the edge cases.

Their identifiers do not depend on the seed, so that an example query finds them in every generated province.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from loaders.synthetic import organisations, people
from loaders.synthetic.case_feeds import CaseFeeds
from loaders.synthetic.dice import Dice
from loaders.synthetic.regions import LICHENG, YUBEI, ZHENHAI, Region
from loaders.synthetic.rows_registers import Body, bodies
from loaders.synthetic.rows_sx import REMOVALS
from loaders.synthetic.world import Entry, Subject, World

#: published so long ago that the 30 days for rectification are over
_OVERDUE = date(2026, 9, 28)
_RECENT = date(2026, 11, 2)
_FIRST = 7_000_000


def _citizen(number: int, name: str, county: str, born: date, sequence: int, region: Region = ZHENHAI) -> Subject:
    sex = "男" if sequence % 2 else "女"
    who = people.Person(name, people.id_number(county, born, sequence), sex, born.toordinal())
    return Subject(_FIRST + number, region, "NATURAL_PERSON", who.name, who.id_number, "full", who, 1)


def _unit(number: int, prefix: str, name: str, kind: str = "ENTERPRISE", region: Region = ZHENHAI) -> Subject:
    born = date(1971, 5, 1)
    head = people.Person("章乙丑", people.id_number(region.area, born, 900 + number), "男", born.toordinal())
    code = organisations.credit_code(prefix, region.area, _FIRST + number)
    return Subject(_FIRST + number, region, kind, name, code, "credit", head, 1, "")


LISTED_PERSON = _citizen(1, "张甲子", "330211", date(1990, 3, 7), 901)
LISTED_FIRM = _unit(2, "91", "宁波市镇海区示例恒远机电有限公司")._replace(
    former_name="宁波市镇海区示例恒远五金有限公司", listings=2
)
HONEST_FIRM = _unit(3, "91", "宁波市镇海区示例诚信模具有限公司")
CLEAN_FIRM = _unit(4, "91", "重庆市渝北区示例清风科技有限公司", region=YUBEI)
COLLECTIVE = _unit(5, "N2", "宁波市镇海区九龙湖镇示例村股份经济合作社")
TAIWAN_RESIDENT = _citizen(6, "陈丙寅", "830000", date(1985, 1, 30), 902, LICHENG)
MINORS = (
    _citizen(7, "周丁卯", "330211", date(2010, 6, 1), 903),
    _citizen(8, "吴戊辰", "500112", date(2008, 12, 31), 904, YUBEI),
)


def firms() -> tuple[Subject, ...]:
    """Cameos that the market register knows."""
    return LISTED_FIRM, HONEST_FIRM, CLEAN_FIRM, COLLECTIVE


def government_debtors() -> tuple[Body, ...]:
    """One public institution and eight committees of Zhenhai, then a state organ (prefix 11) that is cleared again."""
    local = [body for body in bodies() if body.area.startswith(ZHENHAI.area)]
    institution = next(body for body in local if body.name.endswith("公路养护中心"))
    committees = [body for body in local if body.kind == "基层群众性自治组织"][:8]
    organ = next(body for body in local if body.name.endswith("水利局"))
    return institution, *committees, organ


def _body_as_subject(body: Body, number: int) -> Subject:
    unit = _unit(number, body.code[:2], body.name, "GOVERNMENT_BODY")
    return unit._replace(identifier=body.code, former_name=body.former)


def write(feeds: CaseFeeds) -> None:
    """All rows of all cameos; none of them is spoiled."""
    world = feeds.world
    for route, subject in (("warehouse", LISTED_PERSON), ("court", COLLECTIVE), ("warehouse", TAIWAN_RESIDENT)):
        _write_all(feeds, route, _entry(world, subject, date(2024, 5, 20), date(2024, 9, 12)))
    _write_all(feeds, "court", _entry(world, LISTED_FIRM, date(2023, 3, 8), date(2023, 8, 1)))
    _write_all(feeds, "platform", _entry(world, LISTED_FIRM, date(2025, 2, 11), date(2025, 6, 30)))
    for subject in MINORS:
        feeds.write_minor(_entry(world, subject, date(2024, 5, 20), date(2024, 9, 12)), _dice(world, subject))
    _write_government_debtors(feeds)


def _write_government_debtors(feeds: CaseFeeds) -> None:
    """Nine still listed, one of them past its deadline and one for forged evidence; the tenth was removed in time."""
    for number, body in enumerate(government_debtors()):
        subject = _body_as_subject(body, 40 + number)
        entry = _entry(feeds.world, subject, date(2026, 5, 11), _OVERDUE if number == 1 else _RECENT)
        if number == 2:
            entry = entry._replace(grounds=("G2",))
        if number < 9:
            _write_all(feeds, "court", entry)
            continue
        entry = entry._replace(published=date(2026, 8, 3).toordinal())
        _write_all(feeds, "warehouse", entry)
        feeds.remove(entry, _dice(feeds.world, subject), 1, REMOVALS[0])


def _dice(world: World, subject: Subject) -> Dice:
    return world.dice("cameo", subject.number)


def _entry(world: World, subject: Subject, filed: date, published: date) -> Entry:
    dice = _dice(world, subject)
    case = world.case(dice, subject.region, filed.toordinal())
    entry = world.entry(dice, subject, case, listed=True)
    plain = subject.identifier
    key = f"{subject.kind}:{plain}"
    return entry._replace(card=plain, key=key, published=published.toordinal(), grounds=("G1",))


def _write_all(feeds: CaseFeeds, route: str, entry: Entry) -> None:
    dice = _dice(feeds.world, entry.subject)
    feeds.write_listing(entry, dice, route, sound=True)
    feeds.write_debtor(entry, dice, sound=True)
    feeds.write_order(entry, dice, sound=True)


def samples() -> Iterator[tuple[str, dict[str, str]]]:
    """The five subjects for the README."""
    institution = government_debtors()[0]
    person = LISTED_PERSON
    yield "listed_person", {"name": person.name, "id_number": person.identifier}
    yield "listed_enterprise", {"name": LISTED_FIRM.name, "credit_code": LISTED_FIRM.identifier}
    yield "listed_government_body", {"name": institution.name, "credit_code": institution.code}
    yield "honest_enterprise", {"name": HONEST_FIRM.name, "credit_code": HONEST_FIRM.identifier}
    yield "clean_enterprise", {"name": CLEAN_FIRM.name, "credit_code": CLEAN_FIRM.identifier}
