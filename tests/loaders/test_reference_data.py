"""The reference tables that come with the hub agree with themselves, with each other and with the declarations."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from importlib import resources
from pathlib import Path

import pytest

from schema import identifiers
from schema.entities.area import AreaLevel
from schema.entities.court import CourtLevel
from schema.entities.measure import MeasureMode
from schema.law.calendar import add_working_days
from schema.policy import policy

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT / "loaders/sources"
Row = dict[str, str]


@cache
def rows_of(path: Path) -> tuple[Row, ...]:
    """All rows of one CSV table."""
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def source(name: str) -> tuple[Row, ...]:
    return rows_of(SOURCES / name / f"{name}.csv")


def law(name: str) -> tuple[Row, ...]:
    return rows_of(Path(str(resources.files("schema"))) / "law" / f"{name}.csv")


def listed(row: Row, field: str) -> list[str]:
    return row[field].split(";") if row[field] else []


def repeated(values: Iterator[str]) -> list[str]:
    return [value for value, times in Counter(values).items() if times > 1]


# ------------------------------------------------------------------------------------------------------- areas


@cache
def areas() -> dict[str, Row]:
    return {row["code"]: row for row in source("areas")}


def within(code: str) -> str:
    """The leading characters that every division inside shares: 330000 -> 33, 330200 -> 3302, 330211 -> 330211."""
    return re.sub(r"^(\d\d(?:\d\d)??(?:\d\d)??)(?:00)*$", r"\1", code) if len(code) == 6 else code


def test_area_codes_are_unique() -> None:
    """One code names one division."""
    assert repeated(row["code"] for row in source("areas")) == []


def test_area_codes_have_the_width_of_their_level() -> None:
    """Six digits down to counties, nine for towns, county plus Z and two digits for functional zones."""
    shapes = {"PROVINCE": r"\d\d0000", "CITY": r"\d{4}00", "COUNTY": r"\d{6}", "TOWN": r"\d{9}", "ZONE": r"\d{6}Z\d\d"}
    assert set(shapes) == {level.value for level in AreaLevel}

    assert [row for row in source("areas") if not re.fullmatch(shapes[row["level"]], row["code"])] == []


def test_every_area_but_provinces_stands_in_its_parent() -> None:
    """A parent exists, comes first in the file, and its significant digits begin the child's code."""
    seen: set[str] = set()
    for row in source("areas"):
        parent = row["parent_code"]
        assert (parent == "") is (row["level"] == "PROVINCE"), row
        assert parent in seen or not parent, row
        assert row["code"].startswith(within(parent) if parent else ""), row
        seen.add(row["code"])


def test_every_zone_has_a_host_within_its_county() -> None:
    """A functional zone is counted in the figures of a town or county that exists."""
    for row in source("areas"):
        if row["level"] == "ZONE":
            assert row["host_code"] in areas(), row
            assert row["host_code"].startswith(row["parent_code"]), row


def test_the_country_is_complete() -> None:
    """The edition of 2023-06-30: 342 level-two divisions and 41 352 towns, plus the provinces beyond its tables."""
    levels = Counter(row["level"] for row in source("areas"))

    assert (levels["PROVINCE"], levels["CITY"], levels["TOWN"]) == (34, 342, 41352)


KNOWN_AREAS = [
    ("330211", "镇海区", "COUNTY", "330200"),
    ("500112", "渝北区", "COUNTY", "500100"),
    ("350502", "鲤城区", "COUNTY", "350500"),
    ("222401", "延吉市", "COUNTY", "222400"),
    ("222400", "延边朝鲜族自治州", "CITY", "220000"),
    ("500100", "市辖区", "CITY", "500000"),
    ("330211Z01", "宁波石化区", "ZONE", "330211"),
    ("330211Z02", "宁波市大学科技园", "ZONE", "330211"),
]


@pytest.mark.parametrize(("code", "name", "level", "parent"), KNOWN_AREAS)
def test_known_areas(code: str, name: str, level: str, parent: str) -> None:
    """The regions the hub was first made for stand where they belong."""
    row = areas()[code]

    assert (row["name"], row["level"], row["parent_code"]) == (name, level, parent)


