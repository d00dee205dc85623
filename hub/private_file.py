"""Files that hold secret keys: made whole and readable by their owner alone, and refused when others can reach them."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path
from secrets import token_hex

from hub.errors import KeyFileUnusable


def read_private(path: Path, *, strict: bool) -> bytes:
    """The bytes of a key file; raises FileNotFoundError, or KeyFileUnusable when it cannot be read or trusted.

    `strict` (production) demands a plain file that belongs to the running user and that nobody else can read or
    write. Checks are made on the opened file, so that it cannot be exchanged between look and use.
    """
    flags = os.O_RDONLY | os.O_CLOEXEC | (os.O_NOFOLLOW | os.O_NONBLOCK if strict else 0)  # a pipe must not block
    try:
        with os.fdopen(os.open(path, flags), "rb") as file:
            if strict:
                _distrust(path, os.fstat(file.fileno()))
            return file.read()
    except FileNotFoundError:
        raise
    except OSError as error:
        raise KeyFileUnusable(
            path=path, reason=f"it cannot be read ({error.strerror})", reason_zh=f"无法读取（{error.strerror}）"
        ) from None


def _distrust(path: Path, status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise KeyFileUnusable(path=path, reason="it is no plain file", reason_zh="不是普通文件")
    if status.st_uid != os.geteuid():
        raise KeyFileUnusable(path=path, reason="it belongs to another user", reason_zh="文件属于其他用户")
    if status.st_mode & 0o077:
        raise KeyFileUnusable(
            path=path, reason="others can reach it; run chmod 600", reason_zh="其他用户可以访问，请执行 chmod 600"
        )


def create_private(path: Path, content: bytes) -> bool:
    """Make the file, mode 0600, all at once; False and untouched when it is already there.

    Two processes that start together must end with one key: the finished file is linked into place, and the
    link of the second fails.
    """
    try:
        draft = _draft(path, content)
        try:
            os.link(draft, path)
        finally:
            draft.unlink()
        return True
    except FileExistsError:
        return False
    except OSError as error:
        raise KeyFileUnusable(
            path=path, reason=f"it cannot be made ({error.strerror})", reason_zh=f"无法创建（{error.strerror}）"
        ) from None


def replace_private(path: Path, content: bytes) -> None:
    """Put `content` in the place of the file, mode 0600: whoever reads finds the old or the new bytes, also after a
    crash. Raises KeyFileUnusable.
    """
    try:
        _draft(path, content).rename(path)
        directory = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(directory)
        finally:
            os.close(directory)
    except OSError as error:
        raise KeyFileUnusable(
            path=path, reason=f"it cannot be replaced ({error.strerror})", reason_zh=f"无法替换（{error.strerror}）"
        ) from None


def _draft(path: Path, content: bytes) -> Path:
    """A finished file beside `path`, on the disk before it is named."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{token_hex(8)}")
    try:
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        with suppress(OSError):
            draft.unlink()
        raise
    return draft
