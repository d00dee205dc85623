"""The people, firms and cases of the province, made one subject at a time and forgotten again.

`World.subjects(listings)` walks until enough listings exist; `World.entries(subject)` gives the subject's cases. Shares
follow published figures where there are any: 85 % people, grounds and performance as below, 15 % old case numbers.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from loaders.synthetic import organisations, people
from loaders.synthetic.dice import Dice, weighed
from loaders.synthetic.regions import BY_WEIGHT, ELSEWHERE, Court, Region
from loaders.synthetic.writing import masked

#: the day the province is looked at; nothing in it depends on the clock
TODAY = date(2026, 11, 22)
_TODAY = TODAY.toordinal()
#: no listing of the crowd is published later, so that the deltas of the last weeks stand out
_LAST_PUBLISHED = date(2026, 9, 30).toordinal()

#: grounds of art. 1 (法释〔2017〕7号): G1 70 %, G4 25 %, G3 8 %, G5 3 %, G2 and G6 under 1 %; one in ten has two
GROUNDS = weighed(
    (("G1",), 632), (("G4",), 180), (("G3",), 50), (("G5",), 20), (("G2",), 9), (("G6",), 9),
    (("G1", "G4"), 60), (("G1", "G3"), 25), (("G4", "G5"), 10), (("G3", "G4"), 5),
)  # fmt: skip
#: listings of one subject: one 80 %, two or three 16 %, four and more 4 %
_LISTINGS = weighed((1, 80), (2, 10), (3, 6), (4, 2), (5, 1), (7, 1))
#: how the court site prints an ID number
MASKS = weighed(("star18", 60), ("star19", 15), ("head6", 5))
#: what stands in the identifier column of an organisation
_ORGANISATION_FORMS = weighed(
    ("credit", 860),
    ("lower", 20),
    ("provisional", 5),
    ("hyphen", 60),
    ("plain", 25),
    ("registration", 20),
    ("star", 10),
)
_PREFIXES = weighed(("91", 88), ("92", 8), ("93", 3), ("N2", 1))


class Subject(NamedTuple):
    """Somebody in the province."""

    number: int
    region: Region
    #: NATURAL_PERSON, ENTERPRISE or GOVERNMENT_BODY
    kind: str
    name: str
    #: the true identifier: ID number, credit code, organisation code or registration number
    identifier: str
    #: how sources write it: full (people of the court feed), masked, or a form of _ORGANISATION_FORMS
    form: str
    #: the person, or the person in charge of the organisation
    person: people.Person
    #: how many SX listings; nobody with none is on a list
    listings: int
    #: a name the organisation had before, or ""
    former_name: str = ""

    @property
    def is_person(self) -> bool:
        """A natural person."""
        return self.kind == "NATURAL_PERSON"


class Case(NamedTuple):
    """One enforcement case (执行案件); several debtors may share it."""

    canonical: str
    court: Court
    region: Region
    #: filing date, an ordinal
    filed: int
    #: number and maker of the enforcement basis (执行依据)
    basis: str
    basis_maker: str


class Entry(NamedTuple):
    """One debtor in one case, with everything that sources tell about it."""

    number: int
    subject: Subject
    case: Case
    #: identifier as written in every row about this entry
    card: str
    #: what tells this subject apart from others by the rule of identity (`truth`)
    key: str
    #: publication date of the SX listing, an ordinal
    published: int
    grounds: tuple[str, ...]
    #: amount due and amount performed, in cents
    due: int
    performed: int
    is_listed: bool

    @property
    def has_full_number(self) -> bool:
        """The rows carry a person's whole ID number."""
        return self.subject.form == "full"


def key_of(subject: Subject, canonical: str, card: str) -> str:
    """The identity rule: full numbers and codes name one subject; a starred number only one within its case."""
    if "*" in card:
        return provisional_key(subject.kind, subject.name, canonical, card)
    return f"{subject.kind}:{subject.identifier}"


def provisional_key(kind: str, name: str, canonical: str, card: str) -> str:
    """The key of somebody known by a starred number in one case."""
    return f"{kind}?{canonical}|{name}|{card.partition('*')[0]}|{card.rpartition('*')[2]}"


