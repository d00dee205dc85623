"""区划 — divisions and functional zones; the file lies beside this one."""

from loaders.cleaners import AREA, CODE, DATE, NAME
from loaders.read import Format
from loaders.source import Source, take

SOURCE = Source(
    title="行政区划与功能区",
    title_en="Administrative divisions and functional zones", provider="国家统计局（统计用区划代码）",
    layouts={".csv": Format.CSV}, mode="FULL", precedence=10,
    columns=(
        take("code", AREA, "area.code", required=True),
        take("name", NAME, "area.name", required=True),
        take("parent_code", AREA, "area.parent_code"),
        take("level", CODE, "area.level", required=True),
        take("kind", CODE, "area.category"),
        take("valid_from", DATE, "area.valid_from"),
        take("valid_to", DATE, "area.valid_to"),
        take("successor_code", AREA, "area.successor_code"),
        take("host_code", AREA, "area.host_code"),
    ),
)  # fmt: skip
