"""One load in a process of its own, so that its memory is its own: database, key file, source, file, mode → JSON."""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

from hub.database import Database
from hub.vault import Vault
from loaders.load import load_file

if __name__ == "__main__":
    owner, keys, source, file, mode = sys.argv[1:]
    vault = Vault.from_key_file(Path(keys).read_bytes())
    begun = time.perf_counter()
    receipt = load_file(Database.at(owner), vault, source, Path(file), mode)
    spent = time.perf_counter() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": spent, "peak": peak, **receipt.as_json()}))
