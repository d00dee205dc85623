"""Make loaders/sources/courts/courts.csv from areas.csv and the hand-kept special_courts.csv.

    python tools/reference/courts.py

High, intermediate and basic courts follow the rule of 法〔2015〕137号: the province's character, then digits three and
four (city) or three to six (county) of the division code. Courts that the rule cannot give, or would give wrongly,
stand in special_courts.csv, and a code there wins over the rule.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

HERE: Final = Path(__file__).resolve().parent
SOURCES: Final = HERE.parents[1] / "loaders/sources"
TARGET: Final = SOURCES / "courts/courts.csv"

#: first two digits of the division code -> character of the province in court codes
CHARACTERS: Final = {
    "11": "京", "12": "津", "13": "冀", "14": "晋", "15": "内", "21": "辽", "22": "吉", "23": "黑",
    "31": "沪", "32": "苏", "33": "浙", "34": "皖", "35": "闽", "36": "赣", "37": "鲁", "41": "豫",
    "42": "鄂", "43": "湘", "44": "粤", "45": "桂", "46": "琼", "50": "渝", "51": "川", "52": "黔",
    "53": "云", "54": "藏", "61": "陕", "62": "甘", "63": "青", "64": "宁", "65": "新",
}  # fmt: skip
MUNICIPALITIES: Final = ("11", "12", "31", "50")
#: numeric ids of Zhejiang's own system
NUMERIC_CODES: Final = {"浙": "1300", "浙02": "1315", "浙0211": "1320"}
#: divisions whose courts the rule would get wrong: islands, a city counted as its own county, the corps' cities,
#: administrative committees, and districts of 大兴安岭 with codes outside GB/T 2260
NO_RULE: Final = re.compile(r"4603\d\d|620201|6590\d\d|632857|2327[67]\d")
ETHNIC: Final = re.compile(
    "(?:蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南"
    "|仡佬|锡伯|普米|塔吉克|怒|鄂温克|德昂|保安|裕固|独龙|鄂伦春)族|各族|(?:哈萨克|蒙古|柯尔克孜|塔吉克|锡伯)(?=自治)|自治[县州旗]$"
)


class Area(NamedTuple):
    """The part of a division that names and codes a court."""

    code: str
    name: str
    level: str
    kind: str


class Court(NamedTuple):
    """One row of courts.csv; aliases are separated by semicolons."""

    code: str
    name: str
    short_name: str
    level: str
    area_code: str
    superior_code: str
    numeric_code: str = ""
    aliases: str = ""
    valid_from: str = ""
    valid_to: str = ""


def rows_of(path: Path) -> list[dict[str, str]]:
    """Read one CSV table."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def divisions() -> dict[str, Area]:
    """Provinces, cities and counties by code."""
    rows = rows_of(SOURCES / "areas/areas.csv")
    areas = (Area(row["code"], row["name"], row["level"], row["kind"]) for row in rows)
    return {area.code: area for area in areas if area.level in ("PROVINCE", "CITY", "COUNTY")}


def short(name: str) -> str:
    """镇海区 -> 镇海, 延边朝鲜族自治州 -> 延边; a name that would shrink to one character stays."""
    stripped = (
        ETHNIC.sub("", name)
        if "自治" in name
        else re.sub(r"(?:新区|地区|林区|[省市区县盟州]|(?<![前中后合])旗)$", "", name)
    )
    return stripped if len(stripped) > 1 else name


def by_rule(areas: dict[str, Area]) -> Iterator[Court]:
    """Every court that the coding rule gives."""
    for area in areas.values():
        character = CHARACTERS.get(area.code[:2])
        if character is None or NO_RULE.fullmatch(area.code):
            continue
        if area.level == "PROVINCE":
            yield high_court(area, character)
        elif area.level == "CITY" and area.code[:2] not in MUNICIPALITIES and area.code[2:4] != "90":
            yield intermediate_court(area, character, areas)
        elif area.level == "COUNTY" and area.kind == "COUNTY":
            yield basic_court(area, character, areas)


