"""`hub policy`: who sees which group of fields at which level, and how that changes while the hub runs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from psycopg import Connection
from rich.console import Console
from rich.table import Table

from hub.china import CHINA, said
from hub.database import check_migrated, open_database
from hub.errors import InvalidArgument, PolicyUnusable
from hub.policies import store
from hub.policies.changes import EFFECTS, Change, changes
from hub.policies.following import usable
from hub.settings import Settings
from hub.trusted import store as trusted
from hub.trusted.manifest import read_manifest
from schema.catalog import catalog
from schema.policy import PURPOSE, Policy
from schema.policy import policy as bundled

if TYPE_CHECKING:
    from hub.query.shadow import Shadow

app = typer.Typer(help="The policy table. 权限策略表。", no_args_is_help=True)

File = Annotated[Path, typer.Argument(metavar="FILE", help="A policy table as CSV. 策略表（CSV）。")]
AsJson = Annotated[bool, typer.Option("--json", help="Machine-readable output. 输出 JSON。")]


@app.callback()
def policy() -> None:
    """The policy table. 权限策略表。"""


@app.command()
def show(
    version: Annotated[
        str | None, typer.Argument(metavar="[VERSION]", help="None = the table in force. 不填为现行策略表。")
    ] = None,
    role: Annotated[
        list[str] | None, typer.Option(help="Role code, may be repeated; none = all. 角色代码，可重复；不填为全部。")
    ] = None,
    fields: Annotated[
        bool, typer.Option("--fields", help="One line per field instead of per group. 按字段列出。")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Print roles × field groups with their levels. 输出角色与字段组的权限级别。"""
    found = _known(version)
    roles = role or list(found.roles)
    unknown = [code for code in roles if code not in found.roles]
    if unknown:
        raise InvalidArgument(argument="--role", reason=f"{', '.join(unknown)} is none of {', '.join(found.roles)}",
                              reason_zh=f"{'、'.join(unknown)} 不是角色代码")  # fmt: skip
    rows = (
        _by_field(found, roles)
        if fields
        else [(group, [found.levels[group][r] for r in roles]) for group in found.levels]
    )
    if as_json:
        levels = {name: dict(zip(roles, cells, strict=True)) for name, cells in rows}
        typer.echo(json.dumps({"version": found.version, "levels": levels}, ensure_ascii=False))
        return
    _print(found, roles, rows, fields)


@app.command(name="list")
def list_(as_json: AsJson = False) -> None:
    """Print the tables of the database with their time and their persons. 列出策略表及其有效期、提出人、批准人。"""
    with _connected() as connection:
        found = store.stored(connection) if connection else []
    if as_json:
        typer.echo(json.dumps([_as_json(one) for one in found], ensure_ascii=False))
        return
    for one in found:
        typer.echo(_line(one))


@app.command()
def check(file: File) -> None:
    """Check a table: form, levels, groups, roles; and what is lost by it. 校验策略表并列出减少的权限。"""
    table, now = _read(file), _known(None)
    lost = [change for change in changes(now, table) if change.effect != "gains"]
    typer.echo(f"{file}: {table.version} fits this hub 可用；{len(lost)} cells lost or other than in {now.version}"
               f" 相对现行策略减少或变更 {len(lost)} 格")  # fmt: skip
    for change in lost:
        typer.echo(f"  {change.told()}")
    for group in _unseen(now, table):
        typer.echo(f"  nobody sees {group} any more 不再有角色可见")


