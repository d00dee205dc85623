"""`hub load`: load files of one source into the hub."""

from __future__ import annotations

import getpass
import json
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from hub.keeping import held
from hub.settings import Settings
from loaders.bundled import bundled
from loaders.load import Desk, Receipt, take_in
from loaders.prepare import Delivery
from loaders.source import source_of
from loaders.store import store_of


def load(
    source: Annotated[str, typer.Argument(help="Name of the source, see `hub sources list`. 数据源名称。")],
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            help="Files, loaded in this order; none = the file that ships with it. 文件；不填则加载自带数据。"
        ),
    ] = None,
    full: Annotated[bool, typer.Option("--full", help="Each file is the whole list. 文件为全量名单。")] = False,
    delta: Annotated[bool, typer.Option("--delta", help="Files hold changes. 文件为增量。")] = False,
    by: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who delivers; none = the account. 报送人；不填为系统账户。")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One line of JSON a file. 每个文件输出一行 JSON。")] = False,
) -> None:
    """Read, clean and merge files; bad rows are set aside with a reason. 读取、清洗并合并文件，问题行隔离并注明原因。

    Each file is merged in one transaction: as a whole or not at all, and a second time it changes nothing. A load that
    was killed goes on where it was. The files are kept, sealed, so that every fact can be held against its source.
    每个文件在一个事务中合并：要么全部加载，要么不加载；重复加载同一文件不产生任何变化；中断后可续传。原始文件加密留存，供溯源核验。
    """
    if full and delta:
        raise typer.BadParameter("--full and --delta exclude each other / --full 与 --delta 不能同时使用")
    mode = "FULL" if full else "DELTA" if delta else None
    settings = Settings.from_environment()
    deliveries = [Delivery.of(source, path, mode) for path in files or _shipped(source)]
    with held(settings) as (database, vault), _bar() as bar:
        task = bar.add_task(source, total=None)
        store = store_of(settings.data_dir, vault)
        receipts = take_in(
            Desk(database, vault, by or getpass.getuser(), store), deliveries,
            lambda done, total: bar.update(task, completed=done, total=total),
        )  # fmt: skip
        for receipt in receipts:
            typer.echo(json.dumps(receipt.as_json(), ensure_ascii=False) if as_json else sentence(receipt))


def _shipped(source: str) -> list[Path]:
    source_of(source)  # an unknown name is that, whether files are named or not
    found = bundled().get(source)
    if found is None:
        raise typer.BadParameter("name the files to load / 请指定要加载的文件")
    return [found]


def sentence(receipt: Receipt) -> str:
    """One receipt in words, English and Chinese."""
    if receipt.repeated:
        return f"{receipt.file}: already loaded, nothing to do. 该文件已加载过，未作任何更改。"
    drift = "".join(
        f" {word} {en}: {', '.join(receipt.drift[key])}."
        for key, en, word in (("appeared", "columns appeared", "新增列"), ("vanished", "columns vanished", "缺失列"))
        if key in receipt.drift
    )
    return (
        f"{receipt.file}: {receipt.read} rows = {receipt.accepted} accepted + {receipt.quarantined} quarantined + "
        f"{receipt.ignored} ignored; facts {receipt.inserted} new, {receipt.updated} changed, "
        f"{receipt.unchanged} as before, {receipt.rows_unchanged} rows recognised. "
        f"读取 {receipt.read} 行：接收 {receipt.accepted}，隔离 {receipt.quarantined}，忽略 {receipt.ignored}；"
        f"新增 {receipt.inserted}，更新 {receipt.updated}，未变 {receipt.unchanged}，"
        f"识别未变行 {receipt.rows_unchanged}。{drift}{_erased(receipt)}"
    )


def _erased(receipt: Receipt) -> str:
    """A word on erased people, where there is one to say."""
    return (
        f" {receipt.erased} rows about erased persons. 涉及已删除个人 {receipt.erased} 行。" if receipt.erased else ""
    )


def _bar() -> Progress:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    return Progress(*columns, console=Console(stderr=True), transient=True)
