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

    #: what clients of a protocol look for in `message`, where a protocol lays it down; else both sentences stand there
    spoken: ClassVar[str] = ""

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
