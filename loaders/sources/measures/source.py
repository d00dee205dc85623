"""惩戒和激励措施 — the catalogue of measures; the file is schema/law/measures.csv."""

from loaders.cleaners import CODE, DATE, FLAG, NAME, TEXT, TEXT_LIST
from loaders.read import Format
from loaders.source import Source, take

SOURCE = Source(
    title="失信惩戒和守信激励措施清单", title_en="Catalogue of measures", provider="国家发展改革委、中国人民银行",
    layouts={".csv": Format.CSV}, mode="FULL", precedence=10,
    columns=(
        take("code", CODE, "measure.code", required=True),
        take("name", NAME, "measure.name", required=True),
        take("name_en", TEXT, "measure.name_en"),
        take("kind", CODE, "measure.kind", required=True),
        take("group", TEXT, "measure.group_name"),
        take("target_kind", CODE, "measure.target_kind", required=True),
        take("triggers", TEXT_LIST, "measure.triggers"),
        take("scenarios", TEXT_LIST, "measure.scenarios"),
        take("executing_roles", TEXT_LIST, "measure.executing_roles"),
        take("mode", CODE, "measure.mode", required=True),
        take("legal_basis", TEXT, "measure.legal_basis"),
        take("confirmed", FLAG, "measure.is_confirmed", required=True),
        take("review_required", FLAG, "measure.review_required", required=True),
        take("instruction_zh", TEXT, "measure.instruction_zh"),
        take("instruction_en", TEXT, "measure.instruction_en"),
        take("remedy_zh", TEXT, "measure.remedy_zh"),
        take("remedy_en", TEXT, "measure.remedy_en"),
        take("valid_from", DATE, "measure.valid_from"),
        take("valid_to", DATE, "measure.valid_to"),
    ),
)  # fmt: skip
