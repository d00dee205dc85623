"""`hub documents`: a manifest goes from the build tool to the folder that the hub trusts, and no bad one does."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from hub.errors import InvalidArgument, KeyFileUnusable, SettingInvalid, TrustedDocumentsUnusable
from tests.hub.trusted.manifests import manifest, operation

COUNT = operation("query Count { areas { totalCount } }")
COURTS = operation("query Courts { courts { totalCount } }", "Courts")


def hub(directory: Path, *arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
    """`hub documents …` with a data directory and a folder of this test's own."""
    given = {"HUB_DATA_DIR": str(directory / "data"), "HUB_TRUSTED_DOCUMENTS": str(directory / "trusted"), **env}
    return subprocess.run(
        [sys.executable, "-m", "hub", "documents", *arguments], env=given, capture_output=True, text=True, check=False
    )


def test_signed_manifests_are_listed(tmp_path: Path) -> None:
    """Two builds of one agency become one manifest, which checks and is listed."""
    for name, found in (("old", [COUNT]), ("new", [COUNT, COURTS])):
        (tmp_path / name).write_bytes(manifest(*found))
    folder = tmp_path / "trusted"
    done = hub(tmp_path, "sign", str(tmp_path / "old"), str(tmp_path / "new"), "--agency", "AG1", "--out", str(folder))
    assert done.returncode == 0, done.stderr
    printed = hub(tmp_path, "sign", str(tmp_path / "old"), "--agency", "AG2")
    (folder / "AG2.jws").write_text(printed.stdout)

    assert hub(tmp_path, "check", str(folder / "AG1.jws")).returncode == 0
    listed = {found["agency"]: found for found in json.loads(hub(tmp_path, "list", "--json").stdout)}
    assert {agency: [one["id"] for one in found["operations"]] for agency, found in listed.items()} == {
        "AG1": [COUNT["id"], COURTS["id"]],
        "AG2": [COUNT["id"]],
    }
    shown = hub(tmp_path, "list").stdout
    assert COURTS["id"] in shown
    assert "AG2" in shown


def test_bad_document_is_not_signed(tmp_path: Path) -> None:
    """`check` and `sign` name what the hub would refuse at start; nothing is written."""
    (tmp_path / "m").write_bytes(manifest(COUNT, operation("query Wrong { nope }", "Wrong")))
    for arguments in (["check", str(tmp_path / "m")], ["sign", str(tmp_path / "m"), "--agency", "AG1"]):
        done = hub(tmp_path, *arguments)

        assert done.returncode == TrustedDocumentsUnusable.exit_code
        assert "Wrong" in done.stderr
        assert done.stdout == ""


@pytest.mark.parametrize(
    ("arguments", "env", "error"),
    [
        (["sign", "m", "--agency", "../AG1"], {}, InvalidArgument),
        (["sign", "m", "--agency", "AG1", "--key", "absent"], {}, KeyFileUnusable),
        (["sign", "m", "--agency", "AG1", "--key", "m"], {}, KeyFileUnusable),
        (["sign", "absent", "--agency", "AG1"], {}, TrustedDocumentsUnusable),
        (["check", "m.jws"], {}, TrustedDocumentsUnusable),
        (["list"], {"HUB_TRUSTED_DOCUMENTS": ""}, SettingInvalid),
        (["list"], {}, TrustedDocumentsUnusable),
    ],
)
def test_wrong_arguments_are_one_clear_refusal(
    tmp_path: Path, arguments: list[str], env: dict[str, str], error: type[Exception]
) -> None:
    """Two sentences and the error's exit code, no trace."""
    (tmp_path / "m").write_bytes(manifest(COUNT))
    done = hub(tmp_path, *[str(tmp_path / word) if word in ("m", "absent", "m.jws") else word for word in arguments],
               **env)  # fmt: skip

    assert done.returncode == error.exit_code  # type: ignore[attr-defined]
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == 2


def test_production_has_no_development_key(tmp_path: Path) -> None:
    """Whoever signs for production brings a key."""
    (tmp_path / "m").write_bytes(manifest(COUNT))
    done = hub(tmp_path, "sign", str(tmp_path / "m"), "--agency", "AG1", HUB_ENVIRONMENT="production")

    assert "DEVELOPMENT_ONLY" in done.stderr
    assert done.returncode == 2
