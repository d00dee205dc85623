"""Identifiers: published vectors, guarantees of the check-digit schemes, and agreement with a second implementation."""

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from stdnum.cn import ric, uscc

from schema import identifiers as ids

CREDIT_CODES = [
    ("91330211MA2A00018F", "enterprise (企业)", True),
    ("92330211MA2B00027W", "individual business (个体工商户)", True),
    ("93330211MA2C000445", "farmers' cooperative", True),
    ("11330211002950018Q", "state organ (机关)", True),
    ("12330211419500020P", "public institution (事业单位)", True),
    ("53330211MJ8800036R", "foundation", True),
    ("54330211ME000001XD", "village committee, organisation code ends in X", True),
    ("91500112MA5U00062T", "enterprise of Yubei", True),
    ("91222401MA140007XR", "enterprise of Yanji, organisation code ends in X", True),
    ("N2330211MF1500052P", "village collective, authority N", True),
    ("91330211MA2A00018E", "wrong check character", False),
    ("91330211MA2AO0018F", "letter O", False),
    ("91330211MA2A00018", "seventeen characters", False),
    ("91330211MA2A00018FF", "nineteen characters", False),
    ("Z1330211MA2A00018F", "unknown authority", False),
    ("", "empty", False),
]


@pytest.mark.parametrize(("value", "meaning", "right"), CREDIT_CODES)
def test_credit_code_vectors(value: str, meaning: str, right: bool) -> None:
    """Codes of every registering authority pass, and a wrong letter, length or check character does not."""
    assert ids.is_credit_code(value) is right, meaning


ORGANISATION_CODES = [
    ("60003734-1", True),
    ("MA2A0001-8", True),
    ("MA2A00018", True),
    ("00295001-8", True),
    ("L0719637-9", True),
    ("41950002-0", True),
    ("00290007-X", True),
    ("00290007X", True),
    ("41950002-X", False),
    ("60003734-2", False),
    ("6000373-41", False),
    ("60003734", False),
]


@pytest.mark.parametrize(("value", "right"), ORGANISATION_CODES)
def test_organisation_code_vectors(value: str, right: bool) -> None:
    """Organisation codes pass with and without hyphen, with check characters 0 and X among them."""
    assert ids.is_organisation_code(value) is right


ID_NUMBERS = [
    ("330211199003070010", "Zhenhai, 1990, male", True),
    ("33021119950615008X", "check character X", True),
    ("330211200806010041", "eighteenth birthday 2026-06-01", True),
    ("330211198001010028", "born before the county code existed", True),
    ("500112199208150041", "born before the county code existed", True),
    ("500112197512310039", "born before the county code existed", True),
    ("510224197008151238", "county code of a province it left", True),
    ("222401196802290010", "leap day", True),
    ("810000199408230021", "Hong Kong residence permit", True),
    ("830000199201300022", "Taiwan residence permit", True),
    ("330211199003070011", "wrong check digit", False),
    ("330211900307001", "fifteen digits", False),
    ("33021119900307001", "seventeen digits", False),
    ("33021119950615008x", "not normalised", False),
]


@pytest.mark.parametrize(("value", "meaning", "right"), ID_NUMBERS)
def test_id_number_vectors(value: str, meaning: str, right: bool) -> None:
    """Right numbers pass whatever the age of their county code; a wrong check digit does not."""
    assert ids.is_id_number(value) is right, meaning


def test_an_id_number_with_an_impossible_date_is_refused() -> None:
    """29 February 1990 did not exist, so no check digit makes such a number right."""
    first17 = "33021119900229001"

    assert not ids.is_id_number(first17 + ids.id_number_check_digit(first17))


def test_an_old_id_number_is_upgraded() -> None:
    """Fifteen digits gain the century and the check character."""
    assert ids.upgrade_id_number("330211900307001") == "330211199003070010"


@pytest.mark.parametrize("value", ["330211900229001", "33021190030700", "330211199003070010", "33021190030700X"])
def test_what_is_no_old_id_number_is_not_upgraded(value: str) -> None:
    """An impossible date or another length is refused, and the refusal does not repeat the number."""
    with pytest.raises(ValueError, match="identity number") as refusal:
        ids.upgrade_id_number(value)

    assert value not in str(refusal.value)


def test_birth_date_and_sex_are_read_from_an_id_number() -> None:
    """Seven to fourteen are the birth date; the seventeenth digit is odd for men."""
    assert ids.birth_date_of("330211200806010041") == date(2008, 6, 1)
    assert ids.sex_of("330211199003070010") == "MALE"
    assert ids.sex_of("330211200806010041") == "FEMALE"


