"""The synthetic province: same bytes every time, nobody real in it, and a truth that adds up."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner

from hub.cli import application
from hub.errors import FolderTaken
from loaders.synthetic import Size, columns, generate
from loaders.synthetic.dice import Dice
from loaders.synthetic.faults import UNREADABLE_DATES
from loaders.synthetic.people import BRANCHES, CAPACITY, RARE, STEMS, SURNAMES, person
from loaders.synthetic.world import World
from loaders.synthetic.writing import case_number, day, mixed_yuan
from schema.identifiers import (
    birth_date_of,
    is_credit_code,
    is_id_number,
    is_organisation_code,
    is_registration_number,
    masked_digits,
    parse_case_number,
    upgrade_id_number,
)

Rows = list[dict[str, str]]


@pytest.fixture(scope="module")
def province(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("province")
    generate(Size.small, 7, folder)
    return folder


@pytest.fixture(scope="module")
def truth(province: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((province / "truth.json").read_text("utf-8"))
    return found


def text_of(path: Path) -> str:
    content = path.read_bytes()
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("gb18030")


def csv_rows(path: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text_of(path), newline="")))


def json_rows(path: Path) -> Rows:
    rows: Rows = json.loads(text_of(path))[0]["result"]
    return rows


def good_rows(province: Path, source: str) -> Rows:
    """Rows of the source's text files that have all cells and are no decoys."""
    found: Rows = []
    for path in sorted((province / source).iterdir()):
        if path.suffix == ".json":
            found += json_rows(path)
        elif path.suffix == ".csv":
            heading, *rows = csv_rows(path)
            whole = [row for row in rows if len(row) == len(heading) and row != heading and any(row)]
            found += [
                dict(zip(heading, row, strict=True)) for row in whole if not row[0].startswith(("合计", "表格说明"))
            ]
    return found


