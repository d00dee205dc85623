"""A load in a process of its own, for tests that kill it: database, key file, source, file."""

from __future__ import annotations

import sys
from pathlib import Path

from hub.database import Database
from hub.vault import Vault
from loaders.load import load_file

if __name__ == "__main__":
    owner, keys, source, file = sys.argv[1:]
    vault = Vault.from_key_file(Path(keys).read_bytes())
    print("started", flush=True)
    load_file(Database.at(owner), vault, source, Path(file))