@pytest.mark.parametrize("value", ["", "330211900307001", "330211199002300010"])
def test_birth_date_of_something_else_is_an_error(value: str) -> None:
    """No date is invented for a value that holds none."""
    with pytest.raises(ValueError, match="birth date"):
        ids.birth_date_of(value)


REGISTRATION_NUMBERS = [
    ("330211000000012", True),
    ("500112000012345", True),
    ("330211000000013", False),
    ("33021100000001", False),
]


@pytest.mark.parametrize(("value", "right"), REGISTRATION_NUMBERS)
def test_registration_number_vectors(value: str, right: bool) -> None:
    """Fifteen digits by ISO 7064 MOD 11,10 pass; a wrong or a cut number does not."""
    assert ids.is_registration_number(value) is right


CASE_NUMBERS = [
    ("（2023）渝0112执1234号", "渝0112", "", "执", 1234, "", "(2023)渝0112执1234号"),
    ("（２０２０）渝０１１２民初２７４６３号", "渝0112", "", "民初", 27463, "", "(2020)渝0112民初27463号"),
    ("〔2019〕浙0211行审74号", "浙0211", "", "行审", 74, "", "(2019)浙0211行审74号"),
    ("【2019】浙0211行审74号", "浙0211", "", "行审", 74, "", "(2019)浙0211行审74号"),
    ("[2019] 浙0211 行审 74 号", "浙0211", "", "行审", 74, "", "(2019)浙0211行审74号"),
    ("(2024)浙02执异15号之一", "浙02", "", "执异", 15, "之一", "(2024)浙02执异15号"),
    ("(2024)浙02执异15号之十二执行裁定书", "浙02", "", "执异", 15, "之十二", "(2024)浙02执异15号"),
    ("(2023)渝0112执恢88号-1", "渝0112", "", "执恢", 88, "-1", "(2023)渝0112执恢88号"),
    ("(2023)渝0112执恢88－1号", "渝0112", "", "执恢", 88, "-1", "(2023)渝0112执恢88号"),
    ("（2021）最高法执监88号", "最高法", "", "执监", 88, "", "(2021)最高法执监88号"),
    ("（2021）最高法知民终5号", "最高法", "知", "民终", 5, "", "(2021)最高法知民终5号"),
    ("(2022)浙执复7号", "浙", "", "执复", 7, "", "(2022)浙执复7号"),
    ("(2020)川0191民初9号民事判决书", "川0191", "", "民初", 9, "", "(2020)川0191民初9号"),
    ("2023渝0112执01234号", "渝0112", "", "执", 1234, "", "(2023)渝0112执1234号"),
    ("(2014)江法民执字第00817号", "江法", "", "民执", 817, "", "(2014)江法民执字第817号"),
    ("(2011)西执字第00545号", "西", "", "执", 545, "", "(2011)西执字第545号"),
    ("2003州刑初字第5号", "州", "", "刑初", 5, "", "(2003)州刑初字第5号"),
    ("（2015）金商初字第654号民事判决书", "金", "", "商初", 654, "", "(2015)金商初字第654号"),
    ("(2014)浙执字第12号", "浙", "", "执", 12, "", "(2014)浙执字第12号"),
    ("(2012)甬镇执民字第33号", "甬镇", "", "执民", 33, "", "(2012)甬镇执民字第33号"),
    ("(2011)西执字第00545-1号", "西", "", "执", 545, "-1", "(2011)西执字第545号"),
    ("甬仲裁字(2019)第12号", None, "", "", 0, "", ""),
    ("(2018)浙甬镇证执字第3号", None, "", "", 0, "", ""),
    ("(2023)渝0112执1234号、(2023)渝0112执1235号", None, "", "", 0, "", ""),
    ("(2023)渝0112执0号", None, "", "", 0, "", ""),
    ("(2023)渝011执1234号", None, "", "", 0, "", ""),
    ("慈税罚（2018）40号", None, "", "", 0, "", ""),
    ("", None, "", "", 0, "", ""),
]


