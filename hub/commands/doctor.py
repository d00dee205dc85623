"""`hub doctor`: look at everything the hub stands on and say what is wrong."""

from __future__ import annotations

import json
import os
from dataclasses import asdict
from typing import Annotated

import typer

_MARKS = {"ok": "✓", "warning": "!", "broken": "✗"}


def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="A JSON array. 输出 JSON 数组。")] = False,
) -> None:
    """Check Python, disk, database, keys and port; exit code 1 if one is broken. 检查运行环境，有故障时退出码为 1。"""
    from hub.diagnosis import diagnose

    findings = diagnose(os.environ)
    if as_json:
        typer.echo(json.dumps([asdict(finding) for finding in findings], ensure_ascii=False))
    else:
        for finding in findings:
            same = finding.en == finding.zh
            typer.echo(f"{_MARKS[finding.level]} {finding.check}: {finding.en}{'' if same else f' / {finding.zh}'}")
    raise typer.Exit(1 if any(finding.level == "broken" for finding in findings) else 0)
