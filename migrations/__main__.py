"""`python -m migrations new "sentence"`: draft the next migration against the database of the HUB_* settings."""

from __future__ import annotations

import sys

from hub.database import open_database
from hub.settings import Settings
from migrations.run import draft


def main(arguments: list[str]) -> int:
    """Write the draft and print where it is."""
    if len(arguments) != 2 or arguments[0] != "new":
        print(__doc__)
        return 2
    with open_database(Settings.from_environment()) as database:
        print(draft(lambda: database.connect("owner"), arguments[1]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
