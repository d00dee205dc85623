"""Settings: everything an operator can choose, read from HUB_* environment variables and from nowhere else.

`SETTINGS` below is the one table: field, variable, default, parser and one line of documentation in each language.
`README.md` is tested against it, `hub doctor` prints from it.
"""

from __future__ import annotations

import difflib
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from psycopg import ProgrammingError, conninfo

from hub.errors import SettingInvalid

_LOG_LEVELS = ("debug", "info", "warning", "error")
_ENVIRONMENTS = ("development", "production")


@dataclass(frozen=True)
class Settings:
    """All settings of one process; immutable, so that a running hub cannot drift from what it was started with."""

    #: address and port of `hub serve`
    host: str
    port: int
    #: worker processes of `hub serve`
    workers: int
    #: keys, embedded database and lock files
    data_dir: Path
    #: libpq connection string or URL; None = the embedded cluster. May hold a password, hence not in repr()
    database_url: str | None = field(repr=False)
    reader_database_url: str | None = field(repr=False)
    writer_database_url: str | None = field(repr=False)
    loader_database_url: str | None = field(repr=False)
    logger_database_url: str | None = field(repr=False)
    #: database connections kept by each worker for reading
    pool_min: int
    pool_max: int
    #: whether look-ups and days are budgeted; only a development hub may go without, for measurements
    budgets: str
    #: file or https URL of the JSON Web Key Set; None = development keys of the data directory
    jwks: str | None
    jwt_issuer: str
    jwt_audience: str
    #: file with a list of further issuers; see `hub.issuers`
    issuers: Path | None
    #: name under which checkpoints of the access log are signed
    audit_origin: str
    #: "development" or "production"
    environment: str
    #: key file of the vault
    vault_keys: Path
    #: folder of signed manifests and the file of public keys that sign them; None = every role may send any document
    trusted_documents: Path | None
    trusted_keys: Path | None
    #: list of the agencies that may upload, and to which sources; None = nobody may
    deliverers: Path | None
    #: largest file that may be uploaded, in MiB
    upload_limit: int
    #: folder with one TOML file for each pull; None = nothing is pulled
    pulls: Path | None
    #: file with the sources that may be asked for proof; see `loaders.live.configuration`
    live_sources: Path | None
    #: milliseconds that asking them may take in all
    live_deadline: int
    log_level: str

    @classmethod
    def from_environment(cls, env: Mapping[str, str] | None = None) -> Settings:
        """Read every HUB_* variable of `env` (default: the process environment).

        An empty value counts as absent. Raises `SettingInvalid` at the first value that cannot be used.
        """
        found = os.environ if env is None else env
        values = {setting.field: setting.read(found) for setting in SETTINGS}
        values["data_dir"] = values["data_dir"] or default_data_dir(found)
        values["vault_keys"] = values["vault_keys"] or values["data_dir"] / "keys" / "vault.json"
        if values["pool_min"] > values["pool_max"]:
            raise _invalid("HUB_POOL_MIN", "it is larger than HUB_POOL_MAX", "大于 HUB_POOL_MAX")
        if values["environment"] == "production" and values["budgets"] == "off":
            raise _invalid("HUB_BUDGETS", "production has budgets", "生产环境必须启用限额")
        return cls(**values)

    @property
    def production(self) -> bool:
        """Whether development conveniences (generated keys, introspection for strangers) are refused."""
        return self.environment == "production"

    @property
    def embedded(self) -> bool:
        """Whether the hub runs its own PostgreSQL in the data directory."""
        return self.database_url is None


class Setting(NamedTuple):
    """One line of the table: a field of `Settings` and the variable that fills it."""

    field: str
    name: str
    parse: Callable[[str, str], Any]
    default: Any
    en: str
    zh: str

    def read(self, env: Mapping[str, str]) -> Any:
        """Value from `env`, parsed, or the default."""
        text = env.get(self.name, "").strip()
        return self.parse(self.name, text) if text else self.default


def default_data_dir(env: Mapping[str, str]) -> Path:
    """Where data lives when HUB_DATA_DIR is not set.

    Root gets /var/lib (FHS 3.0 §5.8), because the database never runs as root and /root is closed to other accounts;
    everybody else the XDG data home.
    """
    if os.geteuid() == 0:
        return Path("/var/lib/public-credit-hub")
    home = env.get("XDG_DATA_HOME") or "~/.local/share"
    return Path(home).expanduser() / "public-credit-hub"