def test_the_towns_of_zhenhai() -> None:
    """Five subdistricts and two towns."""
    towns = {
        row["name"]: row["kind"] for row in source("areas") if row["parent_code"] == "330211" and row["level"] == "TOWN"
    }

    assert set(towns) == {"招宝山街道", "蛟川街道", "骆驼街道", "庄市街道", "贵驷街道", "澥浦镇", "九龙湖镇"}
    assert Counter(towns.values()) == {"SUBDISTRICT": 5, "TOWN": 2}


# ------------------------------------------------------------------------------------------------------ courts


@cache
def courts() -> dict[str, Row]:
    return {row["code"]: row for row in source("courts")}


def test_court_codes_and_names_are_unique() -> None:
    """A code and a full name each name one court."""
    assert repeated(row["code"] for row in source("courts")) == []
    assert repeated(row["name"] for row in source("courts")) == []


def test_court_levels_are_declared() -> None:
    """The table uses the levels of the declaration and no others."""
    assert {row["level"] for row in source("courts")} == {level.value for level in CourtLevel}


def test_every_court_code_is_read_in_a_case_number() -> None:
    """The parser of case numbers and the table of courts know the same codes."""
    for code in courts():
        parsed = identifiers.parse_case_number(f"(2023){code}执1号")
        assert parsed is not None, code
        assert parsed.court == code


def test_every_superior_exists_and_stands_higher() -> None:
    """Superiors exist; a basic court is never above another court."""
    for row in source("courts"):
        if row["superior_code"]:
            assert courts()[row["superior_code"]]["level"] in ("SUPREME", "HIGH", "INTERMEDIATE"), row


def test_every_court_sits_in_a_known_area() -> None:
    """Seats are divisions of the area table; only the supreme and the military court have none."""
    assert {row["code"] for row in source("courts") if row["area_code"] not in areas()} == {"最高法", "军"}


def test_all_provinces_have_their_high_court() -> None:
    """31 high courts with a division of their own, one character each."""
    characters = {row["area_code"] for row in source("courts") if row["level"] == "HIGH" and len(row["code"]) == 1}

    assert {code for code, row in areas().items() if row["level"] == "PROVINCE"} - characters == {
        "710000",
        "810000",
        "820000",
    }


def test_basic_codes_follow_the_division_code() -> None:
    """Digits three to six of the division, but for the courts that are known to differ."""
    differing = {
        row["code"] for row in source("courts") if row["level"] == "BASIC" and row["code"][1:] != row["area_code"][2:6]
    }

    assert differing == {"粤1971", "粤1972", "粤1973", "粤2071", "粤2072", "琼9003"}


def test_an_alias_names_one_court() -> None:
    """No short name or alias is another court's, so a spelling in a source is never given to the wrong court."""
    spellings = [
        name
        for row in source("courts")
        for name in {
            row["code"],
            row["name"],
            row["short_name"],
            row["numeric_code"] or row["code"],
            *listed(row, "aliases"),
        }
    ]

    assert repeated(iter(spellings)) == []
    assert "鼓楼区人民法院" not in spellings
    assert "朝阳法院" not in spellings


KNOWN_COURTS = [
    ("最高法", "最高人民法院", "", ""),
    ("浙", "浙江省高级人民法院", "最高法", "1300"),
    ("浙02", "宁波市中级人民法院", "浙", "1315"),
    ("浙0211", "宁波市镇海区人民法院", "浙02", "1320"),
    ("渝0112", "重庆市渝北区人民法院", "渝01", ""),
    ("沪0115", "上海市浦东新区人民法院", "沪01", ""),
    ("豫0724", "获嘉县人民法院", "豫07", ""),
    ("吉2401", "延吉市人民法院", "吉24", ""),
    ("闽0502", "泉州市鲤城区人民法院", "闽05", ""),
    ("川0191", "成都高新技术产业开发区人民法院", "川01", ""),
    ("京0491", "北京互联网法院", "京04", ""),
]


