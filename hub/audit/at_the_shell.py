"""`hub audit who`, `check` and `reindex`: the access log by subject, from what its entries say themselves."""

from __future__ import annotations

import json
from typing import Annotated, Final
from uuid import UUID

import typer

from hub.audit.asked import asked_about
from hub.audit.checkpoint import Signer, checkpoints_file, opened
from hub.audit.examine import Ends, examine
from hub.audit.reindex import reindex as rebuild
from hub.audit.verify import MOST, Finding
from hub.database import check_migrated, open_database
from hub.errors import AuditBroken, AuditIndexWrong, AuditUnproven, InvalidArgument
from hub.settings import Settings

WORDS: Final = {
    "ORDER": "an entry is missing, doubled, inserted or moved 记录缺失、重复、插入或错位",
    "HASH": "an entry or its hash was altered 记录或其哈希被改动",
    "CHECKPOINT": "entries since the checkpoint before were rewritten 上一检查点之后的记录被整体改写",
    "TRUNCATED": "entries are missing at the end 末尾记录缺失",
    "MALFORMED": "a line is no entry 行格式错误",
    "HEAD": "the next entry would not follow the last one 末条记录与链首状态不符",
    "UNINDEXED": "subjects that it names are missing in the index 主体索引缺少该记录的主体",
    "MISINDEXED": "the index holds subjects that it does not name 主体索引含该记录未涉及的主体",
    "UNSEALED": "sealed terms that it names are missing 记录所列检索词的密封文本缺失",
    "UNREADABLE": "its subjects cannot be read 记录的主体无法读取",
}
#: of these, what is wrong beside the chain
_INDEX: Final = frozenset({"UNINDEXED", "MISINDEXED", "UNREADABLE", "UNSEALED"})
#: entries after which a check says how far it has come
_TELL: Final = 100_000

First = Annotated[int, typer.Option("--from", min=0, help="number of the first entry. 起始序号。")]
Most = Annotated[int | None, typer.Option("--entries", min=1, help="how many at most. 最多条数。")]
AsJson = Annotated[bool, typer.Option("--json", help="Machine-readable output. 输出 JSON。")]


def who(
    subject: Annotated[str, typer.Argument(help="id of a subject. 主体标识。")],
    indexed: Annotated[
        bool, typer.Option("--indexed", help="By the index: at once, but only what it holds. 按索引查询。")
    ] = False,
    as_json: AsJson = False,
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
            for seq, at, content in asked_about(connection, wanted, indexed=indexed):
                typer.echo(_told(seq, at, content, as_json))


def _told(seq: int, at: str, content: str, as_json: bool) -> str:
    told = json.loads(content)
    if as_json:
        return json.dumps({"seq": seq, "at": at, **told}, ensure_ascii=False)
    why = f"{told['purpose'] or '–'} {told['matter'] or '–'}"
    return f"{at}  {told['agency']}  {told['sub']}  {why}  {told['decision']}  {', '.join(told['levels'])}"


def check(first: First = 0, most: Most = None, as_json: AsJson = False) -> None:
    """Compare entries with their hashes, the checkpoints of this hub, and the index of subjects. 就地核对日志与索引。

    It may be run in parts; what it prints at the end is where to go on.
    """
    settings = Settings.from_environment()
    chains = _chains(settings)
    with open_database(settings) as database:
        check_migrated(database)
        with database.connect("owner") as connection:
            ends = Ends(connection)
            connection.commit()
            start = max(first, ends.first)
            beyond = ends.beyond if most is None else min(ends.beyond, start + most)
            findings = [] if ends.is_whole else [Finding("HEAD", ends.beyond)]
            place, told = start, start
            for place, found in examine(connection, start, beyond, indexed=ends.indexed, chains=chains):
                findings += found
                if len(findings) >= MOST:
                    break
                if place - told >= _TELL:
                    told = place
                    typer.echo(f"… {place}", err=True)
    _report(start, place, findings, as_json)
    if any(one.kind not in _INDEX for one in findings):
        raise AuditBroken
    if findings:
        raise AuditIndexWrong


def _report(start: int, place: int, findings: list[Finding], as_json: bool) -> None:
    if as_json:
        wrong = [{"kind": one.kind, "seq": one.seq} for one in findings]
        typer.echo(json.dumps({"from": start, "next": place, "findings": wrong}))
        return
    for one in findings:
        typer.echo(f"entry {one.seq}: {WORDS[one.kind]}")
    typer.echo(
        f"{place - start} entries compared; go on with --from {place} 已核对 {place - start} 条，续查 --from {place}"
    )


def _chains(settings: Settings) -> dict[int, bytes]:
    """What the checkpoints of this data directory prove: entries → hash of the last. Raises AuditUnproven."""
    file = checkpoints_file(settings)
    if not file.exists():
        return {}
    try:
        signed = opened(file.read_text("utf-8"), Signer.from_settings(settings).verifier)
    except (OSError, ValueError) as error:
        raise AuditUnproven(reason=type(error).__name__ if isinstance(error, OSError) else str(error)) from None
    return {one.size: one.chain for one in signed}


def reindex(first: First = 0, most: Most = None) -> None:
    """Make the index of subjects anew from the entries, while the hub runs. 依据日志内容重建主体索引。"""
    with open_database(Settings.from_environment()) as database:
        check_migrated(database)
        added = removed = 0
        for place, more, less in rebuild(database, first, most):
            added, removed = added + more, removed + less
            typer.echo(f"… {place}", err=True)
    typer.echo(f"{added} rows added, {removed} removed 新增 {added} 行，删除 {removed} 行")