def unknown_names(env: Mapping[str, str]) -> dict[str, str | None]:
    """HUB_* variables that no setting reads (misspelt, most likely), each with the nearest known name or None."""
    known = [setting.name for setting in SETTINGS]
    strangers = [name for name in env if name.startswith("HUB_") and not name.startswith("HUB_TEST_")]
    return {
        name: next(iter(difflib.get_close_matches(name, known, n=1)), None)
        for name in sorted(strangers)
        if name not in known
    }


def _invalid(name: str, reason: str, reason_zh: str) -> SettingInvalid:
    return SettingInvalid(name=name, reason=reason, reason_zh=reason_zh)


def _text(name: str, value: str) -> str:
    if not value.isprintable():
        raise _invalid(name, "it contains control characters", "含有控制字符")
    return value


def _integer(low: int, high: int) -> Callable[[str, str], int]:
    def parse(name: str, value: str) -> int:
        if not (value.isascii() and value.isdigit() and len(value) < 10 and low <= int(value) <= high):
            raise _invalid(name, f"a whole number from {low} to {high} is needed", f"应为 {low} 至 {high} 的整数")
        return int(value)

    return parse


def _choice(allowed: tuple[str, ...]) -> Callable[[str, str], str]:
    def parse(name: str, value: str) -> str:
        if value.lower() not in allowed:
            raise _invalid(name, f"allowed are {', '.join(allowed)}", f"可选值为 {'、'.join(allowed)}")
        return value.lower()

    return parse


def _path(name: str, value: str) -> Path:
    path = Path(_text(name, value)).expanduser()
    return path if path.is_absolute() else Path.cwd() / path


def _connection(name: str, value: str) -> str:
    """A libpq URL or keyword string; the SQLAlchemy spelling of the scheme is accepted, since people paste it."""
    scheme, mark, rest = value.partition("://")
    url = f"postgresql://{rest}" if mark and scheme in ("postgresql+psycopg", "postgres") else value
    try:
        ports = str(conninfo.conninfo_to_dict(url).get("port") or "5432").split(",")
    except ProgrammingError:  # libpq's own sentence may repeat the password
        raise _invalid(name, "it is not a PostgreSQL connection URL", "不是有效的 PostgreSQL 连接地址") from None
    for port in ports:
        _integer(1, 65535)(name, port)
    return url


def key_set(name: str, value: str) -> str:
    """A file, or a URL that nobody on the way can change: https, or plain http to this very machine."""
    if "://" not in value:
        return str(_path(name, value))
    url = urlsplit(value)
    local = url.scheme == "http" and url.hostname in ("127.0.0.1", "localhost", "::1")
    if not (local or (url.scheme == "https" and url.hostname)):
        raise _invalid(name, "it must be a file or an https URL", "应为文件路径或 https 地址")
    return value


