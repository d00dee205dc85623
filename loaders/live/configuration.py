"""Which sources may be asked, where, and with what secret: a TOML file that the operator writes.

[[source]]
source = "sx_court_json"                      # its answers are rows of this source, and are merged as such
url = "https://proof.court.example.cn/ask"
secret_file = "/etc/hub/court.token"          # or secret_env = "COURT_TOKEN"; sent as a bearer token
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from hub.errors import HubError, SettingInvalid
from hub.settings import Settings
from loaders.source import source_of

_NAME = "HUB_LIVE_SOURCES"
_KEYS = {"source", "url", "secret_file", "secret_env"}


@dataclass(frozen=True)
class LiveSource:
    """One source that may be asked."""

    source: str
    url: str
    #: bearer token; None where the source wants none
    secret: str | None = field(repr=False)


def live_sources(settings: Settings, env: Mapping[str, str] | None = None) -> list[LiveSource]:
    """The sources of the settings, none without a file. Raises SettingInvalid, which names what is wrong."""
    if settings.live_sources is None:
        return []
    try:
        said = tomllib.loads(settings.live_sources.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        raise _invalid("the file cannot be read as TOML", "文件无法按 TOML 读取") from None
    listed = said.get("source")
    if set(said) != {"source"} or not isinstance(listed, list) or not listed:
        raise _invalid("it needs tables [[source]] and nothing else", "应仅含 [[source]] 表")
    return [_source(one, os.environ if env is None else env) for one in listed]


def _source(said: Any, env: Mapping[str, str]) -> LiveSource:
    if not isinstance(said, dict) or not {"source", "url"} <= set(said) <= _KEYS:
        raise _invalid("a source has source, url and secret_file or secret_env", "每个来源应含 source、url 及密钥")
    if not all(isinstance(value, str) and value for value in said.values()):
        raise _invalid("every value is a text", "各项均应为文本")
    try:
        found = source_of(said["source"])
    except HubError:
        raise _invalid(f"there is no source {said['source']}", f"没有数据源 {said['source']}") from None
    if "listing" not in found.targets():
        raise _invalid(f"{found.name} states no listings", f"数据源 {found.name} 不含名单") from None
    parts = urlsplit(said["url"])
    if parts.scheme != "https" or not parts.hostname or parts.username is not None or parts.fragment:
        raise _invalid("url must be a plain https address", "url 应为普通 https 地址")
    return LiveSource(found.name, said["url"], _secret(said, env))


def _secret(said: Mapping[str, str], env: Mapping[str, str]) -> str | None:
    if "secret_file" in said and "secret_env" in said:
        raise _invalid("give secret_file or secret_env", "secret_file 与 secret_env 只能填一项")
    try:
        if "secret_file" in said:
            text = Path(said["secret_file"]).read_text(encoding="ascii").strip()
        elif "secret_env" in said:
            text = env[said["secret_env"]].strip()
        else:
            return None
    except (OSError, ValueError, KeyError):
        raise _invalid("a secret cannot be read", "密钥无法读取") from None
    if not text.isascii() or not text.isprintable() or not text:
        raise _invalid("a secret is one line of ASCII", "密钥应为一行 ASCII 文本")
    return text


def _invalid(en: str, zh: str) -> SettingInvalid:
    return SettingInvalid(name=_NAME, reason=en, reason_zh=zh)
