"""诚信履行名单 — batches of the honest-performance list as workbooks."""

from loaders.cleaners import CASE_NUMBER, COURT, DATE, DOCUMENT, FLAG, MONEY, NAME, TEXT, lookup
from loaders.read import Format
from loaders.rules import known_where_given, town_of_court
from loaders.source import Party, Source, take

SOURCE = Source(
    title="诚信履行名单", title_en="Honest-performance list", provider="人民法院",
    layouts={".xlsx": Format.XLSX}, mode="DELTA", precedence=30,
    columns=(
        take("名单批次号", TEXT, "honest_listing.batch_number", required=True),
        take("主体类别", lookup("kind"), "@subject.kind"),
        take("主体名称", NAME, "@subject.name", required=True),
        take("统一社会信用代码/身份证号", DOCUMENT, "@subject.document"),
        take("案号", CASE_NUMBER, "honest_listing.case_number"),
        take("案由", TEXT, "honest_listing.cause"),
        take("法律文书号", TEXT, "honest_listing.instrument_number"),
        take("履行完毕日期", DATE, "honest_listing.performed_on"),
        take("履行金额(元)", MONEY, "honest_listing.amount"),
        take("自动履行证明书编号", TEXT, "honest_listing.certificate_serial"),
        take("出具法院", COURT, "honest_listing.court_code"),
        take("列入日期", DATE, "honest_listing.listed_on", required=True),
        take("有效期至", DATE, "honest_listing.expires_on"),
        take("移出日期", DATE, "honest_listing.removed_on"),
        take("移出原因", TEXT, "honest_listing.removal_reason"),
        take("所属镇(街道)", NAME, "@entry.town"),
        take("是否同意公开", FLAG, "honest_listing.is_publication_consented"),
        take("备注", TEXT, "honest_listing.remarks"),
    ),
    parties=(Party("subject"),),
    source_time=("honest_listing.removed_on", "honest_listing.listed_on"),
    derive=(town_of_court("@entry.town", "honest_listing.court_code", "honest_listing.area_code"),),
    row_checks=(known_where_given("@entry.town", "honest_listing.area_code", "AREA_UNKNOWN"),),
)  # fmt: skip
