"""`hub audit`: export the access log, sign a checkpoint, and prove an export against checkpoints."""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path
from typing import Annotated, Final
from uuid import UUID

import typer

from hub.audit.checkpoint import PARTITION, Checkpoint, Signer, Verifier, checkpoints_file, opened
from hub.audit.keeper import Contradicted, Keeper
from hub.audit.verify import Report, verify
from hub.database import check_migrated, open_database
from hub.errors import AuditBroken, AuditUnproven, InvalidArgument
from hub.settings import Settings

app = typer.Typer(help="Access log. 访问日志。", no_args_is_help=True)

_EXPORT: Final = """
select json_build_object(
    'seq', seq, 'at', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    'content', content, 'hash', encode(hash, 'hex'))::text
from audit.entry where seq >= %s order by seq
"""
#: those that are indexed, and the last minute's, which are not yet
_WHO: Final = """
select seq, to_char(at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI:SS'), content from audit.entry
where seq in (select seq from audit.subject where subject_id in (
        select %(subject)s::uuid union all select old_id from subject_alias where current_id = %(subject)s::uuid))
   or seq >= (select indexed from audit.indexed) and content::json->'subjects' is not null
      and exists (select from json_array_elements_text(content::json->'subjects') named where named = %(subject)s::text)
order by seq
"""
_WORDS: Final = {
    "ORDER": "an entry is missing, doubled, inserted or moved 记录缺失、重复、插入或错位",
    "HASH": "an entry or its hash was altered 记录或其哈希被改动",
    "CHECKPOINT": "entries since the checkpoint before were rewritten 上一检查点之后的记录被整体改写",
    "TRUNCATED": "entries are missing at the end 末尾记录缺失",
    "MALFORMED": "a line is no entry 行格式错误",
}


@app.callback()
def audit() -> None:
    """Access log. 访问日志。"""


@app.command()
def key() -> None:
    """Print the public key for whoever is to verify. 输出验证用公钥。"""
    typer.echo(Signer.from_settings(Settings.from_environment()).verifier.text)


@app.command()
def checkpoint() -> None:
    """Sign what the log is now; `hub serve` does so every minute. 立即签署检查点。"""
    settings = Settings.from_environment()
    with open_database(settings) as database:
        check_migrated(database)
        made = asyncio.run(_sign(Keeper(database, settings)))
    if made is None:
        typer.echo("nothing to sign: no new entries, or another worker signs 无需签署")
    else:
        typer.echo(f"signed {made.size} entries 已签署 {made.size} 条: {checkpoints_file(settings)}")


async def _sign(keeper: Keeper) -> Checkpoint | None:
    try:
        return await keeper.sign()
    except Contradicted:
        raise AuditBroken from None
    finally:
        await keeper.close()


@app.command()
def export(
    file: Annotated[Path, typer.Argument(help="JSON Lines; - is standard output. 输出文件，- 为标准输出。")],
    first: Annotated[int, typer.Option("--from", min=0, help="number of the first entry. 起始序号。")] = 0,
) -> None:
    """Write the entries as they are hashed, one to a line. 导出访问日志。"""
    with open_database(Settings.from_environment()) as database:
        check_migrated(database)
        with database.connect("owner") as connection, connection.cursor("export") as cursor:
            cursor.execute(_EXPORT, (first,))
            with sys.stdout if str(file) == "-" else file.open("x", encoding="utf-8") as out:
                for (line,) in cursor:
                    out.write(f"{line}\n")


@app.command(name="verify")
def verify_(
    export_file: Annotated[Path, typer.Argument(help="what `hub audit export` wrote. 导出文件。")],
    checkpoints: Annotated[Path, typer.Argument(help="file of checkpoints. 检查点文件。")],
    key: Annotated[str, typer.Option(help="public key, as `hub audit key` printed it. 公钥。")],
    first: Annotated[
        int, typer.Option("--from", min=0, help="where it begins, if older entries were dropped. 起始序号。")
    ] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="Machine-readable output. 输出 JSON。")] = False,
) -> None:
    """Prove an export against checkpoints; needs neither database nor settings. 验证访问日志。"""
    try:
        signed = opened(checkpoints.read_text("utf-8"), Verifier.read(key))
        with export_file.open(encoding="utf-8") as lines:
            report = verify(lines, signed, first)
    except (OSError, ValueError) as error:
        raise AuditUnproven(reason=type(error).__name__ if isinstance(error, OSError) else str(error)) from None
    if as_json:
        typer.echo(json.dumps(_plain(report)))
    else:
        _tell(report)
    if report.findings:
        raise AuditBroken


def _plain(report: Report) -> dict[str, object]:
    findings = [{"kind": finding.kind, "seq": finding.seq} for finding in report.findings]
    return {"entries": report.entries, "proved": report.proved, "findings": findings}


def _tell(report: Report) -> None:
    for finding in report.findings:
        typer.echo(f"entry {finding.seq}: {_WORDS[finding.kind]}")
    typer.echo(
        f"{report.entries} entries read, proved up to {report.proved} 共 {report.entries} 条，已证明至 {report.proved}"
    )


@app.command()
def who(
    subject: Annotated[str, typer.Argument(help="id of a subject. 主体标识。")],
    as_json: Annotated[bool, typer.Option("--json", help="Machine-readable output. 输出 JSON。")] = False,
) -> None:
    """Tell who was told of a subject, when and why: the answer to a person who asks. 查询谁查阅过该主体。"""
    try:
        wanted = str(UUID(subject))
    except ValueError:
        raise InvalidArgument(
            argument="subject", reason="is not an id of this hub", reason_zh="不是本系统的标识"
        ) from None
    with open_database(Settings.from_environment()) as database:
        check_migrated(database)
        with database.connect("owner") as connection:
            rows = connection.execute(_WHO, {"subject": wanted}).fetchall()
    for seq, at, content in rows:
        told = json.loads(content)
        if as_json:
            typer.echo(json.dumps({"seq": seq, "at": at, **told}, ensure_ascii=False))
        else:
            why = f"{told['purpose'] or '–'} {told['matter'] or '–'}"
            typer.echo(f"{at}  {told['agency']}  {told['sub']}  {why}  {told['decision']}  {', '.join(told['levels'])}")


@app.command()
def drop(
    entries: Annotated[int, typer.Argument(min=0, help="entries before this number go. 删除该序号之前的记录。")],
) -> None:
    """Drop old entries by whole partitions; a checkpoint must prove where the rest begins. 删除过期分区。"""
    settings = Settings.from_environment()
    boundary = entries // PARTITION * PARTITION
    proved = {one.size for one in _signed(settings)}
    if boundary == 0 or boundary not in proved:
        raise AuditUnproven(reason=f"no checkpoint at {boundary}")
    with open_database(settings) as database, database.connect("owner") as connection:
        for number in range(boundary // PARTITION):
            connection.execute(f"drop table if exists audit.entry_{number}".encode())
        connection.execute("delete from audit.subject where seq < %s", (boundary,))
    typer.echo(f"dropped entries before {boundary} 已删除 {boundary} 之前的记录")


def _signed(settings: Settings) -> list[Checkpoint]:
    try:
        text = checkpoints_file(settings).read_text("utf-8")
        return opened(text, Signer.from_settings(settings).verifier)
    except (OSError, ValueError) as error:
        raise AuditUnproven(reason=type(error).__name__ if isinstance(error, OSError) else str(error)) from None
