"""Policy tables for tests: the bundled one with some cells changed."""

from __future__ import annotations

import csv
import io

from schema.policy import Policy, policy, read_policy


def changed(cells: dict[tuple[str, str], str], purposes: dict[str, str] | None = None) -> Policy:
    """The bundled table with `(group, role)` → level, and rows for purposes: code → roles parted by blanks."""
    return read_policy(text(cells, purposes))


def text(cells: dict[tuple[str, str], str], purposes: dict[str, str] | None = None) -> str:
    """The same as CSV, read by nobody yet."""
    names = ["group", "zh", *policy().roles]
    rows = list(csv.DictReader(policy().text.splitlines()))
    rows += [
        {
            "group": f"purpose:{code}",
            "zh": "目的",
            **{role: "Q" if role in roles.split() else "-" for role in names[2:]},
        }
        for code, roles in (purposes or {}).items()
    ]
    for row in rows:
        row.update({role: level for (group, role), level in cells.items() if group == row["group"]})
    out = io.StringIO()
    writer = csv.DictWriter(out, names, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()