@pytest.mark.parametrize(("text", "court", "special", "kind", "sequence", "suffix", "canonical"), CASE_NUMBERS)
def test_case_number_vectors(
    text: str, court: str | None, special: str, kind: str, sequence: int, suffix: str, canonical: str
) -> None:
    """Every spelling met in data gives its parts and one canonical form; other numbers give nothing."""
    parsed = ids.parse_case_number(text)

    if court is None:
        assert parsed is None
    else:
        assert parsed is not None
        assert parsed[1:6] == (court, special, kind, sequence, suffix)
        assert parsed.canonical == canonical
        assert parsed.is_old is ("字第" in text)


@pytest.mark.parametrize("text", [row[0] for row in CASE_NUMBERS if row[1]])
def test_the_canonical_case_number_is_a_fixed_point(text: str) -> None:
    """Parsing a canonical number again gives the same canonical number and style."""
    parsed = ids.parse_case_number(text)
    assert parsed is not None

    again = ids.parse_case_number(parsed.canonical)

    assert again == parsed._replace(suffix="")


MASKED_NUMBERS = [
    ("3302111990****0010", ("3302111990", "0010")),
    ("33021119900****0010", ("33021119900", "0010")),
    ("330211********0010", ("330211", "0010")),
    ("3302**********0010", ("3302", "0010")),
    ("*************0010", ("", "0010")),
    ("330211************", ("330211", "")),
    ("3302111990****008x", ("3302111990", "008X")),
    ("３３０２１１＊＊＊＊＊＊＊＊００１０", ("330211", "0010")),
    ("9133******ABCD", ("9133", "ABCD")),
    ("MA2A****-8", ("MA2A", "8")),
    ("33**11****0010", ("33", "0010")),
    ("******************", ("", "")),
    ("330211199003070010", None),
    ("张*明", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "known"), MASKED_NUMBERS)
def test_masked_number_vectors(text: str, known: tuple[str, str] | None) -> None:
    """The known ends of a starred number are read whatever its length; a name or a full number is not masked."""
    assert ids.masked_digits(text) == known


NORMALISED = [
    (" 91330211ma2a00018f ", "91330211MA2A00018F"),
    ("９１３３０２１１ＭＡ２Ａ０００１８Ｆ", "91330211MA2A00018F"),
    ("\ufeff9133\u200b0211　MA2A\t00018F\n", "91330211MA2A00018F"),
    ("MA2A0001－8", "MA2A0001-8"),
    ("MA2A0001—8", "MA2A0001-8"),
    ("〔2019〕【1】[2]（3）", "(2019)(1)(2)(3)"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "expected"), NORMALISED)
def test_normalise_vectors(text: str, expected: str) -> None:
    """Width, spaces, invisible characters, case, brackets and dashes no longer tell two spellings apart."""
    assert ids.normalise(text) == expected


@given(st.text("09azAZ０９ａＺ-－—*＊()（）〔〕【】[] \u3000\t\ufeff\u200b浙执字第号之一"))
def test_normalising_twice_changes_nothing(text: str) -> None:
    """What is already normal stays as it is, so values may be normalised wherever it is convenient."""
    once = ids.normalise(text)

    assert ids.normalise(once) == once


# ------------------------------------------------------------------------------------ guarantees of the schemes

DIGITS = "0123456789"
CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"

credit_codes = st.builds(
    lambda authority, kind, area, body: authority + kind + area + body,
    st.sampled_from("123456789ANY"),
    st.sampled_from("123459"),
    st.text(DIGITS, min_size=6, max_size=6),
    st.text(CREDIT_ALPHABET, min_size=9, max_size=9),
).map(lambda first17: first17 + ids.credit_code_check_digit(first17))
id_numbers = st.builds(
    lambda area, born, sequence: f"{area}{born:%Y%m%d}{sequence:03}",
    st.text(DIGITS, min_size=6, max_size=6),
    st.dates(date(1900, 1, 1), date(2030, 12, 31)),
    st.integers(0, 999),
).map(lambda first17: first17 + ids.id_number_check_digit(first17))
registration_numbers = st.text(DIGITS, min_size=14, max_size=14).map(
    lambda first14: first14 + ids.registration_number_check_digit(first14)
)
organisation_codes = st.text(DIGITS, min_size=8, max_size=8).map(
    lambda first8: first8 + ids.organisation_code_check_digit(first8)
)


def substituted(value: str, alphabet: str, where: int, by: int) -> str:
    """The value with one character replaced by a different one."""
    place = where % len(value)
    others = alphabet.replace(value[place], "")
    return value[:place] + others[by % len(others)] + value[place + 1 :]


