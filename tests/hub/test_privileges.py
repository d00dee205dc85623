"""Root's database runs under another account, and no directory is opened to the world for it."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from hub.errors import DataDirectoryUnusable
from hub.privileges import Account, server_account

needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="concerns root only")


def run(account: Account, argv: list[str], *paths: Path) -> str:
    """What a command prints under the account."""
    command = account.command(argv, *paths)
    done = subprocess.run(command, capture_output=True, text=True, cwd="/", check=True, **account.identity(command))
    return str(done.stdout)


@pytest.mark.skipif(os.geteuid() == 0, reason="concerns ordinary users only")
def test_ordinary_user_stays_himself(tmp_path: Path) -> None:
    """Nothing is switched and no helper program is needed."""
    account = server_account(tmp_path)

    assert not account.switch
    assert account.command(["initdb"], tmp_path) == ["initdb"]
    assert account.identity(["initdb"]) == {}


@needs_root
def test_root_is_never_kept(tmp_path: Path) -> None:
    """The account has another uid, no supplementary groups, and it stays the owner's once the cluster exists."""
    account = server_account(tmp_path / "none yet")
    assert account.uid != 0
    assert run(account, ["id", "-u"]).strip() == str(account.uid)
    assert run(account, ["id", "-G"]).strip() == str(account.gid)

    os.chown(tmp_path, 65534, 65534)
    assert server_account(tmp_path).uid == 65534


@needs_root
def test_closed_directory_stays_closed(tmp_path: Path) -> None:
    """Below a directory of mode 0700 the server can read, and nothing else: the mode is not changed for it."""
    tmp_path.chmod(0o700)
    own, secret = tmp_path / "own", tmp_path / "secret"
    own.mkdir()
    secret.write_text("x")
    account = server_account(own)
    account.own(own)

    assert run(account, ["sh", "-c", f"echo made > {own}/file; cat {own}/file"], own / "file") == "made\n"
    assert tmp_path in account.closed(own)
    assert tmp_path.stat().st_mode & 0o777 == 0o700
    with pytest.raises(subprocess.CalledProcessError):
        run(account, ["sh", "-c", f"echo overwritten > {secret}"], own)
    assert secret.read_text() == "x"


@needs_root
def test_without_setpriv_the_operator_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where util-linux is missing, the refusal names the closed directory and the cure."""
    tmp_path.chmod(0o700)
    monkeypatch.setenv("PATH", "/nowhere")

    with pytest.raises(DataDirectoryUnusable, match=r"chmod o\+x"):
        server_account(tmp_path).command(["initdb"], tmp_path / "data")