def digests(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_same_seed_same_bytes(province: Path, tmp_path: Path) -> None:
    """Whoever generates the province again gets the same files, byte for byte; another seed gives others."""
    generate(Size.small, 7, tmp_path / "again")
    generate(Size.small, 8, tmp_path / "other")

    assert digests(province) == digests(tmp_path / "again")
    assert digests(province) != digests(tmp_path / "other")


def test_bytes_are_pinned(tmp_path: Path) -> None:
    """The dice do not depend on the machine or the Python version: these throws are written down."""
    dice = Dice(1, "subject", 5)

    assert [dice.below(1000) for _ in range(6)] == [492, 78, 255, 144, 567, 351]


def test_manifest_names_every_file_once(province: Path, truth: dict[str, Any]) -> None:
    """What the manifest tells to load is exactly what lies there, in one order."""
    manifest = json.loads((province / "manifest.json").read_text("utf-8"))
    named = [item["file"] for item in manifest]

    assert sorted(named) == sorted(set(digests(province)) - {"manifest.json", "truth.json"})
    assert [item["order"] for item in manifest] == list(range(1, len(manifest) + 1))
    assert named == list(truth["files"])
    assert {item["mode"] for item in manifest} == {"full", "delta"}


def test_row_accounts_match_the_files(province: Path, truth: dict[str, Any]) -> None:
    """The truth counts rows as a plain reader counts them, decoys included, and each row has one fate."""
    for name, account in truth["files"].items():
        path = province / name
        if path.suffix == ".xlsx":
            rows = len(list(load_workbook(path).active.iter_rows())) - 1
        else:
            rows = len(json_rows(path)) if path.suffix == ".json" else len(csv_rows(path)) - 1

        assert rows == account["read"], name
        assert account["read"] == account["accepted"] + account["quarantined"] + account["ignored"], name


def test_every_fault_occurs(truth: dict[str, Any]) -> None:
    """Even the small province has each reason of quarantine and each decoy, so that tests of loaders see them all."""
    reasons: Counter[str] = Counter()
    decoys: Counter[str] = Counter()
    for account in truth["files"].values():
        reasons.update(account["quarantined_by_reason"])
        decoys.update(account["ignored_by_kind"])

    assert set(reasons) == {
        "CELLS_TOO_FEW", "VALUE_MISSING", "CASE_NUMBER_INVALID", "DATE_INVALID", "ID_NUMBER_CHECK_DIGIT", "JSON_BROKEN",
        "MINOR", "OPERATION_UNKNOWN",
    }  # fmt: skip
    assert set(decoys) == {"blank", "notes", "repeated_header", "totals"}
    assert 0.001 < reasons.total() / sum(account["read"] for account in truth["files"].values()) < 0.01


def test_encodings_are_mixed_and_gb18030_is_needed(province: Path, truth: dict[str, Any]) -> None:
    """All three encodings occur, and no GB18030 file can be read as GBK."""
    encodings = truth["encodings"]

    assert set(encodings.values()) == {"utf-8", "utf-8-sig", "gb18030"}
    for name, encoding in encodings.items():
        content = (province / name).read_bytes()
        assert content.startswith(b"\xef\xbb\xbf") == (encoding == "utf-8-sig")
        if encoding == "gb18030":
            with pytest.raises(UnicodeDecodeError):
                content.decode("utf-8")
            with pytest.raises(UnicodeDecodeError):
                content.decode("gbk")


def test_people_are_recognisably_invented(province: Path) -> None:
    """Every whole ID number lies in the reserved range 900-999, and names are built of stems and branches only."""
    surnames = "|".join(SURNAMES)
    built = re.compile(rf"(?:{surnames})[{STEMS}][{BRANCHES}{RARE}]?|[{STEMS}]示例[·•．.][{STEMS}]样本")
    people = [row for row in good_rows(province, "sx_warehouse") if row["executed_nature"] == "自然人"]

    assert len(people) > 500
    for row in people:
        number = row["identi_id"] or row["uni_social_crd_cd"]
        assert number[-4 if len(number) == 18 else -3] == "9"
        assert built.fullmatch(row["executed_nm"].strip()), "a name outside the rule"


def test_whole_numbers_are_right_but_for_the_spoiled_ones(province: Path, truth: dict[str, Any]) -> None:
    """Only the rows counted as spoiled have a wrong check digit; the 15-digit numbers upgrade to right ones."""
    base = [name for name in truth["files"] if name.startswith("sx_warehouse/")]
    spoiled = sum(truth["files"][name]["quarantined_by_reason"].get("ID_NUMBER_CHECK_DIGIT", 0) for name in base)
    rows = [row for row in good_rows(province, "sx_warehouse") if row["executed_nature"] == "自然人"]
    numbers = [row["identi_id"] or row["uni_social_crd_cd"] for row in rows]
    whole = [number if len(number) == 18 else upgrade_id_number(number) for number in numbers]

    assert sum(not is_id_number(number) for number in whole) == spoiled > 0
    assert any(len(number) == 15 for number in numbers)


def test_no_two_people_share_a_number() -> None:
    """The walk over birth dates and sequences visits no pair twice within the numbers that a province uses."""
    dice = Dice(1, "x")
    numbers = {person(dice, number, "330211").id_number for number in range(20_000)}

    assert len(numbers) == 20_000
    assert person(dice, CAPACITY, "330211").id_number == person(dice, 0, "330211").id_number


def test_organisation_identifiers_have_right_check_characters() -> None:
    """Codes pass our own validators, except those made provisional on purpose."""
    world = World(1)
    tests = {"credit": is_credit_code, "lower": is_credit_code, "hyphen": is_organisation_code,
             "registration": is_registration_number}  # fmt: skip
    for number in range(300):
        for form, right in tests.items():
            firm = world.firm(Dice(1, form, number), number, world.subject(number).region, 1, form)
            assert right(firm.identifier)
            assert "示例" in firm.name
        assert not is_credit_code(
            world.firm(Dice(1, "p"), number, world.subject(1).region, 1, "provisional").identifier
        )


def test_case_numbers_read_back(province: Path) -> None:
    """Every spelling of a case number parses to the number it was made from."""
    dice = Dice(1, "case")
    for canonical in ("(2023)渝0112执1234号", "(2019)浙02执恢7号", "(2014)甬镇执民字第817号", "(2015)延执字第5号"):
        for _ in range(200):
            parsed = parse_case_number(case_number(dice, canonical))
            assert parsed is not None
            assert parsed.canonical == canonical


#: per source: keys of name, case number, court, identifier (one or two columns) and mandatory date
FIELDS = {
    "sx_court_json": ("iname", "caseCode", "courtName", ("cardNum",), "publishDate"),
    "sx_platform_csv": ("被执行人姓名/名称", "案号", "执行法院", ("身份证号码/组织机构代码",), "发布时间"),
    "sx_warehouse": ("executed_nm", "case_no", "executed_court", ("identi_id", "uni_social_crd_cd"), "publish_dt"),
    "debtors": ("pname", "casecode", "execcourtname", ("partycardnum",), "casecreatetime"),
    "terminated_cases": ("xm", "ah", "zxfymc", ("sfzhm",), "jarq"),
}
PINYIN = dict(zip(columns.TERMINATED, columns.TERMINATED_PINYIN, strict=True))


def identity(name: str, card: str, canonical: str) -> str | None:
    """The rule of identity written a second time; None for a whole ID number with a wrong check digit or a minor's."""
    card = card.upper().replace("-", "")
    if "*" in card:
        known = masked_digits(card)
        return f"{canonical}|{re.sub('[•．.]', '·', name.strip())}|{known}"
    is_person = "示例" not in name or "样本" in name
    if is_person and len(card) == 15:
        return upgrade_id_number(card)
    if is_person and (not is_id_number(card) or birth_date_of(card).year >= 2008):
        return None
    return card


def fact(source: str, row: dict[str, str]) -> tuple[str, str] | None:
    """(subject, canonical case number) of a good row."""
    name, case, court, cards, moment = FIELDS[source]
    parsed = parse_case_number(row.get(case, ""))
    card = next((row[column] for column in cards if row.get(column)), "")
    if not (parsed and row.get(name) and row.get(court) and row.get(moment)):
        return None
    if row[moment] in UNREADABLE_DATES:
        return None
    key = identity(row[name], card, parsed.canonical)
    return (key, parsed.canonical) if key else None


def plain(source: str, row: dict[str, str]) -> dict[str, str]:
    """The row under the keys of FIELDS; empty when its inner JSON is broken."""
    if source == "debtors":
        return {key.lower(): text for key, text in row.items()}
    if source == "terminated_cases":
        return {PINYIN.get(key, key): text for key, text in row.items()}
    if source != "sx_court_json":
        return row
    try:
        detail: dict[str, str] = json.loads(row["jsonObject"], strict=False)
    except json.JSONDecodeError:
        return {}
    return detail


def read_facts(province: Path, source: str) -> set[tuple[str, str]]:
    rows = (plain(source, row) for row in good_rows(province, source))
    found = (fact(source, row) for row in rows if row.get("数据记录的增删改标志") not in {"x", "9", "?"})
    return {pair for pair in found if pair}


def test_an_independent_count_gives_the_truth(province: Path, truth: dict[str, Any]) -> None:
    """Reading the files back by the rules, written a second time here, finds the numbers that the truth promises."""
    facts = {source: read_facts(province, source) for source in FIELDS}
    listed = facts["sx_court_json"] | facts["sx_platform_csv"] | facts["sx_warehouse"]
    closed = facts["terminated_cases"]
    counts = truth["counts"]

    assert (len(listed), len(closed)) == (counts["listings.SX"], counts["terminated"])
    without_orders = len(listed | facts["debtors"] | closed)
    assert without_orders <= counts["cases"] < without_orders * 1.01


def test_renamed_units_keep_their_code(province: Path) -> None:
    """Older rows call a unit by its former name, under the code it still has."""
    rows = good_rows(province, "enterprises")
    former = {row["uni_social_crd_cd"].upper(): row["former_nm"].rstrip("；") for row in rows if row["former_nm"]}
    debtors = [{key.lower(): text for key, text in row.items()} for row in good_rows(province, "debtors")]

    assert any(row.get("pname") == former.get(row.get("partycardnum", "").upper(), "-") for row in debtors)


def test_orders_against_units_name_two_targets(province: Path, truth: dict[str, Any]) -> None:
    """A consumption order against a unit names its representative too, with a starred number."""
    units = [row for row in good_rows(province, "consumption") if row["QY_MC"]]
    counts = truth["counts"]

    assert len(units) > 100
    assert all(row["XM"] for row in units)
    assert counts["listings.CONSUMPTION"] == counts["consumption_orders"] + counts["consumption_representatives"]


def test_masks_follow_their_shares(province: Path) -> None:
    """Three masks in the shares 60 : 15 : 5 of people whose number is hidden; one of them is 19 characters long."""
    outer = good_rows(province, "sx_court_json")
    details = [json.loads(row["jsonObject"], strict=False) for row in outer if '"依照"生效' not in row["jsonObject"]]
    cards = [row["cardNum"] for row in details if row["partyTypeName"] == "580"]
    shapes = Counter((len(card), card.endswith("*")) for card in cards)

    assert all(masked_digits(card) for card in cards)
    assert set(shapes) == {(18, False), (19, False), (18, True)}
    assert shapes[18, False] > 3 * shapes[19, False] > 3 * shapes[18, True] > 0


def test_honest_list_has_its_reported_size(truth: dict[str, Any]) -> None:
    """882 certificates, 309 subjects in four batches, two of whom left."""
    counts = truth["counts"]

    assert (counts["certificates"], counts["honest_entries"], counts["honest_entries.removed"]) == (882, 309, 2)
    assert sum(name.endswith(".xlsx") for name in truth["files"]) == 4


def test_samples_lie_in_the_files(province: Path, truth: dict[str, Any]) -> None:
    """The subjects of the README are found in every province under the same identifiers."""
    samples = truth["samples"]
    person_row = next(
        r for r in good_rows(province, "sx_warehouse") if r["identi_id"] == samples["listed_person"]["id_number"]
    )
    listed = {row["统一社会信用代码"] for row in good_rows(province, "government_bodies")}
    registered = {row["uni_social_crd_cd"] for row in good_rows(province, "enterprises")}

    assert person_row["executed_nm"].strip() == samples["listed_person"]["name"] == "张甲子"
    assert samples["listed_government_body"]["credit_code"] in listed
    assert {samples[key]["credit_code"] for key in samples if key.endswith("enterprise")} <= registered


def test_edge_cases_are_present(province: Path) -> None:
    """Minors, a Taiwan resident, a collective of authority N, and a state organ with prefix 11 are on the list."""
    rows = good_rows(province, "sx_warehouse")
    numbers = [row["identi_id"] for row in rows if is_id_number(row["identi_id"])]
    codes = [row["uni_social_crd_cd"] for row in rows]
    details = " ".join(row["jsonObject"] for row in good_rows(province, "sx_court_json"))

    assert sum(birth_date_of(number).year >= 2008 for number in numbers) == 2
    assert any(number.startswith("830000") for number in numbers)
    assert any(code.startswith("11") for code in codes)
    assert '"cardNum":"N2' in details


def test_amounts_and_dates_keep_their_value() -> None:
    """Spellings differ, values do not: the same cents in every form, the same day in epoch milliseconds."""
    dice = Dice(1, "money")
    for _ in range(300):
        text = mixed_yuan(dice, 123_456_789)
        factor = 10_000 if "万" in text else 1
        plain = re.sub(r"[,\s万元]", "", text)
        assert round(float(plain) * factor * 100) == 123_456_789

    assert day("milliseconds", 719_163) == "-28800000"
    assert day("numerals", 738_805) == "二〇二三年十月十二日"


def test_headings_are_the_agreed_ones(province: Path) -> None:
    """Loaders map these headings: a changed one must be a decision, not an accident."""
    expected = {
        "sx_platform_csv": columns.PLATFORM, "sx_warehouse": columns.WAREHOUSE, "agencies": columns.AGENCY,
        "government_bodies": columns.BODY, "enterprises": columns.ENTERPRISE, "serious_dishonesty": columns.DISHONESTY,
        "certificates": columns.CERTIFICATE, "terminated_cases": columns.TERMINATED,
    }  # fmt: skip
    for source, heading in expected.items():
        for path in sorted((province / source).glob("*.csv")):
            assert tuple(csv_rows(path)[0]) == heading


def test_command_refuses_a_folder_with_other_files(tmp_path: Path) -> None:
    """Nobody's own files are mixed with generated ones; a province may be generated over."""
    (tmp_path / "thesis.txt").write_text("mine")
    answer = CliRunner().invoke(application("generate"), ["generate", "--out", str(tmp_path)])

    assert isinstance(answer.exception, FolderTaken)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_command_prints_counts_as_json(tmp_path: Path) -> None:
    """A machine reads the counts from standard output alone, also when the folder is filled a second time."""
    for _ in range(2):
        answer = CliRunner().invoke(application("generate"), ["generate", "--out", str(tmp_path / "p"), "--json"])

        assert answer.exit_code == 0
        assert json.loads(answer.stdout)["counts"]["certificates"] == 882