@app.command()
def diff(
    file: File,
    against: Annotated[
        str | None, typer.Option(metavar="VERSION", help="None = the table in force. 不填为现行策略表。")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Print the cells that a table changes, in words. 以文字列出变更的单元格。"""
    table, before = _read(file), _known(against)
    found = changes(before, table)
    if as_json:
        typer.echo(json.dumps([vars(change) | {"effect": change.effect} for change in found], ensure_ascii=False))
        return
    for change in found:
        typer.echo(change.told())
    typer.echo(f"{before.version} → {table.version}: {_counted(found)}")


@app.command()
def propose(
    file: File,
    by: Annotated[str, typer.Option(metavar="NAME", help="Who proposes. 提出人。")],
    begins: Annotated[
        str, typer.Option("--from", metavar="INSTANT", help="`now` or ISO 8601; China time unless it says. 生效时刻。")
    ],
) -> None:
    """Put a table up for approval; nothing changes yet. 提出策略表，待批准后生效。"""
    table, instant = _read(file), _instant(begins)
    with _connected() as connection:
        if connection is None:
            raise InvalidArgument(argument="HUB_DATABASE_URL", reason="there is no database yet; run `hub migrate`",
                                  reason_zh="尚无数据库，请先运行 hub migrate")  # fmt: skip
        now, done = store.in_force(connection), store.propose(connection, table, by, instant)
    typer.echo(_line(done))
    typer.echo(f"{now.version} → {table.version}: {_counted(changes(now, table))}")


@app.command()
def approve(
    version: Annotated[str, typer.Argument(metavar="VERSION", help="Version of a proposed table. 待批准的版本。")],
    by: Annotated[str, typer.Option(metavar="NAME", help="Who approves; not who proposed. 批准人，须非提出人。")],
) -> None:
    """Put a proposed table in force; every worker follows within a second. 批准策略表，各进程一秒内生效。"""
    with _connected() as connection:
        if connection is None:
            raise InvalidArgument(argument="VERSION", reason=f"no table {version} was ever proposed",
                                  reason_zh=f"没有版本为 {version} 的策略表")  # fmt: skip
        done = store.approve(connection, version, by)
    typer.echo(_line(done))


@app.command()
def shadow(
    file: File,
    log: Annotated[
        Path | None, typer.Option(metavar="EXPORT", help="What `hub audit export` wrote. 访问日志导出文件。")
    ] = None,
    documents: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="Documents or manifests, for all roles. 查询语句目录。")
    ] = None,
    against: Annotated[
        str | None, typer.Option(metavar="VERSION", help="None = the table in force. 不填为现行策略表。")
    ] = None,
) -> None:
    """Replay recorded operations under a table: who gains or loses which field. 以策略表重放已记录的查询。"""
    from hub.query.shadow import of_documents, read_log, replay

    if (log is None) == (documents is None):
        raise InvalidArgument(argument="--log", reason="give either --log or --documents",
                              reason_zh="须提供 --log 或 --documents 之一")  # fmt: skip
    table, now = _read(file), _known(against)
    with ExitStack() as stack:
        if log is not None:
            try:
                lines = stack.enter_context(log.open(encoding="utf-8"))
            except OSError as error:
                raise InvalidArgument(argument="--log", reason=f"it cannot be read ({error.strerror})",
                                      reason_zh=f"无法读取（{error.strerror}）") from None  # fmt: skip
            found = replay(read_log(lines), now, table)
        else:
            assert documents is not None
            found = replay(of_documents(_texts(documents), now), now, table)
    _print_shadow(now, table, found)


def _texts(folder: Path) -> Iterator[str]:
    """The documents of a folder: `.graphql` as they are, `.json` and `.jws` as manifests."""
    for path in sorted(folder.rglob("*")):
        if path.suffix == ".graphql":
            yield path.read_text("utf-8")
        elif path.suffix == ".jws":
            from hub.query.documents import check as fits

            yield from (one.body for one in trusted.read_file(
                path, trusted.trusted_keys(Settings.from_environment()), fits).operations)  # fmt: skip
        elif path.suffix == ".json":
            try:
                yield from (one.body for one in read_manifest(trusted.content(path)))
            except ValueError:
                continue  # variables beside a document, say


def _print_shadow(now: Policy, table: Policy, found: Shadow) -> None:
    typer.echo(f"{now.version} → {table.version}: {found.operations} operations replayed 次查询")
    for (who, effect, name, before, after), times in sorted(found.moved.items()):
        typer.echo(f"{who} {effect} {EFFECTS[effect]}  {name}: {before} → {after}  ×{times}")
    for who, times in sorted(found.refused.items()):
        typer.echo(f"{who}: {times} operations would be refused 次查询将被拒绝")
    for who, times in sorted(found.answered.items()):
        typer.echo(f"{who}: {times} operations would no longer be refused 次查询不再被拒绝")
    for name, times in sorted(found.unknown.items()):
        typer.echo(f"not judged 未判断：{name}  ×{times}")


@contextmanager
def _connected() -> Iterator[Connection[Any] | None]:
    """A transaction of the owner; None where no database was ever made, which a look is no reason to make."""
    settings = Settings.from_environment()
    if settings.database_url is None and not (settings.data_dir / "postgres").exists():
        yield None
        return
    with open_database(settings) as database:
        check_migrated(database)
        with database.connect("owner") as connection:
            yield connection


def _known(version: str | None) -> Policy:
    """The table of a version, by default the one in force. Raises InvalidArgument."""
    if version == bundled().version:
        return bundled()
    with _connected() as connection:
        if connection is not None:
            return store.find(connection, version).table if version else store.in_force(connection)
    if version is None:
        return bundled()
    raise InvalidArgument(argument="VERSION", reason=f"no table {version} was ever proposed",
                          reason_zh=f"没有版本为 {version} 的策略表")  # fmt: skip


def _read(file: Path) -> Policy:
    """The table in a file, a byte-order mark and CRLF forgiven. Raises PolicyUnusable."""
    try:
        return usable(file.read_text("utf-8-sig"), file)
    except OSError as error:
        raise PolicyUnusable(source=file, reason=f"it cannot be read ({error.strerror})",
                             reason_zh=f"无法读取（{error.strerror}）") from None  # fmt: skip
    except UnicodeDecodeError:
        raise PolicyUnusable(source=file, reason="it is not UTF-8", reason_zh="编码不是 UTF-8") from None


def _instant(text: str) -> datetime:
    if text == "now":
        return datetime.now(CHINA)
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise InvalidArgument(argument="--from", reason="give `now` or an instant such as 2026-12-01T00:00",
                              reason_zh="须为 now 或形如 2026-12-01T00:00 的时刻") from None  # fmt: skip
    return found if found.tzinfo else found.replace(tzinfo=CHINA)


def _unseen(now: Policy, table: Policy) -> list[str]:
    """Groups that some role sees now and none would see."""
    shut = {"-", "A", "H"}
    return [group for group in now.levels
            if set(now.levels[group].values()) - shut and not set(table.levels[group].values()) - shut]  # fmt: skip


def _counted(found: list[Change]) -> str:
    numbers = {effect: sum(change.effect == effect for change in found) for effect in EFFECTS}
    return ", ".join(f"{number} {effect} {EFFECTS[effect]}" for effect, number in numbers.items())


def _line(one: store.Stored) -> str:
    def told(instant: datetime | None) -> str:
        return said(instant) if instant else "…"

    by = f"approved 批准 {one.approved_by}" if one.approved_by else "waits for approval 待批准"
    return f"{one.version}  {told(one.valid_from)} – {told(one.valid_to)}  proposed 提出 {one.proposed_by}, {by}"


def _as_json(one: store.Stored) -> dict[str, Any]:
    found = {name: value for name, value in vars(one).items() if name != "content"}
    return {name: value.isoformat() if isinstance(value, datetime) else value for name, value in found.items()}


def _by_field(found: Policy, roles: list[str]) -> list[tuple[str, list[str]]]:
    return [
        (value.coordinate, [found.levels[value.group][role] for role in roles])
        for kind in catalog().types.values() if not kind.is_interface
        for value in kind.visible().values()
    ]  # fmt: skip


def _print(found: Policy, roles: list[str], rows: list[tuple[str, list[str]]], fields: bool) -> None:
    shown = Table(title=f"policy {found.version}", box=None, pad_edge=False)
    shown.add_column("field" if fields else "group", no_wrap=True)
    for role in roles:
        shown.add_column(role, justify="center", no_wrap=True)
    if not fields:
        shown.add_column("中文")
    for name, cells in rows:
        shown.add_row(name, *cells, *([] if fields else [found.titles[name]]))
    width = None if Console().is_terminal else 200
    Console(width=width).print(shown)
    claims = {code for role in roles for code in found.purposes.get(role, ())} if f"{PURPOSE}" in found.text else ()
    for code in sorted(claims):
        typer.echo(f"{PURPOSE}{code}: {' '.join(role for role in roles if code in found.purposes.get(role, ()))}")