SETTINGS: tuple[Setting, ...] = (
    Setting("host", "HUB_HOST", _text, "127.0.0.1", "address to listen on", "监听地址"),
    Setting(
        "port", "HUB_PORT", _integer(0, 65535), 8000, "port to listen on; 0 = any free one", "监听端口，0 表示任选"
    ),
    Setting("workers", "HUB_WORKERS", _integer(1, 64), 1, "worker processes of `hub serve`", "服务进程数"),
    Setting(
        "data_dir",
        "HUB_DATA_DIR",
        _path,
        None,
        "directory of the embedded database and the keys; default /var/lib/public-credit-hub for root, "
        "~/.local/share/public-credit-hub for others",
        "内置数据库与密钥的目录；root 默认 /var/lib/public-credit-hub，其他用户默认 ~/.local/share/public-credit-hub",
    ),
    Setting(
        "database_url",
        "HUB_DATABASE_URL",
        _connection,
        None,
        "your PostgreSQL (15 or newer), as owner; without it the hub runs its own",
        "自备的 PostgreSQL（15 及以上）所有者连接；未设置时使用内置数据库",
    ),
    Setting(
        "reader_database_url",
        "HUB_READER_DATABASE_URL",
        _connection,
        None,
        "connection with a login of its own for reading",
        "只读角色专用连接",
    ),
    Setting(
        "writer_database_url",
        "HUB_WRITER_DATABASE_URL",
        _connection,
        None,
        "connection with a login of its own for actions",
        "写入角色专用连接",
    ),
    Setting(
        "loader_database_url",
        "HUB_LOADER_DATABASE_URL",
        _connection,
        None,
        "connection with a login of its own for loading",
        "加载角色专用连接",
    ),
    Setting(
        "logger_database_url",
        "HUB_LOGGER_DATABASE_URL",
        _connection,
        None,
        "connection with a login of its own for the access log",
        "访问日志角色专用连接",
    ),
    Setting("pool_min", "HUB_POOL_MIN", _integer(0, 100), 1, "read connections kept open", "常驻只读连接数"),
    Setting("pool_max", "HUB_POOL_MAX", _integer(3, 100), 10, "read connections at most", "只读连接上限"),
    Setting(
        "budgets",
        "HUB_BUDGETS",
        _choice(("on", "off")),
        "on",
        "on or off: budgets of missed look-ups and of days; production refuses off",
        "on 或 off：查无结果限额与当日限额；生产环境不得为 off",
    ),
    Setting(
        "jwks",
        "HUB_JWKS",
        key_set,
        None,
        "file or https URL of the public keys that sign tokens; without it, development keys",
        "验签公钥集的文件或 https 地址；未设置时使用开发密钥",
    ),
    Setting(
        "jwt_issuer",
        "HUB_JWT_ISSUER",
        _text,
        "https://hub.localhost",
        "`iss` that a token must carry",
        "令牌签发者（iss）",
    ),
    Setting(
        "jwt_audience",
        "HUB_JWT_AUDIENCE",
        _text,
        "public-credit-hub",
        "`aud` that a token must carry",
        "令牌受众（aud）",
    ),
    Setting(
        "issuers",
        "HUB_ISSUERS",
        _path,
        None,
        "JSON file with a list of further issuers, and the roles and agencies that each may grant",
        "其他签发者清单的 JSON 文件，并限定各签发者可授予的角色与机构",
    ),
    Setting(
        "audit_origin",
        "HUB_AUDIT_ORIGIN",
        _text,
        "public-credit-hub/access-log",
        "name under which checkpoints of the access log are signed",
        "访问日志检查点的签名名称",
    ),
    Setting(
        "environment",
        "HUB_ENVIRONMENT",
        _choice(_ENVIRONMENTS),
        "development",
        "development or production; production refuses generated keys",
        "development 或 production；生产环境拒绝自动生成的密钥",
    ),
    Setting(
        "vault_keys",
        "HUB_VAULT_KEYS",
        _path,
        None,
        "key file of the vault; default keys/vault.json in the data directory",
        "证件号加密密钥文件；默认为数据目录下的 keys/vault.json",
    ),
    Setting(
        "trusted_documents",
        "HUB_TRUSTED_DOCUMENTS",
        _path,
        None,
        "folder of signed manifests of trusted documents; when set, only some roles may send documents of their own",
        "可信查询语句签名清单的目录；设置后仅部分角色可自拟查询语句",
    ),
    Setting(
        "trusted_keys",
        "HUB_TRUSTED_KEYS",
        _path,
        None,
        "file of the public keys (JWK set) that sign manifests; without it, development keys",
        "签署清单的公钥集（JWK）文件；未设置时使用开发密钥",
    ),
    Setting(
        "deliverers",
        "HUB_DELIVERERS",
        _path,
        None,
        "CSV file (agency,source) of the agencies that may upload; without it, nobody may",
        "可上传数据的机构清单（CSV：agency,source）；未设置时不接收上传",
    ),
    Setting(
        "upload_limit",
        "HUB_UPLOAD_LIMIT",
        _integer(1, 100_000),
        1900,
        "largest file that may be uploaded, in MiB",
        "单个上传文件的上限（MiB）",
    ),
    Setting(
        "pulls",
        "HUB_PULLS",
        _path,
        None,
        "folder with one TOML file for each pull of `hub sync`",
        "`hub sync` 拉取任务的目录，每个任务一个 TOML 文件",
    ),
    Setting(
        "live_sources",
        "HUB_LIVE_SOURCES",
        _path,
        None,
        "TOML file of the sources that are asked for proof fresher than the hub's copy",
        "可实时核验的数据源清单（TOML 文件）",
    ),
    Setting(
        "live_deadline",
        "HUB_LIVE_DEADLINE",
        _integer(100, 10_000),
        2000,
        "milliseconds that asking them may take in all",
        "实时核验的总时限（毫秒）",
    ),
    Setting("log_level", "HUB_LOG_LEVEL", _choice(_LOG_LEVELS), "info", "debug, info, warning or error", "日志级别"),
)
