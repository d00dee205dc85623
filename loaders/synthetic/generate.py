"""The walk that fills the folder: cameos, the crowd, the registers, the honest list; then manifest and truth."""

from __future__ import annotations

import json
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Any

from loaders.synthetic import cameos, truth
from loaders.synthetic.case_feeds import CaseFeeds
from loaders.synthetic.files import Feed, Outbox, json_text
from loaders.synthetic.register_feeds import RegisterFeeds
from loaders.synthetic.world import TODAY, World

#: what tells a folder that it was made by this command and may be filled again
MANIFEST = "manifest.json"
TRUTH = "truth.json"
#: sources of small complete registers, one file each; all others come in parts
_FULL = frozenset({"agencies", "government_bodies"})
#: subjects between two calls of the progress callback
_STRIDE = 1000


class Size(StrEnum):
    """How big the province is."""

    small = "small"
    medium = "medium"
    large = "large"

    @property
    def listings(self) -> int:
        """SX listings of the crowd, before cameos, rows sent again and faults."""
        return {"small": 5_000, "medium": 100_000, "large": 1_250_000}[self.value]

    @property
    def limits(self) -> tuple[int, int]:
        """Rows of one JSON page and of one CSV file."""
        return {"small": (500, 500), "medium": (5_000, 20_000), "large": (5_000, 50_000)}[self.value]


def generate(size: Size, seed: int, folder: Path, progress: Callable[[int, int], None] | None = None) -> dict[str, Any]:
    """Fill the folder and return the truth that was written to it.

    `progress` is told (listings written, listings in all) every now and then. The folder is made when it is missing;
    files of an earlier province in it are removed first, so that the manifest and the folder always agree. OSError when
    the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    _clear(folder)
    outbox, world, book = Outbox(folder), World(seed), truth.Truth()
    cases = CaseFeeds(outbox, world, book, size.limits)
    registers = RegisterFeeds(outbox, world, book, size.limits[1])
    registers.write_agencies()
    cameos.write(cases)
    _write_crowd(size, world, cases, registers, progress)
    registers.write_clean_firms(max(200, size.listings // 25))
    registers.write_honest(cases)
    feeds = _in_load_order(cases, registers)
    for feed in feeds:
        feed.close()
    return _conclude(size, seed, outbox, book, feeds)


def _write_crowd(
    size: Size,
    world: World,
    cases: CaseFeeds,
    registers: RegisterFeeds,
    progress: Callable[[int, int], None] | None,
) -> None:
    written = 0
    for subject in world.subjects(size.listings):
        for entry in world.entries(subject):
            cases.write(entry)
        if not subject.is_person:
            registers.write_firm(subject)
        written += subject.listings
        if progress and subject.number % _STRIDE == 0:
            progress(written, size.listings)
    if progress:
        progress(written, size.listings)


def _in_load_order(cases: CaseFeeds, registers: RegisterFeeds) -> tuple[Feed, ...]:
    """Agencies and registers, then what courts say, then the positive list."""
    agencies, bodies, firms, dishonest, papers, honest = registers.feeds()
    return agencies, bodies, firms, *cases.feeds(), dishonest, papers, honest


def _conclude(size: Size, seed: int, outbox: Outbox, book: truth.Truth, feeds: tuple[Feed, ...]) -> dict[str, Any]:
    """Write manifest.json (what to load, in which order) and truth.json (what must come out)."""
    names = [name for feed in feeds for name in feed.names]
    manifest = [
        {"source": source, "file": name, "mode": "full" if source in _FULL else "delta", "order": order}
        for order, name in enumerate(names, 1)
        for source in [name.split("/")[0]]
    ]
    found = {
        "size": size.value,
        "seed": seed,
        "today": TODAY.isoformat(),
        "rules": truth.RULES,
        "samples": dict(cameos.samples()),
        "counts": book.as_json(),
        "files": {name: outbox.accounts[name].as_json() for name in names},
        "encodings": {name: outbox.encodings[name] for name in names if name in outbox.encodings},
    }
    (outbox.folder / MANIFEST).write_bytes(json_text(manifest).encode())
    (outbox.folder / TRUTH).write_bytes(json_text(found).encode())
    return found


def _clear(folder: Path) -> None:
    """Remove the files of the manifest that lies in the folder, nothing else."""
    manifest = folder / MANIFEST
    if not manifest.is_file():
        return
    for item in json.loads(manifest.read_text("utf-8")):
        inside = (folder / item["file"]).resolve()
        if inside.is_relative_to(folder.resolve()):
            inside.unlink(missing_ok=True)
    manifest.unlink()
