"""`hub schema`: the printed schema, and nothing else, on standard output."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from graphql import build_schema

from schema.federation import subgraph

ROOT = Path(__file__).parents[3]


def test_command_prints_the_committed_schema() -> None:
    """`hub schema > schema.graphql` is the file that is committed, byte for byte, without settings or a database."""
    done = subprocess.run([sys.executable, "-m", "hub", "schema"], capture_output=True, check=True, env={}, cwd=ROOT)

    assert done.stdout == (ROOT / "schema" / "schema.graphql").read_bytes()
    assert done.stderr == b""
    assert build_schema(done.stdout.decode()).query_type


def test_command_prints_the_subgraph() -> None:
    """`hub schema --federation` is what a gateway reads from `_service`, for composing without a running hub."""
    command = [sys.executable, "-m", "hub", "schema", "--federation"]
    done = subprocess.run(command, capture_output=True, check=True, env={}, cwd=ROOT)

    assert done.stdout.decode() == subgraph()
