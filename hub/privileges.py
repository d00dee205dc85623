"""The account that the embedded PostgreSQL runs under, since PostgreSQL refuses to run as root.

An ordinary user runs the server under his own account. Root hands the cluster to an unprivileged account of the
machine; nothing is created or opened for it: no account is added and no mode of a foreign directory is changed.
"""

from __future__ import annotations

import os
import pwd
import shutil
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hub.errors import DataDirectoryUnusable

#: accounts that root may run the server under, in this order; one of them exists on every Unix
_CANDIDATES = ("postgres", "nobody")


@dataclass(frozen=True)
class Account:
    """Who runs the server: `uid` and `gid`, and whether we must switch to it because we are root."""

    name: str
    uid: int
    gid: int
    switch: bool

    def own(self, path: Path) -> None:
        """Give `path` to the account and close it for everybody else (root keeps access anyway)."""
        if self.switch:
            os.chown(path, self.uid, self.gid)
        path.chmod(0o700)

    def command(self, argv: list[str], *paths: Path) -> list[str]:
        """`argv` in the form that runs it under the account with access to `paths`.

        When root keeps the data or the binaries below a directory that is closed to the account (/root, a mktemp -d),
        the server gets one capability, to read and traverse, instead of that directory being opened to everybody.
        """
        closed = [directory for path in paths for directory in self.closed(path)] if self.switch else []
        if not closed:
            return argv
        setpriv = shutil.which("setpriv")
        if setpriv is None:
            raise DataDirectoryUnusable(
                directory=paths[0],
                reason=f"account {self.name} may not enter {closed[0]}; run `chmod o+x {closed[0]}` or move it",
                reason_zh=f"账户 {self.name} 无权进入 {closed[0]}，请执行 chmod o+x {closed[0]} 或另选目录",
            )
        only = "-all,+dac_read_search"
        user = [f"--reuid={self.uid}", f"--regid={self.gid}", "--clear-groups"]
        return [setpriv, *user, f"--inh-caps={only}", f"--ambient-caps={only}", f"--bounding-set={only}", *argv]

    def identity(self, command: list[str]) -> dict[str, Any]:
        """Keywords for `subprocess` that switch to the account, unless `command` does it itself."""
        if not self.switch or Path(command[0]).name == "setpriv":
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}

    def closed(self, path: Path) -> list[Path]:
        """Directories on the way to `path`, itself excluded, that the account may not enter."""
        return [parent for parent in reversed(path.absolute().parents) if not self._enters(parent)]

    def _enters(self, directory: Path) -> bool:
        found = directory.stat()
        bit = stat.S_IXOTH
        if found.st_uid == self.uid:
            bit = stat.S_IXUSR
        elif found.st_gid == self.gid:
            bit = stat.S_IXGRP
        return bool(found.st_mode & bit)


def server_account(cluster: Path) -> Account:
    """The account for the cluster directory: its present owner when it exists, else ourselves, else a candidate."""
    if os.geteuid() != 0:
        return _account(pwd.getpwuid(os.geteuid()), switch=False)
    if cluster.exists() and cluster.stat().st_uid != 0:
        return _account(pwd.getpwuid(cluster.stat().st_uid), switch=True)
    return next(_account(entry, switch=True) for entry in map(_entry, _CANDIDATES) if entry is not None)


def _account(entry: pwd.struct_passwd, *, switch: bool) -> Account:
    return Account(entry.pw_name, entry.pw_uid, entry.pw_gid, switch)


def _entry(name: str) -> pwd.struct_passwd | None:
    try:
        return pwd.getpwnam(name)
    except KeyError:
        return None
