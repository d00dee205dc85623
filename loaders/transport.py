"""Columns that exchange platforms add to every table: who sent a row when, in which batch, and how it has changed.

They say nothing of the world but two things: the change flag (i, u, d in many vocabularies), which makes a withdrawn
row a tombstone, and the time of the change, by which a late batch is known.
"""

from __future__ import annotations

from loaders.cleaners import INSTANT, OPERATION
from loaders.source import Column, skip, take

#: `@operation` and `@updated`, in whichever columns a platform writes them; the rest is seen and not stored
TRANSPORT: tuple[Column, ...] = (
    take("data_state", OPERATION, "@operation",
         also=("数据记录的增删改标志", "@op", "@operation", "op_flag", "opt_type", "zsgbz")),
    take("xyptmodify_date", INSTANT, "@updated",
         also=("SJC", "更新时间", "xypt_time_dxp", "update_time", "最新更新日期")),
    skip(
        # numbers and states of the platform's own work
        "xyptbatchno", "xyptstate", "source", "area", "department_id", "交换开关", "数据汇总单位", "etl入库时间",
        "该数据记录写入前置库时间", "rwbh", "bmbm", "bmmc", "tgrq", "status", "create_time",
        "@num", "@id", "@line", "@seq",
    ),
)  # fmt: skip


def coded(*names: str) -> tuple[str, ...]:
    """The names under which a coded column (XK_XDR_SHXYM) also comes: without underscores, as in xkXdrShxym."""
    return tuple(dict.fromkeys(variant for name in names for variant in (name, name.replace("_", ""))))[1:]