@pytest.mark.parametrize(("code", "name", "superior", "numeric"), KNOWN_COURTS)
def test_known_courts(code: str, name: str, superior: str, numeric: str) -> None:
    """Courts met in published case numbers have their name, superior and numeric id."""
    row = courts()[code]

    assert (row["name"], row["superior_code"], row["numeric_code"]) == (name, superior, numeric)


def test_zhenhai_is_found_without_its_city() -> None:
    """Sources leave the city out where the district's name is unique."""
    assert "镇海区人民法院" in listed(courts()["浙0211"], "aliases")


# ---------------------------------------------------------------------------------------------------- calendar


@cache
def workdays() -> dict[date, bool]:
    return {
        date.fromisoformat(row["date"]): {"true": True, "false": False}[row["is_workday"]] for row in source("calendar")
    }


def test_the_calendar_has_one_row_a_day() -> None:
    """No gap and no day twice from 2004 to 2026, so counting never falls back inside the known years."""
    first, last = date(2004, 1, 1), date(2026, 12, 31)

    assert list(workdays()) == [first + timedelta(n) for n in range((last - first).days + 1)]
    assert len(source("calendar")) == len(workdays())


def test_the_made_up_days_of_2026() -> None:
    """Six weekend days of 2026 are worked."""
    made_up = [
        f"{day:%m-%d}" for day, worked in workdays().items() if day.year == 2026 and day.weekday() > 4 and worked
    ]

    assert made_up == ["01-04", "02-14", "02-28", "05-09", "09-20", "10-10"]


GOLDEN = [
    ("2026-02-13", ["02-14", "02-25", "02-27", "03-05"]),
    ("2026-04-30", ["05-06", "05-08", "05-11", "05-18"]),
    ("2026-09-24", ["09-28", "09-30", "10-09", "10-15"]),
    ("2026-09-29", ["09-30", "10-09", "10-12", "10-19"]),
    ("2026-09-30", ["10-08", "10-10", "10-13", "10-20"]),
    ("2026-11-21", ["11-23", "11-25", "11-27", "12-04"]),
]


@pytest.mark.parametrize(("start", "ends"), GOLDEN)
def test_golden_dates_by_the_real_calendar(start: str, ends: list[str]) -> None:
    """One, three, five and ten working days after an event by the loaded calendar."""
    counted = [add_working_days(date.fromisoformat(start), n, workdays()) for n in (1, 3, 5, 10)]

    assert counted == [(date.fromisoformat(f"2026-{end}"), False) for end in ends]


# --------------------------------------------------------------------------------------------------------- law

LISTINGS = {"SX", "CONSUMPTION_RESTRICTION", "SERIOUS_DISHONESTY", "HONEST_PERFORMANCE"}
CATALOGUES = ["measures", "scenarios", "purposes", "legal_grounds"]


@pytest.mark.parametrize("name", CATALOGUES)
def test_catalogue_codes_are_unique(name: str) -> None:
    """A code of a catalogue names one thing."""
    assert repeated(row["code"] for row in law(name)) == []


@pytest.mark.parametrize("name", [*CATALOGUES, "deadlines", "terms"])
def test_catalogues_speak_both_languages(name: str) -> None:
    """Every entry has its Chinese and its English words; a row never has too many or too few columns."""
    for row in law(name):
        assert None not in row
        assert None not in row.values(), row
        assert all(row[field] for field in row if field.endswith(("zh", "en")) or field == "name"), row


def test_measures_name_what_is_declared() -> None:
    """Modes, roles, scenarios, targets and triggers of a measure all exist."""
    scenarios = {row["code"] for row in law("scenarios")}
    for row in law("measures"):
        assert row["mode"] in MeasureMode.__members__, row
        assert row["kind"] in ("1", "2", "3", "INCENTIVE"), row
        assert row["target_kind"] in ("PERSON", "ENTITY", "GOVERNMENT", "BOTH"), row
        assert set(listed(row, "triggers")) <= LISTINGS, row
        assert listed(row, "triggers"), row
        assert set(listed(row, "scenarios")) <= scenarios, row
        assert listed(row, "scenarios"), row
        assert set(listed(row, "executing_roles")) <= set(policy().roles), row