def transposed(value: str, where: int) -> str:
    """The value with two different neighbours exchanged."""
    place = where % (len(value) - 1)
    assume(value[place] != value[place + 1])
    return value[:place] + value[place + 1] + value[place] + value[place + 2 :]


positions = st.integers(0, 1000)


@given(credit_codes, positions, positions)
def test_credit_codes_detect_slips(value: str, where: int, by: int) -> None:
    """The modulus is prime and the weights differ: one wrong or two exchanged characters never pass."""
    assert ids.is_credit_code(value)
    assert not ids.is_credit_code(substituted(value, CREDIT_ALPHABET, where, by))
    assert not ids.is_credit_code(transposed(value, where))


_FIELDS = (
    credit_codes | st.text(CREDIT_ALPHABET + "IO,s", max_size=40) | credit_codes.map(lambda code: code + "," + code)
)


@given(st.lists(_FIELDS, max_size=5), st.none() | st.tuples(positions, positions, positions))
def test_credit_codes_are_judged_together_as_one_by_one(values: list[str], slip: tuple[int, int, int] | None) -> None:
    """A list passes exactly when each of it does: neither two halves nor two codes in one pass for one."""
    if slip and values and len(values[slip[0] % len(values)]) == 18:
        place = slip[0] % len(values)
        values[place] = substituted(values[place], CREDIT_ALPHABET, *slip[1:])

    assert ids.are_credit_codes(values) is all(map(ids.is_credit_code, values))


@given(id_numbers, positions, positions)
def test_id_numbers_detect_slips(value: str, where: int, by: int) -> None:
    """MOD 11-2: one wrong or two exchanged characters never pass."""
    assert ids.is_id_number(value)
    assert not ids.is_id_number(substituted(value, DIGITS + "X", where, by))
    assert not ids.is_id_number(transposed(value, where))


@given(organisation_codes, positions, positions)
def test_organisation_codes_of_digits_detect_slips(value: str, where: int, by: int) -> None:
    """Modulo 11 tells ten digits apart; with letters (X counts 33 in the body) it cannot: only digits are promised."""
    assert ids.is_organisation_code(value)
    assert not ids.is_organisation_code(substituted(value, DIGITS, where, by))
    exchanged = transposed(value, where)
    assert exchanged[7] == "X" or not ids.is_organisation_code(exchanged)


@given(registration_numbers, positions, positions)
def test_registration_numbers_detect_a_wrong_digit(value: str, where: int, by: int) -> None:
    """MOD 11,10 detects every single wrong digit (it does not promise every exchange)."""
    assert ids.is_registration_number(value)
    assert not ids.is_registration_number(substituted(value, DIGITS, where, by))


@given(st.text(CREDIT_ALPHABET[1:10], min_size=1, max_size=1), credit_codes)
def test_credit_codes_agree_with_stdnum(authority: str, value: str) -> None:
    """A second implementation computes the same check character where it knows the authority (1-9)."""
    first17 = authority + value[1:17]

    code = first17 + ids.credit_code_check_digit(first17)

    assert uscc.is_valid(code)
    assert uscc.calc_check_digit(code) == code[17]


@pytest.mark.parametrize("value", [row[0] for row in CREDIT_CODES if row[0][:1] in tuple("123456789")])
def test_credit_code_verdicts_agree_with_stdnum(value: str) -> None:
    """A second implementation gives the same verdict on every vector whose authority it knows."""
    assert ids.is_credit_code(value) is uscc.is_valid(value)


@given(id_numbers)
def test_id_check_digits_agree_with_stdnum(value: str) -> None:
    """A second implementation computes the same check character."""
    assert ric.calc_check_digit(value) == value[17]


def test_the_canonical_organisation_code_has_no_hyphen() -> None:
    """Both spellings of one code meet in one value."""
    assert ids.canonical_organisation_code("MA2A0001-8") == ids.canonical_organisation_code("MA2A00018")


@pytest.mark.parametrize(
    ("code", "prefix"),
    [("330000", "33"), ("330200", "3302"), ("331000", "3310"), ("330211", "330211"), ("330110", "330110"),
     ("330211Z01", "330211Z01"), ("33", "33"), ("3300", "33"), ("3302", "3302"), ("330211001", "330211001")],
)  # fmt: skip
def test_prefix_covers_the_division_and_nothing_beside_it(code: str, prefix: str) -> None:
    """Zeros go in pairs: 331000 is 3310, not 331, which would take in 331100."""
    assert ids.area_prefix(code) == prefix
