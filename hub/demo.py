"""The demonstration: a synthetic province in its own data directory, loaded by the real loaders, served, and asked.

Every step can be interrupted and is taken up again: files already loaded change nothing, and a finished province is
left as it is. Nobody in it is real.
"""

from __future__ import annotations

import json
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hub.actions.take_snapshot import take_snapshots
from hub.china import today
from hub.database import Database
from hub.settings import Settings
from hub.tokens import TokenRequest, sign
from hub.vault import Vault
from loaders.bundled import bundled
from loaders.load import Receipt, load_all
from loaders.prepare import Delivery
from loaders.synthetic import Size, generate

#: who asks in the demonstration: label → what the token says
CALLERS = {
    "CP 信用平台 credit platform": TokenRequest(("CP",), areas=("330211",), agency="AG330211-CP01"),
    "CE 镇海法院执行局 enforcement bureau": TokenRequest(
        ("CE",), courts=("浙0211",), areas=("330211",), agency="AG330211-CE01"
    ),
    "MR 市场监管 market regulation": TokenRequest(
        ("MR",), areas=("330211",), agency="AG330211-MR01", purpose="REGISTRATION", matter="DEMO-2026-0001"
    ),
    "BK 银行 bank": TokenRequest(("BK",), agency="AG330211-BK01"),
    "GM 政府机构失信监测 government-debtor monitor": TokenRequest(("GM",), areas=("330211",), agency="AG330211-GM01"),
}
#: the two whose answers are printed beside one another
COMPARED = ("CE 镇海法院执行局 enforcement bureau", "BK 银行 bank")

QUERY = """query ($idNumber: IdNumber!, $name: String!) {
  subject(idNumber: $idNumber, name: $name) {
    __typename
    name
    ... on NaturalPerson { idNumber sex }
    listings(first: 2, filter: {kind: {eq: SX}}) {
      totalCount
      nodes { kind state publishedOn ... on DishonestDebtorListing { grounds performance } }
    }
  }
}"""


@dataclass(frozen=True)
class Province:
    """Where a size's files lie and what they hold."""

    folder: Path
    size: Size

    @property
    def done(self) -> Path:
        """A file that is there once everything was loaded."""
        return self.folder / "loaded"

    def truth(self) -> dict[str, Any]:
        """What the generator knows of its files."""
        found: dict[str, Any] = json.loads((self.folder / "truth.json").read_text("utf-8"))
        return found


def province(settings: Settings, size: Size) -> Province:
    """The province of that size in the data directory."""
    return Province(settings.data_dir / f"province-{size.name}", size)


def write_files(found: Province, progress: Callable[[int, int], None]) -> None:
    """Generate the source files, unless they are there."""
    if not (found.folder / "truth.json").is_file():
        generate(found.size, 1, found.folder, progress)


def load_files(
    database: Database, vault: Vault, found: Province, progress: Callable[[str, int, int], None]
) -> Iterator[Receipt]:
    """Load reference data and all files in the order of the manifest; `progress` gets label, done and total rows."""
    deliveries = [Delivery.of(source, path, "FULL") for source, path in bundled().items()]
    manifest = json.loads((found.folder / "manifest.json").read_text("utf-8"))
    deliveries += [
        Delivery.of(entry["source"], found.folder / entry["file"], entry["mode"].upper()) for entry in manifest
    ]
    total = sum(delivery.facts.lines for delivery in deliveries)
    before = 0
    receipts = load_all(database, vault, deliveries, lambda done, _: progress(label, before + done, total))
    label = deliveries[0].source.title
    for number, receipt in enumerate(receipts):
        before += deliveries[number].facts.lines
        label = deliveries[min(number + 1, len(deliveries) - 1)].source.title
        progress(label, before, total)
        yield receipt


def finish(database: Database, found: Province) -> None:
    """Refresh statistics, take this week's snapshot of government debtors, and note that the province is complete."""
    with database.connect("owner") as connection:
        connection.autocommit = True
        connection.execute("analyze")
    with database.connect("writer") as connection:
        take_snapshots(connection, [], today())
    found.done.touch()


def tokens(settings: Settings) -> dict[str, str]:
    """A development token for each of the five callers."""
    return {label: sign(settings, request) for label, request in CALLERS.items()}


def ask(address: str, token: str, variables: dict[str, str]) -> dict[str, Any]:
    """Send the demonstration's query; returns the decoded answer."""
    request = urllib.request.Request(  # noqa: S310 - our own server on this machine
        f"{address}/graphql",
        json.dumps({"query": QUERY, "variables": variables}).encode(),
        {"content-type": "application/json", "accept": "application/json", "authorization": f"Bearer {token}"},
    )
    with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310
        found: dict[str, Any] = json.load(answer)
    return found
