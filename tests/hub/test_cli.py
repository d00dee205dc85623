"""The command line: every command explains itself in two languages; a refusal is two sentences and an exit code."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from hub.cli import application, command_names
from hub.errors import SettingInvalid, SourceUnknown


def hub(*arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
    """`python -m hub …` with nothing but `env` in its environment."""
    return subprocess.run(
        [sys.executable, "-m", "hub", *arguments], env=env, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("name", [None, *command_names()])
def test_help_is_in_both_languages(name: str | None) -> None:
    """`hub --help` and `hub COMMAND --help` speak English and Chinese."""
    arguments = ["--help"] if name is None else [name, "--help"]
    done = CliRunner().invoke(application(name), arguments)

    assert done.exit_code == 0
    assert re.search("[a-z]{4}", done.output)
    assert re.search("[一-鿿]{2}", done.output)


def test_refusal_is_two_sentences_and_its_exit_code() -> None:
    """Code, English, Chinese, the error's own exit code, and no trace."""
    done = hub("migrate", HUB_PORT="x")

    assert done.returncode == SettingInvalid.exit_code
    assert [line[:16] for line in done.stderr.splitlines()] == ["SETTING_INVALID:", "SETTING_INVALID："]
    assert done.stdout == ""


def test_unknown_command_is_a_usage_error() -> None:
    """Exit code 2, as everywhere."""
    done = hub("no-such-command")

    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_unknown_source_without_a_file_is_an_unknown_source() -> None:
    """Not a request to name files for a source that does not exist."""
    done = hub("load", "nonsense")

    assert done.returncode == SourceUnknown.exit_code
    assert done.stderr.startswith("SOURCE_UNKNOWN: ")
