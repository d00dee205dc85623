"""What `hub doctor` looks at: each check is one function that returns findings and never raises a refusal."""

from __future__ import annotations

import os
import shutil
import stat
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from hub import postgres
from hub.audit.state import State, state
from hub.budgets.misses import is_guessing
from hub.cluster import serving_process
from hub.database import Database, check_migrated, open_database
from hub.errors import DatabaseNotMigrated, HubError, PortInUse
from hub.issuers import trusted
from hub.policies.store import in_force
from hub.serving import listening
from hub.settings import Settings, unknown_names
from hub.trusted import store

Level = Literal["ok", "warning", "broken"]

#: below this the embedded database may not get through one large load
_ROOM: Final = 2 * 1024**3
#: PostgreSQL's major version → the minor one from which its statistics no longer show hidden values (CVE-2025-8713)
_TIGHT: Final = {15: 14, 16: 10, 17: 6}
#: share of the disk in use from which an operator should act
_FULL: Final = 0.8
#: seconds after which entries should be under a checkpoint: workers sign every minute
_LATE: Final = 300.0
#: entries that a question about one subject may have to read one by one
_UNINDEXED: Final = 20_000


@dataclass(frozen=True)
class Finding:
    """One line of the report, in both languages."""

    check: str
    level: Level
    en: str
    zh: str


def diagnose(env: Mapping[str, str]) -> list[Finding]:
    """All findings for the settings in `env`; wrong settings end the examination."""
    findings = [*_python(), *_misspelt(env)]
    try:
        settings = Settings.from_environment(env)
    except HubError as error:
        return [*findings, _refused("settings", error)]
    for check in _CHECKS:
        try:
            findings.extend(check(settings))
        except HubError as error:
            findings.append(_refused(check.__name__.strip("_"), error))
    return findings


def _refused(check: str, error: HubError) -> Finding:
    return Finding(check, "broken", f"{error.code}: {error.english}", f"{error.code}：{error.chinese}")


def _python() -> Iterator[Finding]:
    found = ".".join(map(str, sys.version_info[:3]))
    level: Level = "ok" if sys.version_info >= (3, 11) else "broken"
    yield Finding("python", level, f"Python {found}", f"Python {found}")


def _misspelt(env: Mapping[str, str]) -> Iterator[Finding]:
    for name, near in unknown_names(env).items():
        hint, hint_zh = (f"; did you mean {near}?", f"，是否应为 {near}？") if near else ("", "")
        yield Finding("settings", "warning", f"{name} is not a setting{hint}", f"没有名为 {name} 的配置项{hint_zh}")


def _wheel(settings: Settings) -> Iterator[Finding]:
    if settings.embedded:
        said = f"embedded PostgreSQL {postgres.version()}"
        yield Finding("wheel", "ok", said, f"内置 PostgreSQL {postgres.version()}")


def _data_directory(settings: Settings) -> Iterator[Finding]:
    directory = settings.data_dir
    place = next(path for path in (directory, *directory.parents) if path.exists())
    if not (place.is_dir() and os.access(place, os.R_OK | os.W_OK | os.X_OK)):
        yield Finding("data directory", "broken", f"{place} is not writable", f"{place} 不可写")
    elif place != directory:
        yield Finding("data directory", "ok", f"{directory} will be made", f"将创建 {directory}")
    else:
        yield Finding("data directory", "ok", f"{directory}", f"{directory}")
    yield _disk(place)


def _disk(place: Path) -> Finding:
    usage = shutil.disk_usage(place)
    share = 1 - usage.free / usage.total
    tight = usage.free < _ROOM or (share > _FULL and usage.free < 10 * _ROOM)
    said = f"{usage.free / 1024**3:.1f} GiB free, {share:.0%} used"
    said_zh = f"可用 {usage.free / 1024**3:.1f} GiB，已用 {share:.0%}"
    return Finding("disk", "warning" if tight else "ok", said, said_zh)


def _database(settings: Settings) -> Iterator[Finding]:
    if settings.embedded and not (settings.data_dir / "postgres").exists():
        yield Finding("database", "ok", "none yet, the first start makes it", "尚未创建，首次启动时创建")
        return
    with open_database(settings) as database:
        yield _version(database)
        migrations = _migrations(database)
        yield migrations
        if migrations.level == "ok":
            yield _policy(database)
            yield _misses(database)
            yield from _access_log(database, settings)


