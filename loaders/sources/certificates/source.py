"""自动履行证明书 — certificates that a debtor performed before enforcement; the case number is
that of the civil case.
"""

from loaders.cleaners import CASE_NUMBER, COURT, DATE, DOCUMENT, FLAG, MONEY, NAME, TEXT, lookup
from loaders.read import Format
from loaders.source import Party, Source, take

SOURCE = Source(
    title="自动履行证明书", title_en="Certificates of automatic performance", provider="人民法院",
    layouts={".csv": Format.CSV}, mode="DELTA", precedence=30,
    columns=(
        take("证明书编号", TEXT, "performance_certificate.serial", required=True),
        take("主体名称", NAME, "@subject.name", required=True),
        take("主体类别", lookup("kind"), "@subject.kind"),
        take("统一社会信用代码/身份证号", DOCUMENT, "@subject.document"),
        take("案号", CASE_NUMBER, "performance_certificate.case_number"),
        take("法律文书号", TEXT, "performance_certificate.instrument_number"),
        take("履行完毕日期", DATE, "performance_certificate.performed_on"),
        take("履行金额(元)", MONEY, "performance_certificate.amount"),
        take("减免诉讼费(元)", MONEY, "performance_certificate.fee_reduction"),
        take("出具法院", COURT, "performance_certificate.court_code"),
        take("出具日期", DATE, "performance_certificate.issued_on", required=True),
        take("是否撤销", FLAG, "performance_certificate.is_revoked"),
    ),
    parties=(Party("subject"),),
    source_time=("performance_certificate.issued_on",),
)  # fmt: skip
