"""`hub reconcile`: what a sender's list and the hub tell apart, found and healed by small files. 对账。"""

from __future__ import annotations

import getpass
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from hub.commands.load import sentence
from hub.errors import FolderTaken
from hub.keeping import held
from hub.settings import Settings
from hub.vault import Vault
from loaders.load import Desk
from loaders.reconcile.cells import CELLS, MOST_CELLS
from loaders.reconcile.heal import Comparison, Healing
from loaders.reconcile.heal import compare as told_apart
from loaders.reconcile.heal import heal as put_right
from loaders.reconcile.key import RowKey
from loaders.reconcile.papers import Digest, read_wanted, write_wanted
from loaders.reconcile.sender import digest_of, write_rows
from loaders.source import RESENT, source_of
from loaders.store import store_of

app = typer.Typer(help="Reconciliation with a sender. 与报送单位对账。", no_args_is_help=True)

SourceName = Annotated[str, typer.Option("--source", help="Name of the source. 数据源名称。")]
List = Annotated[Path, typer.Argument(metavar="FILE", help="The whole list, as it is delivered. 全量名单文件。")]
Key = Annotated[
    Path | None,
    typer.Option("--key", help="Key that the hub gave to the sender; none = this hub's own. 对账密钥；不填为本系统。"),
]
DigestFile = Annotated[Path, typer.Argument(metavar="DIGEST", help="Digest of the sender. 报送方摘要文件。")]
AsJson = Annotated[bool, typer.Option("--json", help="Machine-readable output. 输出 JSON。")]


@app.callback()
def reconcile() -> None:
    """Reconciliation with a sender. 与报送单位对账。"""


@app.command()
def key(
    source: SourceName,
    out: Annotated[Path, typer.Option(help="File to make, mode 0600. 输出密钥文件。")],
) -> None:
    """Make the key that a sender needs for digests of one source; hand it over like a password. 生成对账密钥。"""
    found = source_of(source)
    if not RowKey.of(found, Vault.from_settings(Settings.from_environment())).write(out):
        raise FolderTaken(folder=out)
    typer.echo(f"{out}: key of {source} 对账密钥")


@app.command()
def digest(
    file: List,
    source: SourceName,
    out: Annotated[Path, typer.Option(help="File to write. 输出文件。")],
    key: Key = None,
    cells: Annotated[
        int, typer.Option(min=96, max=MOST_CELLS, help="Buckets, 16 bytes each. 摘要桶数，每桶 16 字节。")
    ] = CELLS,
) -> None:
    """The sender: write the digest of a whole list. 报送方：生成全量名单摘要。"""
    held = _key(source, key)
    made = digest_of(file, held, cells // 3 * 3)
    size = made.write(out, held)
    typer.echo(f"{out}: {made.distinct} rows, {size} bytes. {made.distinct} 行，{size} 字节。")


@app.command()
def compare(
    digest: DigestFile,
    source: SourceName,
    out: Annotated[Path | None, typer.Option(help="File for the rows to ask for. 待补发行清单。")] = None,
    as_json: AsJson = False,
) -> None:
    """The hub: tell a list from what is held, and write down the rows to ask for. 系统方：比对摘要，列出待补行。"""
    with _desk(None) as desk:
        held = RowKey.of(source_of(source), desk.vault)
        found = told_apart(desk, source, Digest.read(digest, held))
        size = write_wanted(out, held, found.lacking) if out else 0
    typer.echo(json.dumps({**found.as_json(), "bytes": size}, ensure_ascii=False) if as_json else _compared(found))


@app.command()
def rows(
    file: List,
    wanted: Annotated[Path, typer.Option(help="What the hub asks for. 系统的待补发行清单。")],
    source: SourceName,
    out: Annotated[Path, typer.Option(help=f"File to write, *{RESENT}. 输出文件，后缀 {RESENT}。")],
    key: Key = None,
) -> None:
    """The sender: write the rows that the hub asks for. 报送方：导出系统要求补发的行。"""
    if out.suffix != RESENT:
        raise typer.BadParameter(f"the name must end in {RESENT} / 文件名须以 {RESENT} 结尾")
    held = _key(source, key)
    hashes = read_wanted(wanted, held)
    count = write_rows(file, held, hashes, out)
    typer.echo(f"{out}: {count} of {len(hashes)} rows, {out.stat().st_size} bytes. 共 {count} 行。")


@app.command()
def heal(
    digest: DigestFile,
    source: SourceName,
    rows: Annotated[Path | None, typer.Option(help="The rows that were asked for. 补发的行。")] = None,
    by: Annotated[str | None, typer.Option(metavar="NAME", help="Who delivers. 报送人。")] = None,
    as_json: AsJson = False,
) -> None:
    """The hub: merge the rows that were lacking, suspect what the list does not name. 系统方：补齐缺失并标记多余。

    Rows are merged as a delta, under the usual guards. What the list does not name is marked as absent, never removed.
    补发的行按增量规则合并；名单中没有的记录只标记为疑似缺失，不会移出。
    """
    with _desk(by) as desk:
        held = RowKey.of(source_of(source), desk.vault)
        done = put_right(desk, source, Digest.read(digest, held), rows)
    if as_json:
        typer.echo(json.dumps(done.as_json(), ensure_ascii=False))
        return
    if done.receipt:
        typer.echo(sentence(done.receipt))
    typer.echo(_healed(done))


def _key(source: str, path: Path | None) -> RowKey:
    if path is not None:
        return RowKey.read(path)
    return RowKey.of(source_of(source), Vault.from_settings(Settings.from_environment()))


@contextmanager
def _desk(by: str | None) -> Iterator[Desk]:
    settings = Settings.from_environment()
    with held(settings) as (database, vault):
        yield Desk(database, vault, by or getpass.getuser(), store_of(settings.data_dir, vault))


def _compared(found: Comparison) -> str:
    said = found.as_json()
    outdated = (
        f" {found.outdated} facts were read under another mapping and are not compared."
        f" 另有 {found.outdated} 条按旧映射读取，未比对。"
        if found.outdated else ""
    )  # fmt: skip
    return (
        f"{found.file}: {found.listed} rows listed, {found.held} held; {said['lacking']} lacking, {said['extra']} held "
        f"that it does not name, {said['returned']} suspects that it names, {found.newer} newer than it. "
        f"名单 {found.listed} 行，系统 {found.held} 行：缺失 {said['lacking']}，多余 {said['extra']}，"
        f"疑似缺失但在名单中 {said['returned']}，晚于名单 {found.newer}。{outdated}"
    )


def _healed(done: Healing) -> str:
    return (
        f"{done.source}: of {done.asked} rows asked for {done.restored} are held now, {done.overruled} lost to better "
        f"ones, {done.missing} did not come; {done.replaced} facts replaced, {done.suspected} suspected, "
        f"{done.cleared} cleared. 请求 {done.asked} 行：已补齐 {done.restored}，未采用 {done.overruled}，"
        f"未收到 {done.missing}；"
        f"替换 {done.replaced}，标记疑似缺失 {done.suspected}，解除疑似 {done.cleared}。"
    )
