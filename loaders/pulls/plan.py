"""What is pulled: one TOML file for each pull, read strictly; a word that means nothing refuses the file.

source = "sx_exchange"                 # folder under loaders/sources
every = "15m"                          # or at = "02:30", China time

[database]
url = "mysql+pymysql://hub@10.1.2.3:3306/exchange"      # without a password
password_file = "/etc/hub/secrets/exchange"             # or password_env = "EXCHANGE_PASSWORD"
table = "ex_sx"
key = ["id"]                           # what tells one row from the next
changed = "xyptmodify_date"            # time or batch number; without it, the whole table each time
overlap = "10m"                        # of a batch number: how many

[feedback]                             # optional: what became of each row, or of each batch
table = "ex_sx_feedback"
each = "row"
columns = { key = ["row_id"], code = "result_code", reason = "result_text", time = "handled_at" }
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time, timedelta
from pathlib import Path
from typing import Any, Final

from hub.errors import HubError, PullInvalid
from loaders.source import Source, source_of

#: drivers that are known to work; Oracle's comes with the extra `oracle`
DRIVERS: Final = ("mysql+pymysql", "mariadb+pymysql", "postgresql+psycopg", "oracle+oracledb")
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,62}", re.ASCII)
_SPAN = re.compile(r"([1-9]\d{0,5})(s|m|h|d)", re.ASCII)
_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}
_LONGEST_SECRET = 4096


@dataclass(frozen=True)
class Secret:
    """Where a password or token is; read when it is needed, so that a renewed one counts."""

    file: Path | None = None
    variable: str | None = None

    def read(self, pull: str) -> str | None:
        """The secret, None where none is named. Raises PullInvalid, which repeats nothing of it."""
        if self.variable is not None:
            if not (found := os.environ.get(self.variable, "")):
                raise invalid(pull, f"the variable {self.variable} is empty", f"环境变量 {self.variable} 为空")
            return found
        if self.file is None:
            return None
        try:
            text = self.file.read_text("utf-8").rstrip("\r\n")
        except (OSError, UnicodeError):
            text = ""
        if not 0 < len(text) <= _LONGEST_SECRET:
            raise invalid(pull, f"{self.file} holds no secret", f"{self.file} 中没有可用的口令")
        return text


@dataclass(frozen=True)
class Feedback:
    """Where the provider wants to read what became of his rows."""

    table: str
    #: "row" or "batch"
    each: str
    #: our word → the column of the table; `key` has a column for each of the pull's own key
    columns: Mapping[str, str]
    key: tuple[str, ...]
    #: what the column of `code` says of a row that was taken, and of one that was not
    good: str = "00"
    bad: str = "01"


@dataclass(frozen=True)
class Exchange:
    """A table of an exchange database."""

    url: str
    secret: Secret
    table: str
    key: tuple[str, ...]
    #: column by which rows are pulled on; None: the whole table each time
    changed: str | None
    #: how far behind the last row the next pull begins: a span of time, or a number of batches
    overlap: timedelta | int
    #: rows of one delivery
    rows: int
    feedback: Feedback | None = None


@dataclass(frozen=True)
class Pages:
    """An HTTP interface that is read page by page."""

    url: str
    #: hosts, or `host:port`, that may be asked, redirects included
    hosts: tuple[str, ...]
    secret: Secret
    #: query parameter of the page, and of its size
    page: str
    size: str | None
    rows: int
    #: dotted paths into the answer: the rows, how many there are in all, what names the next page
    items: str
    total: str | None
    next: str | None
    first: int
    #: addresses of this machine may be asked without TLS; for tests
    loopback: bool = False


@dataclass(frozen=True)
class Pull:
    """One pull."""

    name: str
    source: Source
    mode: str
    every: timedelta | None
    at: time | None
    exchange: Exchange | None = None
    pages: Pages | None = None


def pulls(folder: Path) -> dict[str, Pull | HubError]:
    """Every pull of the folder by name; one that cannot be used is the refusal instead, and stops no other."""
    found: dict[str, Pull | HubError] = {}
    for path in sorted(folder.glob("*.toml")):
        try:
            found[path.stem] = read(path)
        except HubError as error:
            found[path.stem] = error
    return found


def read(path: Path) -> Pull:
    """The pull in a file. Raises PullInvalid, SourceUnknown."""
    name = path.stem
    if not _NAME.fullmatch(name):
        raise invalid(name, "its name is not of a-z, 0-9, - and _", "名称只能含 a-z、0-9、- 和 _")
    try:
        table = _Table(name, "", tomllib.loads(path.read_text("utf-8")))
    except (OSError, UnicodeError, tomllib.TOMLDecodeError):
        raise invalid(name, "the file cannot be read as TOML", "无法按 TOML 读取") from None
    source = source_of(table.text("source"))
    every, at = table.span("every"), table.clock("at")
    if (every is None) == (at is None):
        raise invalid(name, "give one of every and at", "every 与 at 须且仅须给出一个")
    database, http = table.table("database"), table.table("http")
    feedback = table.table("feedback")
    if (database is None) == (http is None) or (http is not None and feedback is not None):
        raise invalid(name, "give one of [database] and [http]; [feedback] goes with the first",
                      "[database] 与 [http] 须且仅须给出一个；[feedback] 只能与前者同用")  # fmt: skip
    exchange = _exchange(database, feedback) if database is not None else None
    pages = _pages(http) if http is not None else None
    whole = exchange is not None and exchange.changed is None
    mode = table.choice("mode", ("FULL", "DELTA"), "FULL" if whole else "DELTA")
    if mode == "FULL" and exchange is not None and not whole:
        raise invalid(name, "what is pulled by `changed` is no whole list", "按 changed 增量拉取的不是全量名单")
    table.done()
    return Pull(name, source, mode, every, at, exchange, pages)


def _exchange(table: _Table, feedback: _Table | None) -> Exchange:
    url = table.text("url")
    driver, _, rest = url.partition("://")
    if driver not in DRIVERS:
        raise table.wrong("url", f"one of {', '.join(DRIVERS)}", f"以下之一：{'、'.join(DRIVERS)}")
    if ":" in rest.rpartition("@")[0]:
        raise table.wrong("url", "without a password (password_file, password_env)", "不含口令的地址")
    key, changed = table.texts("key"), table.optional("changed")
    overlap = table.overlap("overlap")
    rows = table.number("rows", 50_000)
    made = Exchange(url, table.secret("password"), table.text("table"), key, changed, overlap, rows)
    table.done()
    if feedback is None:
        return made
    if changed is None:
        raise feedback.wrong("table", "used with `changed` only", "仅可与 changed 同用")
    return Exchange(**{**made.__dict__, "feedback": _feedback(feedback, len(key))})


def _feedback(table: _Table, width: int) -> Feedback:
    columns = table.table("columns") or _Table(table.pull, "feedback.columns", {})
    each = table.choice("each", ("row", "batch"), "row")
    words = ("code", "reason", "time", "batch", "mark", "read", "accepted", "quarantined", "ignored")
    named = {word: column for word in words if (column := columns.optional(word)) is not None}
    key = columns.texts("key") if each == "row" else ()
    if each == "row" and len(key) != width:
        raise columns.wrong("key", "a column for each column of the key", "与 key 逐列对应")
    columns.done()
    made = Feedback(
        table.text("table"), each, named, key, table.optional("good") or "00", table.optional("bad") or "01"
    )
    table.done()
    return made


def _pages(table: _Table) -> Pages:
    made = Pages(
        table.text("url"), table.texts("hosts"), table.secret("token"), table.optional("page") or "page",
        table.optional("size"), table.number("rows", 100), table.optional("items") or "data", table.optional("total"),
        table.optional("next"), table.number("first", 1, least=0), table.flag("loopback"),
    )  # fmt: skip
    table.done()
    return made


class _Table:
    """A table of the file, from which each word is taken once."""

    def __init__(self, pull: str, name: str, held: dict[str, Any]) -> None:
        self.pull, self._name, self._held = pull, name, dict(held)

    def wrong(self, word: str, wanted: str, wanted_zh: str) -> PullInvalid:
        """The refusal of one word."""
        where = f"{self._name}.{word}" if self._name else word
        return invalid(self.pull, f"{where} must be {wanted}", f"{where} 应为{wanted_zh}")

    def optional(self, word: str) -> str | None:
        """A line of text, or None."""
        value = self._held.pop(word, None)
        if value is not None and (not isinstance(value, str) or not value or not value.isprintable()):
            raise self.wrong(word, "a line of text", "一行文本")
        return value

    def text(self, word: str) -> str:
        """A line of text."""
        value = self.optional(word)
        if value is None:
            raise self.wrong(word, "a line of text", "一行文本")
        return value

    def texts(self, word: str) -> tuple[str, ...]:
        """One text or several."""
        value = self._held.pop(word, None)
        listed = [value] if isinstance(value, str) else value
        if not isinstance(listed, list) or not listed or not all(isinstance(one, str) and one for one in listed):
            raise self.wrong(word, "a list of texts", "文本列表")
        return tuple(listed)

    def number(self, word: str, absent: int, *, least: int = 1) -> int:
        """A whole number from `least` to a million."""
        value = self._held.pop(word, absent)
        if type(value) is not int or not least <= value <= 1_000_000:
            raise self.wrong(word, f"a whole number from {least} to 1000000", f"{least} 至 1000000 的整数")
        return value

    def flag(self, word: str) -> bool:
        """True or false, the latter when absent."""
        value = self._held.pop(word, False)
        if type(value) is not bool:
            raise self.wrong(word, "true or false", " true 或 false")
        return value

    def choice(self, word: str, allowed: tuple[str, ...], absent: str) -> str:
        """One of some words."""
        value = self.optional(word) or absent
        if value not in allowed:
            raise self.wrong(word, f"one of {', '.join(allowed)}", f"以下之一：{'、'.join(allowed)}")
        return value

    def span(self, word: str) -> timedelta | None:
        """A span such as 30s, 15m, 6h, 1d."""
        value = self.optional(word)
        found = _SPAN.fullmatch(value) if value is not None else None
        if value is not None and found is None:
            raise self.wrong(word, "a span such as 30s, 15m, 6h or 1d", "时长，如 30s、15m、6h、1d")
        return timedelta(**{_UNITS[found[2]]: int(found[1])}) if found else None

    def overlap(self, word: str) -> timedelta | int:
        """A span, or a number of batches; ten minutes and no batch when absent."""
        if isinstance(value := self._held.get(word), int) and type(value) is int and value >= 0:
            return int(self._held.pop(word))
        return self.span(word) or timedelta(minutes=10)

    def clock(self, word: str) -> time | None:
        """A time of day such as 02:30."""
        value = self.optional(word)
        try:
            return None if value is None else time.fromisoformat(value)
        except ValueError:
            raise self.wrong(word, "a time of day such as 02:30", "时刻，如 02:30") from None

    def secret(self, word: str) -> Secret:
        """`<word>_file` or `<word>_env`."""
        file, variable = self.optional(f"{word}_file"), self.optional(f"{word}_env")
        return Secret(Path(file) if file is not None else None, variable)

    def table(self, word: str) -> _Table | None:
        """A table within this one."""
        value = self._held.pop(word, None)
        if value is not None and not isinstance(value, dict):
            raise self.wrong(word, "a table", "表")
        return None if value is None else _Table(self.pull, f"{self._name}.{word}".strip("."), value)

    def done(self) -> None:
        """Refuse what is left."""
        if self._held:
            word = min(self._held)
            raise invalid(
                self.pull, f"{f'{self._name}.{word}'.strip('.')} is no word of a pull", f"{word} 不是有效配置项"
            )


def invalid(pull: str, reason: str, reason_zh: str) -> PullInvalid:
    """The refusal of a plan."""
    return PullInvalid(pull=pull, reason=reason, reason_zh=reason_zh)
