"""`hub keys init|show|rotate`: the key file of the vault, made, told about, and renewed while the hub runs."""

from __future__ import annotations

import enum
import json
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any

import typer
from psycopg import Connection

from hub.database import Database, check_migrated, open_database
from hub.errors import KeyFileUnusable, KeysInUse
from hub.keeping import hold
from hub.key_file import Key, KeyFile
from hub.private_file import create_private, replace_private
from hub.resealing import Progress, needing, outstanding, reseal
from hub.settings import Settings
from hub.vault import Vault, read_key_file

app = typer.Typer(help="The vault's keys. 密封密钥。", no_args_is_help=True)

#: a former key may still be at work in a load begun before, and opens cursors for an hour
REST = timedelta(hours=1)


class Family(enum.StrEnum):
    """Which algorithms: international or Chinese."""

    aes = "aes"
    sm = "sm"


SUITE = "aes = AES-256-GCM + HMAC-SHA256, sm = SM4-GCM + HMAC-SM3. 算法套件：aes 或国密 sm。"


@app.callback()
def keys() -> None:
    """The vault's keys. 密封密钥。"""


@app.command()
def init(suite: Annotated[Family, typer.Option(help=SUITE)] = Family.aes) -> None:
    """Make the key file, readable by its owner alone; an existing one stays. 创建密钥文件（仅属主可读），不覆盖。"""
    path = Settings.from_environment().vault_keys
    made = KeyFile.make(suite)
    Vault(made)
    if not create_private(path, made.written()):
        raise KeyFileUnusable(path=path, reason="it is there already; `hub keys rotate` renews its keys",
                              reason_zh="文件已存在，更换密钥请用 hub keys rotate")  # fmt: skip
    typer.echo(f"{path}: key 密钥 {made.current.id}, {made.current.suite.name}, {made.blind.name}")
    typer.echo("Back it up apart from the database. 请与数据库分开备份。")


@app.command()
def show(as_json: Annotated[bool, typer.Option("--json", help="Machine-readable output. 输出 JSON。")] = False) -> None:
    """Ids, suites and dates, never secrets. 显示密钥编号、算法与时间，不显示密钥本身。"""
    file = _file(Settings.from_environment())
    told = [
        {"id": key.id, "suite": key.suite.name, "current": key is file.current, "made": key.made,
         "superseded": key.superseded, "staged": key.staged}
        for key in file.keys
    ]  # fmt: skip
    if as_json:
        typer.echo(json.dumps({"keys": told, "blind": {"suite": file.blind.name}}, ensure_ascii=False))
        return
    for key in file.keys:
        state = f"superseded 已停用 {key.superseded or '–'}"
        if key.staged or key is file.current:
            state = "staged 待启用" if key.staged else "current 当前"
        typer.echo(f"{key.id}  {key.suite.name}  made 创建于 {key.made or '–'}  {state}")
    typer.echo(f"index 索引  {file.blind.name}")


@app.command()
def rotate(
    suite: Annotated[Family | None, typer.Option(help=f"Suite of the new key; as before if not given. {SUITE}")] = None,
    stage: Annotated[
        bool,
        typer.Option("--stage", help="Only add the next key, to be copied to every machine. 仅加入下一密钥，供分发。"),
    ] = False,
    retire: Annotated[
        bool,
        typer.Option("--retire", help="Only remove former keys that seal nothing any more. 仅移除不再使用的旧密钥。"),
    ] = False,
    now: Annotated[
        bool, typer.Option("--now", help="With --retire: no load runs, do not wait an hour. 无加载任务，不必等一小时。")
    ] = False,
) -> None:
    """Make a new current key and seal everything with it anew; finishes an interrupted run first, without a new key.

    启用新密钥并重新密封全部数据；若上次中断，则先完成上次，不再生成新密钥。可在系统运行时执行。
    """
    settings = Settings.from_environment()
    with open_database(settings) as database, _alone(database):
        check_migrated(database)
        file = _file(settings)
        hold(database, Vault(file))
        if stage:
            file = file.prepared(suite or _family(file.current))
            replace_private(settings.vault_keys, file.written())
            typer.echo(f"staged 待启用 {file.staged.id if file.staged else '–'}: {settings.vault_keys}")
            return
        if retire:
            _retire(settings, database, file, now=now)
            return
        old = _former(file)
        if _counted(database, old, outstanding):
            typer.echo("Going on with the rotation that was interrupted. 继续上次中断的更换。")
        else:
            file = file.rotated(suite or _family(file.current))
            Vault(file)
            replace_private(settings.vault_keys, file.written())
            old = _former(file)
        _reseal(settings, database, file, old)


@contextmanager
def _alone(database: Database) -> Iterator[None]:
    """One run at a time; the next one finds the first one's key file."""
    with closing(database.connect("owner")) as connection:
        connection.autocommit = True
        connection.execute("set lock_timeout = 0")
        connection.execute("select pg_advisory_lock(hashtext('hub keys'))")
        yield


def _reseal(settings: Settings, database: Database, file: KeyFile, old: list[Key]) -> None:
    done = reseal(database, Vault.from_settings(settings), old, _tell)
    left = sum(_counted(database, old, outstanding).values())
    typer.echo(f"current key 当前密钥 {file.current.id} ({file.current.suite.name}):"
               f" {done.resealed} values sealed anew 项已重新密封, {left} left 项剩余")  # fmt: skip
    if done.broken:
        typer.echo(f"{done.broken} values do not open with any key. {done.broken} 项无法用任何密钥打开。", err=True)
        raise typer.Exit(1)


def _retire(settings: Settings, database: Database, file: KeyFile, *, now: bool) -> None:
    former = _former(file)
    used = _counted(database, former, needing)
    fresh = {key.id for key in former if not now and not _is_rested(key)}
    if blocked := {**used, **{key: used.get(key, 0) for key in fresh}}:
        raise KeysInUse(keys=", ".join(f"{key} ({number})" for key, number in blocked.items()))
    kept = file.without({key.id for key in former})
    replace_private(settings.vault_keys, kept.written())
    typer.echo(f"removed 已移除 {len(former)}: {', '.join(key.id for key in former) or '–'}")


def _is_rested(key: Key) -> bool:
    return key.superseded is None or datetime.fromisoformat(key.superseded) + REST < datetime.now(UTC)


def _former(file: KeyFile) -> list[Key]:
    return [key for key in file.keys if key.id != file.current.id and not key.staged]


def _counted(database: Database, keys: list[Key], by: Callable[[Connection[Any], bytes], int]) -> dict[str, int]:
    """Id of each of the keys → number of its values, for those that have any."""
    with database.connect("owner") as connection:
        counts = {key.id: by(connection, key.header) for key in keys}
    return {key: number for key, number in counts.items() if number}


def _family(key: Key) -> Family:
    return Family.sm if key.suite.name.startswith("SM4") else Family.aes


def _file(settings: Settings) -> KeyFile:
    return read_key_file(settings.vault_keys, strict=settings.production)


def _tell(done: Progress) -> None:
    if done.resealed:
        typer.echo(f"{done.place.table}: {done.resealed}", err=True)