def high_court(area: Area, character: str) -> Court:
    """浙江省高级人民法院, 浙; two characters of the province name it shortly, three in 内蒙古 and 黑龙江."""
    brief = area.name[: 3 if character in "内黑" else 2]
    return Court(character, f"{area.name}高级人民法院", f"{brief}高院", "HIGH", area.code, "最高法")


def intermediate_court(area: Area, character: str, areas: dict[str, Area]) -> Court:
    """宁波市中级人民法院, 浙02; sources also put the province before the name."""
    name, province = f"{area.name}中级人民法院", areas[f"{area.code[:2]}0000"].name
    code = character + area.code[2:4]
    return Court(code, name, f"{short(area.name)}中院", "INTERMEDIATE", area.code, character, aliases=province + name)


def basic_court(area: Area, character: str, areas: dict[str, Area]) -> Court:
    """宁波市镇海区人民法院, 浙0211: districts and what a directly governed city holds carry the city's name."""
    province, city = areas[f"{area.code[:2]}0000"].name, areas[f"{area.code[:4]}00"].name
    own, superior = f"{area.name}人民法院", character + area.code[2:4]
    if area.code[:2] in MUNICIPALITIES:
        name, superior, others = province + own, "", [own]
    elif area.code[2:4] == "90":
        name, superior, others = own, "", [province + own]
    else:
        name, others = (city + own, [own]) if own.endswith("区人民法院") else (own, [city + own])
        others += [province + name]
    code = character + area.code[2:6]
    return Court(code, name, f"{short(area.name)}法院", "BASIC", area.code, superior, aliases=";".join(others))


def special() -> tuple[list[Court], dict[str, str]]:
    """Hand-kept courts, and (province character + county name) -> superior for counties assigned by hand."""
    rows = rows_of(HERE / "special_courts.csv")
    superiors = {
        row["code"][0] + county: row["code"] for row in rows for county in row["subordinates"].split(";") if county
    }
    courts = [Court(*(row.get(field, "") or "" for field in Court._fields)) for row in rows]
    return courts, superiors


def placed(courts: Iterable[Court], areas: dict[str, Area], superiors: dict[str, str]) -> Iterator[Court]:
    """Courts with the superiors kept by hand; a name there that no county bears is an error."""
    left = dict(superiors)
    for court in courts:
        county = areas[court.area_code].name if court.level == "BASIC" and court.area_code in areas else ""
        above = left.pop(court.code[0] + county, court.superior_code)
        yield court._replace(superior_code=above, numeric_code=NUMERIC_CODES.get(court.code, court.numeric_code))
    if left:
        raise SystemExit(f"subordinates that are no county: {sorted(left)}")


def unambiguous(courts: list[Court]) -> Iterator[Court]:
    """Courts keeping only the aliases and short names that name one court in the whole country.

    A short name borne by several courts becomes the full name without 市 and 人民: 南京鼓楼区法院.
    """
    seen = Counter(name for court in courts for name in {court.name, court.short_name, *court.aliases.split(";")})
    for court in courts:
        aliases = [alias for alias in court.aliases.split(";") if alias and seen[alias] == 1]
        brief = court.short_name if seen[court.short_name] == 1 else longer(court.name)
        yield court._replace(aliases=";".join(aliases), short_name=brief)


def longer(name: str) -> str:
    """南京市鼓楼区人民法院 -> 南京鼓楼区法院."""
    return re.sub(r"(?<=..)市(?=.+[区县]人民)", "", name, count=1).replace("人民法院", "法院")


def main() -> None:
    """Write the table, higher courts first."""
    areas = divisions()
    explicit, superiors = special()
    taken = {court.code for court in explicit}
    courts = explicit + [court for court in by_rule(areas) if court.code not in taken]
    ranks = ("SUPREME", "HIGH", "INTERMEDIATE", "SPECIAL", "BASIC")
    courts = sorted(
        unambiguous(list(placed(courts, areas, superiors))), key=lambda c: (ranks.index(c.level), c.area_code)
    )
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(Court._fields)
        writer.writerows(courts)
    print(f"{len(courts)} courts -> {TARGET}")


if __name__ == "__main__":
    main()
