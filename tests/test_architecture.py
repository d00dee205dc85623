"""The house as drawn: walls between packages, sizes, and documents that keep step with the code."""

from __future__ import annotations

import ast
import inspect
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from hub import errors
from hub.errors import HubError
from hub.settings import SETTINGS

ROOT = Path(__file__).parent.parent
PACKAGES = ("hub", "schema", "loaders", "migrations")
READMES = ("README.md", "README.zh.md")

#: the only files that may open a connection to the database, or, the last one, to those of others
CONNECTING = {"hub/cluster.py", "hub/database.py", "migrations/run.py", "loaders/pulls/exchange.py"}
#: where SQL may be put together from parts
COMPOSING = (
    "hub/query/", "hub/actions/", "hub/erasure/", "hub/resealing.py", "loaders/merge", "loaders/probe.py",
    "loaders/provenance.py", "loaders/reconcile/held.py", "loaders/replay.py", "loaders/roll_call.py",
    "loaders/scratch.py", "loaders/staging.py",
)  # fmt: skip


def sources(*folders: str) -> list[Path]:
    """All Python files below the folders."""
    return sorted(
        path for folder in folders for path in (ROOT / folder).rglob("*.py") if "node_modules" not in path.parts
    )


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """(name, lines from def to the last line) of each function of a file."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno is not None
            yield node.name, node.end_lineno - node.lineno + 1


def calls(path: Path) -> Iterator[str]:
    """Dotted names of everything that a file calls."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func)


def imports(path: Path) -> Iterator[str]:
    """Dotted names of everything that a file imports."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def documented(code: str) -> list[str]:
    """Editions of the README that do not have `code` in code font."""
    return [readme for readme in READMES if f"`{code}`" not in (ROOT / readme).read_text("utf-8")]


def test_walls_between_packages_stand() -> None:
    """The contracts of pyproject.toml are kept: who may import whom, and no circles."""
    program = Path(sys.executable).parent / "lint-imports"
    done = subprocess.run([program, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout


def test_connections_are_opened_in_one_place() -> None:
    """Roles and limits are part of connecting, so nobody connects on his own."""
    openers = ("psycopg.connect", "AsyncConnection.connect", "Connection.connect", "create_engine")
    found = {name(path) for path in sources(*PACKAGES) for called in calls(path) if called.endswith(openers)}

    assert found <= CONNECTING


def test_sql_is_composed_where_it_is_reviewed() -> None:
    """Putting SQL together from parts is confined to files that are read with that in mind."""
    composers = ("psycopg.sql", "hub.query.sql")
    found = {name(path) for path in sources(*PACKAGES) for used in imports(path) if used.startswith(composers)}

    assert [path for path in sorted(found) if not path.startswith(COMPOSING)] == []


def test_one_operation_has_one_policy() -> None:
    """What decides is handed down from where the operation began; only the two places that hold it know another."""
    deciding = sources("hub/query", "hub/actions")
    found = {name(path) for path in deciding for used in imports(path) if used == "schema.policy.policy"}

    assert found == {"hub/query/judge.py", "hub/actions/acting.py"}


@pytest.mark.parametrize("folder", [*PACKAGES, "tests"])
def test_files_fit_into_a_head(folder: str) -> None:
    """No file over 400 lines, no function over 60."""
    history = "migrations/versions/"  # a migration lists what it makes, and is not touched again
    long_files = [name(path) for path in sources(folder) if len(path.read_text("utf-8").splitlines()) > 400]
    files = [path for path in long_files if not path.startswith(history)]
    read = [path for path in sources(folder) if not name(path).startswith(history)]
    long = [f"{name(path)}:{of}" for path in read for of, lines in functions(path) if lines > 60]

    assert (files, long) == ([], [])


@pytest.mark.parametrize("folder", PACKAGES)
def test_functions_are_short(folder: str) -> None:
    """Half of the functions of each package have ten lines or fewer."""
    code = [path for path in sources(folder) if "versions" not in path.parts]
    lengths = [lines for path in code for _, lines in functions(path)]

    assert statistics.median(lengths) <= 10


def test_error_codes_are_documented() -> None:
    """Whoever meets a code finds it in both editions of the README."""
    kinds = [kind for _, kind in inspect.getmembers(errors, inspect.isclass) if issubclass(kind, HubError)]

    assert {kind.code: missing for kind in kinds if (missing := documented(kind.code))} == {}


def test_each_error_speaks_both_languages() -> None:
    """Every refusal has a stable upper-case code of its own and a sentence in English and in Chinese."""
    kinds = [kind for _, kind in inspect.getmembers(errors, inspect.isclass) if issubclass(kind, HubError)]
    codes = [kind.code for kind in kinds if kind is not errors.Internal]  # which shares the base's code

    assert sorted(set(codes)) == sorted(codes)
    for kind in kinds:
        assert kind.code == kind.code.upper()
        assert kind.en.isascii() or "`" in kind.en
        assert any("一" <= letter <= "鿿" for letter in kind.zh)


def test_settings_are_documented() -> None:
    """Every HUB_* variable stands in both editions of the README."""
    assert {setting.name: missing for setting in SETTINGS if (missing := documented(setting.name))} == {}


def test_nothing_in_the_tree_knows_this_machine() -> None:
    """No absolute path of a work place is committed, and the lock files name no package index."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode != 0:
        pytest.skip("not a git work tree")
    files = [ROOT / path.decode() for path in listed.stdout.split(b"\0") if path]
    places = [f"{ROOT}/".encode(), f"{Path.home()}/".encode()]
    indexes = [b"index-url", b"find-links", b"://"]

    assert [name(path) for path in files if path.is_file() and contains(path, places)] == []
    assert [name(path) for path in ROOT.glob("*.lock") if contains(path, indexes)] == []


def contains(path: Path, words: list[bytes]) -> bool:
    content = path.read_bytes()
    return any(word in content for word in words)


def test_no_command_opens_rows_set_aside() -> None:
    """Whoever reads a sealed row has to leave an entry in the access log; the loaders' way to open one leaves none."""
    reaching = [
        name(path)
        for path in sources("hub")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if (isinstance(node, ast.ImportFrom) and node.module == "loaders.replay"
            and {"opened", "*"} & {alias.name for alias in node.names})
        or (isinstance(node, ast.Import) and "loaders.replay" in {alias.name for alias in node.names})
        or (isinstance(node, ast.ImportFrom) and node.module == "loaders"
            and "replay" in {alias.name for alias in node.names})
    ]  # fmt: skip

    assert reaching == []
