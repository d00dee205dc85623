"""政府机构 — government bodies, public institutions, committees and mass organisations, with their superiors."""

from loaders.cleaners import AREA, CODE, DATE, DOCUMENT, NAME, NAMES, lookup
from loaders.read import Format
from loaders.source import Party, Source, take

SOURCE = Source(
    title="政府机构名录", title_en="Register of government bodies", provider="机构编制委员会办公室、民政局",
    layouts={".csv": Format.CSV}, mode="FULL", precedence=10,
    columns=(
        take("机构名称", NAME, "@body.name", required=True),
        take("统一社会信用代码", DOCUMENT, "@body.document", required=True),
        take("机构类别", lookup("kind"), "@body.kind", required=True),
        take("机构类别", lookup("government_kind"), "@body.government_kind"),
        take("机构类别", lookup("state_owned"), "@body.is_state_owned"),
        take("上级主管部门", NAME, "@body.superior_name"),
        take("上级统一社会信用代码", CODE, "@body.superior_credit_code"),
        take("所属区划", AREA, "@body.area_code"),
        take("曾用名", NAMES, "@body.former_name"),
        take("负责人", NAME, "@body.legal_representative"),
        take("有效期自", DATE, "@body.valid_from"),
        take("有效期至", DATE, "@body.valid_to"),
    ),
    parties=(Party("body", hint="ORGANISATION"),),
)  # fmt: skip
