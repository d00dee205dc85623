"""批次与来源 — what was loaded, from where, and how it went."""

from __future__ import annotations

from schema.kinds import Code, Id, Instant
from schema.language import column, entity, relation


class BatchMode(Code):
    """更新方式 — full: the file is the whole list; delta: it holds changes."""

    FULL = "FULL", "全量 — the whole list."
    DELTA = "DELTA", "增量 — changes."


class BatchStatus(Code):
    """批次状态 — merged, parked until a second person has looked at it, or refused before the merge."""

    MERGED = "MERGED", "已入库 — merged."
    PARKED = "PARKED", "待复核 — parked: it would make too many entries vanish; a second person releases or rejects it."
    REJECTED = "REJECTED", "已拒收 — refused as a whole."


@entity(
    table="source", plural="sources", key=("name",), presence="batch",
    doc="数据来源 — a source: one format of one provider.",
)  # fmt: skip
class Source:
    id: Id = column("标识 — opaque and random.", group="batch")
    name: str = column("来源代码 — name of its folder, e.g. `sx_court_json`.", group="batch", filter=True, order=True)
    title: str = column("来源名称 — Chinese name.", group="batch")
    title_en: str = column("英文名称 — English name.", group="batch")
    provider: str = column("提供单位 — provider.", group="batch", filter=True)
    precedence: int = column("优先级 — when sources differ, the lower number is shown.", group="batch", order=True)
    batches: list[Batch] = relation("批次 — what it delivered.", on={"name": "source_name"}, group="batch")


@entity(
    table="batch", plural="batches", key=("source_name", "sha256"), presence="batch",
    rules={"agency": "{t}.provider_code = {agency}"},
    doc="批次 — one delivered file; accepted + quarantined + ignored = read, always.",
)  # fmt: skip
class Batch:
    id: Id = column("标识 — opaque and random.", group="batch")
    source_name: str = column("来源代码 — source.", group="batch", filter=True, order=True)
    provider_code: str | None = column("提供单位编号 — agency that delivered it.", group="batch", filter=True)
    file_name: str = column("文件名 — name of the delivered file.", group="batch")
    sha256: str = column("文件摘要 — SHA-256 of the file, hexadecimal.", group="batch", filter=True)
    encoding: str = column("字符编码 — encoding found.", group="batch")
    mode: BatchMode = column("更新方式 — full or delta.", group="batch", filter=True)
    status: BatchStatus = column("批次状态 — state.", group="batch", filter=True)
    rows_read: int = column("读取行数 — rows read.", group="batch")
    rows_accepted: int = column("接收行数 — rows accepted.", group="batch")
    rows_quarantined: int = column("隔离行数 — rows set aside with a reason.", group="batch")
    rows_ignored: int = column("忽略行数 — decoys: repeated headers, notes, totals.", group="batch")
    rows_unchanged: int = column("未变行数 — accepted rows that were recognised as merged before.", group="batch")
    facts_inserted: int = column("新增记录数 — facts written new.", group="batch")
    facts_updated: int = column("更新记录数 — facts changed.", group="batch")
    facts_unchanged: int = column("未变记录数 — facts that the batch confirmed.", group="batch")
    rows_erased: int = column(
        "已删除个人行数 — accepted rows about erased persons, merged without what tells of them.", group="batch",
        hidden=True, default="0",
    )  # fmt: skip
    received_at: Instant = column(
        "接收时间 — when it was received.", group="batch", filter=True, order=True, default="now()"
    )
    source: Source | None = relation("来源 — its source.", on={"source_name": "name"}, group="batch")
