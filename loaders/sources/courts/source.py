"""法院 — courts by the code in case numbers (法〔2015〕137号); the file lies beside this one."""

from loaders.cleaners import AREA, CODE, DATE, NAME, TEXT_LIST
from loaders.read import Format
from loaders.source import Source, take

SOURCE = Source(
    title="人民法院", title_en="People's courts", provider="最高人民法院",
    layouts={".csv": Format.CSV}, mode="FULL", precedence=10,
    columns=(
        take("code", CODE, "court.code", required=True),
        take("name", NAME, "court.name", required=True),
        take("short_name", NAME, "court.short_name"),
        take("level", CODE, "court.level", required=True),
        take("area_code", AREA, "court.area_code"),
        take("superior_code", CODE, "court.superior_code"),
        take("numeric_code", CODE, "court.numeric_code"),
        take("aliases", TEXT_LIST, "court.aliases"),
        take("valid_from", DATE, "court.valid_from"),
        take("valid_to", DATE, "court.valid_to"),
    ),
)  # fmt: skip
