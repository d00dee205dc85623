"""File locks between processes on one machine (flock(2)); the kernel drops them when a process ends in any way."""

from __future__ import annotations

import contextlib
import fcntl
import os
import time
from collections.abc import Iterator
from pathlib import Path


class FileLock:
    """One lock file, opened for the life of the object; the file stays, since removing it would race."""

    def __init__(self, path: Path) -> None:
        self._fd = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        if os.geteuid() == 0:  # a root command in between must not shut an ordinary owner of the directory out
            home = path.parent.stat()
            os.fchown(self._fd, home.st_uid, home.st_gid)

    def try_exclusive(self) -> bool:
        """Take the lock alone, at once; False when anybody else holds it."""
        return self._take(fcntl.LOCK_EX | fcntl.LOCK_NB)

    def share(self) -> None:
        """Hold the lock together with others; gives up a lock held alone."""
        fcntl.flock(self._fd, fcntl.LOCK_SH)

    def wait_exclusive(self, seconds: float) -> bool:
        """Take the lock alone, waiting up to `seconds`; polls, because flock has no time limit of its own."""
        deadline = time.monotonic() + seconds
        while not self.try_exclusive():
            if time.monotonic() > deadline:
                return False
            time.sleep(0.05)
        return True

    def note(self, text: str) -> None:
        """Leave `text` in the file for whoever finds it locked."""
        os.ftruncate(self._fd, 0)
        os.pwrite(self._fd, text.encode(), 0)

    def read_note(self) -> str:
        """What the holder left."""
        return os.pread(self._fd, 1000, 0).decode(errors="replace")

    def close(self) -> None:
        """Drop the lock and the file handle; a second call does nothing."""
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1

    def _take(self, how: int) -> bool:
        with contextlib.suppress(BlockingIOError):
            fcntl.flock(self._fd, how)
            return True
        return False


@contextlib.contextmanager
def file_lock(path: Path) -> Iterator[FileLock]:
    """Open the lock file at `path` and close it afterwards."""
    lock = FileLock(path)
    try:
        yield lock
    finally:
        lock.close()
