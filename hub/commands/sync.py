"""`hub sync`: run the pulls that are due, for ever or once."""

from __future__ import annotations

import json
import os
import time
from typing import Annotated, Any

import typer

from hub.database import check_migrated, open_database
from hub.errors import NotLeading, PullInvalid, SettingInvalid
from hub.keeping import hold
from hub.settings import Settings
from hub.vault import Vault
from loaders.pulls.plan import pulls
from loaders.pulls.sync import Outcome, Plans, check_for_production, run_due, standings
from loaders.store import store_of

#: seconds between two looks for what is due, and for whether the leader has gone
_LOOK = 5.0


def sync(
    once: Annotated[bool, typer.Option("--once", help="Run what is due, then end. 仅执行到期任务一次。")] = False,
    now: Annotated[
        str | None, typer.Option(metavar="PULL", help="Run this pull at once, then end. 立即执行指定任务。")
    ] = None,
    status: Annotated[bool, typer.Option("--status", help="Say how each pull stands. 查看各任务状态。")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Machine-readable output. 输出 JSON。")] = False,
) -> None:
    """Pull from exchange databases and interfaces by schedule. 按计划从前置库与接口拉取数据。

    Several may run: one leads, the others wait for it to go. A pull that fails stops no other and is tried again.
    可同时启动多个进程：一个执行，其余待命。某任务失败不影响其他任务，并会重试。
    """
    settings = Settings.from_environment()
    if settings.pulls is None or not settings.pulls.is_dir():
        raise SettingInvalid(name="HUB_PULLS", reason="it names no folder of pulls", reason_zh="未指定拉取任务目录")
    with open_database(settings) as database:
        check_migrated(database)
        if status:
            _tell_standings(standings(database, _plans(settings)), as_json=as_json)
            return
        os.nice(10)  # whoever asks comes first
        vault = Vault.from_settings(settings)
        hold(database, vault)
        store = store_of(settings.data_dir, vault)
        failed = False
        while True:
            plans = _plans(settings)
            if now is not None and now not in plans:
                raise PullInvalid(pull=now, reason="there is no such file", reason_zh="没有该任务文件")
            try:
                for outcome in run_due(database, vault, store, plans, only=now):
                    _tell(outcome, as_json=as_json)
                    failed = failed or outcome.refused is not None
            except NotLeading:
                if once or now is not None:
                    raise
            if once or now is not None:
                raise typer.Exit(3 if failed else 0)
            time.sleep(_LOOK)


def _plans(settings: Settings) -> Plans:
    """Read anew each time, so that a changed file counts without a restart."""
    assert settings.pulls is not None
    plans = pulls(settings.pulls)
    return check_for_production(plans) if settings.production else plans


def _tell(outcome: Outcome, *, as_json: bool) -> None:
    refused = outcome.refused
    if as_json:
        said = {"pull": outcome.pull, "deliveries": outcome.deliveries, "read": outcome.read,
                "refused": refused.code if refused else None}  # fmt: skip
        typer.echo(json.dumps(said))
        return
    counts = f"{outcome.deliveries} deliveries, {outcome.read} rows 批次 {outcome.deliveries}，行 {outcome.read}"
    typer.echo(
        f"{outcome.pull}: {counts}" + (f"; {refused.code}: {refused.english} {refused.chinese}" if refused else "")
    )


def _tell_standings(found: list[Any], *, as_json: bool) -> None:
    for one in found:
        said = {
            "pull": one.pull, "due": one.due and one.due.isoformat(timespec="seconds"),
            "succeeded": one.entry.succeeded_at and one.entry.succeeded_at.isoformat(timespec="seconds"),
            "failures": one.entry.failures, "code": one.refused.code if one.refused else one.entry.code,
            "rows": one.entry.rows, "batch": one.entry.batch,
        }  # fmt: skip
        if as_json:
            typer.echo(json.dumps(said))
        else:
            typer.echo(" ".join(f"{word} {value}" for word, value in said.items() if value is not None))