class World:
    """Everybody of one seed. Walk it once, from the start: case numbers are counted per year, court and type."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self._sequences: dict[str, int] = {}
        self._last: tuple[str, Case] | None = None
        self._entries = 0

    def dice(self, what: str, number: int) -> Dice:
        """The dice of one thing."""
        return Dice(self.seed, what, number)

    def subjects(self, listings: int) -> Iterator[Subject]:
        """Subjects until their listings add up; the last one is cut to fit. One in seven is no listed debtor."""
        number = 0
        while listings > 0:
            subject = self.subject(number)
            if subject.listings > listings:
                subject = subject._replace(listings=listings)
            listings -= subject.listings
            number += 1
            yield subject

    def subject(self, number: int) -> Subject:
        """The subject of this number, always the same one."""
        dice = self.dice("subject", number)
        region = dice.pick(BY_WEIGHT)
        listings = 0 if dice.chance(140) else dice.pick(_LISTINGS)
        if dice.chance(850):
            return self._person(dice, number, region, listings)
        return self.firm(dice, number, region, listings)

    def _person(self, dice: Dice, number: int, region: Region, listings: int) -> Subject:
        county = region.area if dice.chance(750) else dice.pick(ELSEWHERE)
        who = people.person(dice, number, county)
        form = "full" if dice.chance(200) else "masked"
        return Subject(number, region, "NATURAL_PERSON", who.name, who.id_number, form, who, listings)

    def firm(self, dice: Dice, number: int, region: Region, listings: int, form: str = "") -> Subject:
        """An enterprise; its representative is another person than anybody of the crowd with the same number."""
        head = people.person(dice, people.CAPACITY - 1 - number, region.area)
        form = form or dice.pick(_ORGANISATION_FORMS)
        identifier = _organisation_identifier(dice, form, region.area, number)
        name = organisations.firm_name(dice, region, identifier)
        former = organisations.firm_name(dice, region, identifier) if dice.chance(20) else ""
        return Subject(number, region, "ENTERPRISE", name, identifier, form, head, listings, former)

    def entries(self, subject: Subject) -> Iterator[Entry]:
        """The subject's cases: one per listing, or a single case without a listing."""
        for turn in range(max(subject.listings, 1)):
            dice = self.dice("entry", subject.number * 8 + turn)
            yield self.entry(dice, subject, self._case_for(dice, subject, turn), listed=subject.listings > 0)

    def entry(self, dice: Dice, subject: Subject, case: Case, listed: bool) -> Entry:
        """The subject as a debtor of this case."""
        card = _card(dice, subject)
        due = (2 + dice.below(400)) * (1 + dice.below(2500)) * 100 + dice.below(100)
        performed = due * dice.below(90) // 100 if dice.chance(80) else 0
        published = min(case.filed + 30 + dice.below(420), max(_LAST_PUBLISHED, case.filed))
        self._entries += 1
        return Entry(
            self._entries, subject, case, card, key_of(subject, case.canonical, card),
            published, dice.pick(GROUNDS), due, performed, listed,
        )  # fmt: skip

    def _case_for(self, dice: Dice, subject: Subject, turn: int) -> Case:
        """A new case, or in one of twenty the case of the subject before, as joint debtors."""
        last = self._last
        if turn == 0 and last and last[0] != subject.name and dice.chance(50):
            return last[1]
        case = self.case(dice, subject.region)
        self._last = (subject.name, case)
        return case

    def case(self, dice: Dice, region: Region, filed: int = 0) -> Case:
        """A new case of a court of the region; 15 % were filed before 2016 and have old-style numbers."""
        court = region.courts[0] if dice.chance(920) else region.courts[1]
        filed = filed or _filing_day(dice)
        basis, maker = _basis(dice, region, filed)
        return Case(self._number(dice, court, date.fromordinal(filed).year), court, region, filed, basis, maker)

    def _number(self, dice: Dice, court: Court, year: int) -> str:
        resumed = dice.chance(80) and year >= 2016
        series = f"({year}){court.old}字第" if year < 2016 else f"({year}){court.code}{'执恢' if resumed else '执'}"
        self._sequences[series] = sequence = self._sequences.get(series, 0) + 1
        return f"{series}{sequence}号"


def _filing_day(dice: Dice) -> int:
    old = dice.chance(150)
    year = 2013 + dice.below(3) if old else 2016 + dice.below(11)
    days = 200 if year == TODAY.year else 364
    return date(year, 1, 4).toordinal() + dice.below(days - 3)


def _basis(dice: Dice, region: Region, filed: int) -> tuple[str, str]:
    """Number and maker of what is enforced: mostly a judgment, else an award, a deed or several at once."""
    year, number, court = date.fromordinal(filed).year - 1, 1 + dice.below(9000), region.courts[0]
    form = dice.below(100)
    if form < 3:
        return f"甬仲裁字({year})第{number % 400 + 1}号", f"{region.short}示例仲裁委员会"
    if form < 5:
        return f"({year})浙甬镇证执字第{number % 90 + 1}号", f"{region.short}示例公证处"
    if year < 2016:
        return f"({year}){court.old.rstrip('执民')}民初字第{number}号", court.short
    if form < 8:
        return f"（{year}）{court.code}民初{number}号、（{year}）{court.code}民初{number + 1}号", court.name
    return f"（{year}）{court.code}民初{number}号" + ("民事判决书" if form < 20 else ""), court.name


def _organisation_identifier(dice: Dice, form: str, area: str, number: int) -> str:
    if form in ("hyphen", "plain"):
        return organisations.organisation_code(number)
    if form == "registration":
        return organisations.registration_number(area, number)
    code = organisations.credit_code(dice.pick(_PREFIXES), area, number)
    return _with_wrong_check(code) if form == "provisional" else code


def _with_wrong_check(code: str) -> str:
    """The same code with another last character: provisional codes do not pass the check."""
    return code[:-1] + ("1" if code[-1] == "0" else "0")


def _card(dice: Dice, subject: Subject) -> str:
    """The identifier as the sources of one case write it."""
    number = subject.identifier
    match subject.form:
        case "masked":
            return masked(number, dice.pick(MASKS))
        case "full" if dice.chance(30) and number[6:8] == "19":
            return people.short_id_number(number)
        case "lower":
            return number.lower()
        case "hyphen":
            return f"{number[:8]}-{number[8]}"
        case "star":
            return f"{number[:4]}******{number[-4:]}"
    return number
