"""What tests of the pump share: a vault of its own, reference data read from the files that the hub ships."""

from __future__ import annotations

import csv
from pathlib import Path

from hub.database import Database
from hub.vault import Vault, new_key_file
from loaders.check_source import bundled_context
from loaders.cleaners import Context
from loaders.load import Receipt, load_file
from loaders.source import folder_of, source_of

#: one vault for a run: blind indexes of one test never meet those of another
VAULT = Vault.from_key_file(new_key_file())


def rows_of(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file of ours."""
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def context_for(name: str) -> Context:
    """The context of a source without a database."""
    return bundled_context(source_of(name))


def sample_of(name: str) -> Path:
    """The sample file of a source."""
    return next(path for path in sorted(folder_of(name).glob("sample.*")))


def load_reference(database: Database) -> None:
    """Courts and the areas that the samples need."""
    load_file(database, VAULT, "courts", folder_of("courts") / "courts.csv")
    load_file(database, VAULT, "areas", sample_of("areas"))


def load_sample(database: Database, name: str) -> Receipt:
    """Load the sample of a source."""
    return load_file(database, VAULT, name, sample_of(name))