def test_a_confirmed_measure_cites_its_basis() -> None:
    """Nothing is called confirmed without a law, rule or central policy, and incentives alone need a good list."""
    for row in law("measures"):
        assert row["legal_basis"] or row["confirmed"] == "false", row
        assert (row["triggers"] == "HONEST_PERFORMANCE") is (row["kind"] == "INCENTIVE"), row


def test_a_prudent_reference_never_refuses() -> None:
    """审慎性参考 shows and leaves the decision to a person."""
    for row in law("measures"):
        if row["mode"] == "PRUDENT_REFERENCE":
            assert not row["instruction_zh"].startswith("不予"), row
            assert row["review_required"] == "true" or row["kind"] == "INCENTIVE", row


def test_the_catalogue_is_whole() -> None:
    """The basic list, the nine restrictions and the thirteen incentives are there."""
    codes = {row["code"] for row in law("measures")}
    expected = [f"A{n:02}" for n in range(1, 6)] + [f"B{n:02}" for n in range(1, 5)] + ["D01", "D02"]
    expected += [f"K{n}" for n in range(1, 10)] + [f"I{n:02}" for n in range(1, 14)]

    assert set(expected) <= codes


def test_every_scenario_has_a_measure_and_a_purpose_open_to_its_roles() -> None:
    """Whoever asks in a scenario may claim its purpose, and an answer can name at least one measure."""
    whitelists = {row["code"]: set(listed(row, "roles")) for row in law("purposes")}
    used = {scenario for row in law("measures") for scenario in listed(row, "scenarios")}
    for row in law("scenarios"):
        assert set(listed(row, "roles")) <= whitelists[row["purpose"]], row
        assert row["code"] in used, row


def test_purposes_are_whitelisted_for_declared_roles() -> None:
    """Every purpose is open to some role of the policy table, and cites why."""
    for row in law("purposes"):
        assert listed(row, "roles"), row
        assert set(listed(row, "roles")) <= set(policy().roles), row
        assert row["legal_basis"], row


def test_every_role_that_needs_a_purpose_has_one() -> None:
    """A role with a cell Q in the policy table can state at least one purpose, or the cell could never open."""
    needing = {role for levels in policy().levels.values() for role, level in levels.items() if level == "Q"}

    assert needing <= set(policy().purposes)


def test_every_executing_role_asks_in_one_of_its_scenarios() -> None:
    """A measure's executor meets it in a scenario that the executor may use."""
    asking = {row["code"]: set(listed(row, "roles")) for row in law("scenarios")}
    for row in law("measures"):
        askers = set().union(*(asking[scenario] for scenario in listed(row, "scenarios")))
        assert set(listed(row, "executing_roles")) <= askers, row


def test_one_wording_means_one_ground() -> None:
    """A source's words for the dishonest conduct lead to one of G1-G6 and are not cut by the source's own comma."""
    wordings = [row["wording"] for row in law("grounds")]

    assert repeated(iter(wordings)) == []
    assert not [wording for wording in wordings if "," in wording]
    assert {row["ground"] for row in law("grounds")} == {f"G{n}" for n in range(1, 7)}


def test_grounds_are_complete() -> None:
    """Six grounds of inclusion, seven of removal, five of exclusion."""
    kinds = Counter((row["code"][0], row["kind"]) for row in law("legal_grounds"))

    assert kinds == {("G", "INCLUSION"): 6, ("R", "REMOVAL"): 7, ("X", "EXCLUSION"): 5}


@pytest.mark.parametrize("name", ["deadlines", "terms"])
def test_periods_have_sensible_lengths(name: str) -> None:
    """One rule for each code and region, in known units, shortest before longest; confirmed ones cite their basis."""
    assert repeated(f"{row['code']} {row['area_code']}" for row in law(name)) == []
    for row in law(name):
        assert row["unit"] in ("DAY", "WORKING_DAY", "MONTH"), row
        assert row["basis"] or row["confirmed"] == "false", row
        assert row["area_code"] in {"", *areas()}, row
        lengths = [int(row[field]) for field in ("length_min", "length_max") if row[field]]
        assert lengths == sorted(lengths), row