def _version(database: Database) -> Finding:
    with closing(database.connect("owner")) as connection:
        number = connection.info.server_version
    said = f"PostgreSQL {number // 10_000}.{number % 10_000} at {database.address}"
    if leaks_statistics(number):
        return Finding("database", "warning", f"{said}; update it: CVE-2025-8713", f"{said}，请升级：CVE-2025-8713")
    return Finding("database", "ok", said, said)


def leaks_statistics(version: int) -> bool:
    """Whether a server of this version (150013 is 15.13) lets whoever writes queries read values out of statistics."""
    major, minor = divmod(version, 10_000)
    return minor < _TIGHT.get(major, 0)


def _migrations(database: Database) -> Finding:
    try:
        check_migrated(database)
    except DatabaseNotMigrated as error:
        level: Level = "warning" if database.embedded else "broken"  # serving migrates our own database by itself
        return Finding("migrations", level, f"{error.code}: {error.english}", f"{error.code}：{error.chinese}")
    return Finding("migrations", "ok", "up to date", "已是最新")


def _policy(database: Database) -> Finding:
    """Whether the table in force knows all groups of this hub; of one that is older, nobody sees the later ones."""
    with closing(database.connect("owner")) as connection:
        table = in_force(connection)
    if table.absent:
        missing = ", ".join(table.absent)
        return Finding("policy", "warning", f"{table.version} has no row for {missing}: nobody sees these",
                       f"{table.version} 缺少 {missing}，无人可见，请重新提出策略表")  # fmt: skip
    return Finding("policy", "ok", f"{table.version} is in force", f"现行策略表 {table.version}")


_GUESSING: Final = """select agency, charged, asked from budget.agency_miss
    where day = (now() at time zone 'Asia/Shanghai')::date and charged > 0
    order by charged::float / greatest(asked, 1) desc"""


def _misses(database: Database) -> Finding:
    """Agencies that look people up by number and find nobody more often than whoever knows whom he asks about."""
    with closing(database.connect("owner")) as connection:
        rows = connection.execute(_GUESSING).fetchall()
    found = [row for row in rows if is_guessing(row[1], row[2])]
    if found:
        worst = ", ".join(f"{agency} {missed}/{asked}" for agency, missed, asked in found[:5])
        return Finding("misses", "warning", f"{len(found)} agencies find nobody too often today: {worst}",
                       f"今日查无此人比例过高的单位 {len(found)} 个：{worst}")  # fmt: skip
    missed = sum(row[1] for row in rows)
    return Finding("misses", "ok", f"{missed} look-ups found nobody today", f"今日查无此人 {missed} 次")


def _access_log(database: Database, settings: Settings) -> Iterator[Finding]:
    """Whether personal fields could be answered, and what of the log an administrator could still rewrite."""
    found = state(database, settings)
    if found.refusal is not None:
        yield Finding(
            "access log", "broken", f"cannot be written ({found.refusal}), so nothing about persons is answered",
            f"无法写入（{found.refusal}），涉及个人的查询不予答复",
        )  # fmt: skip
    else:
        yield Finding("access log", "ok", f"{found.entries} entries, can be written", f"共 {found.entries} 条，可写入")
    yield _checkpoint(found)
    yield _examined(found)
    yield _index(found)


#: what an entry's own content contradicts: its hash or its place, or else the index
_CHAIN: Final = frozenset({"ORDER", "HASH", "CHECKPOINT", "HEAD"})


def _examined(found: State) -> Finding:
    """Whether the last entries are what was hashed; the others are `hub audit check`'s and `verify`'s business."""
    broken = [one.seq for one in found.findings if one.kind in _CHAIN]
    if broken:
        return Finding("access chain", "broken", f"entry {broken[0]}, among the last {found.examined},"
                       f" is not what was hashed, nor are {len(broken) - 1} others: hub audit check",
                       f"最近 {found.examined} 条中第 {broken[0]} 条等 {len(broken)} 条与哈希不符")  # fmt: skip
    said, said_zh = f"the last {found.examined} entries are what was hashed", f"最近 {found.examined} 条与其哈希相符"
    return Finding("access chain", "ok", said, said_zh)


def _index(found: State) -> Finding:
    """Whether persons who ask who asked about them are told of all, as far as the last entries show."""
    wrong = [one.seq for one in found.findings if one.kind not in _CHAIN]
    if wrong:
        return Finding("access index", "broken", f"entry {wrong[0]} and {len(wrong) - 1} others are not in the index as"
                       " their content says: hub audit check, hub audit reindex",
                       f"第 {wrong[0]} 条等 {len(wrong)} 条的主体索引与内容不符：hub audit reindex")  # fmt: skip
    late = found.unindexed > _UNINDEXED or found.unindexed < 0
    said, said_zh = f"{found.unindexed} entries not indexed by subject", f"{found.unindexed} 条尚未按主体建立索引"
    return Finding("access index", "warning" if late else "ok", said, said_zh)


def _checkpoint(found: State) -> Finding:
    if found.contradicted:
        return Finding("checkpoint", "broken", f"the log contradicts its last checkpoint, of {found.proved} entries",
                       f"访问日志与覆盖 {found.proved} 条的最后一个检查点不符")  # fmt: skip
    if found.unreadable:
        return Finding("checkpoint", "broken", "the last checkpoint cannot be read with the key of this data directory",
                       "最后一个检查点无法以本数据目录的密钥读取")  # fmt: skip
    open_ = found.entries - found.proved
    old = "none yet" if found.age is None else f"the last one {found.age:.0f} s ago"
    old_zh = "尚无检查点" if found.age is None else f"最后一个检查点在 {found.age:.0f} 秒前"
    late = open_ > 0 and (found.age is None or found.age > _LATE)
    return Finding("checkpoint", "warning" if late else "ok", f"{old}, {open_} entries not covered",
                   f"{old_zh}，{open_} 条尚未覆盖")  # fmt: skip


def _keys(settings: Settings) -> Iterator[Finding]:
    yield _key_file("vault keys", settings.vault_keys, settings, secret=True)
    if settings.issuers is not None:
        number = len(trusted(settings))  # refused here as a start would refuse them
        yield Finding("issuers", "ok", f"{number} in all", f"共 {number} 个")
    if settings.jwks is None and settings.issuers is None:
        level: Level = "broken" if settings.production else "ok"
        yield Finding(
            "token keys", level, "development keys; set HUB_JWKS in production", "开发密钥；生产须设 HUB_JWKS"
        )
    elif settings.jwks is None:
        return
    elif "://" in settings.jwks:
        yield Finding("token keys", "ok", settings.jwks, settings.jwks)
    else:
        yield _key_file("token keys", Path(settings.jwks), settings, secret=False)


def _key_file(check: str, path: Path, settings: Settings, *, secret: bool) -> Finding:
    if not path.is_file():
        made = secret and not settings.production
        level: Level = "ok" if made else "broken"
        en, zh = ("will be made at first use", "首次使用时创建") if made else ("does not exist", "不存在")
        return Finding(check, level, f"{path} {en}", f"{path} {zh}")
    if secret and path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        return Finding(check, "broken", f"others can read {path}: chmod 600", f"其他用户可读 {path}，请执行 chmod 600")
    return Finding(check, "ok", str(path), str(path))


def _documents(settings: Settings) -> Iterator[Finding]:
    """Trusted documents, checked as a start would check them."""
    if settings.trusted_documents is None:
        return
    from hub.query.documents import check  # builds the schema

    trusted = store.load(settings, check)
    assert trusted
    agencies, count = len(trusted.manifests), sum(len(found.operations) for found in trusted.manifests)
    said, said_zh = f"{count} documents of {agencies} agencies", f"{agencies} 个机构的 {count} 条查询语句"
    yield Finding("trusted documents", "ok", said, said_zh)


def _port(settings: Settings) -> Iterator[Finding]:
    where = f"{settings.host}:{settings.port}"
    try:
        with listening(settings):
            yield Finding("port", "ok", f"{where} is free", f"{where} 空闲")
    except PortInUse:
        pid = serving_process(settings.data_dir)
        if pid is None:
            raise
        yield Finding("port", "ok", f"{where} is served by process {pid}", f"{where} 由进程 {pid} 提供服务")


_CHECKS: Final[tuple[Callable[[Settings], Iterator[Finding]], ...]] = (
    _wheel,
    _data_directory,
    _database,
    _keys,
    _documents,
    _port,
)
