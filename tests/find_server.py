"""Print the connection string of a PostgreSQL server that the suite may use, or nothing (used by .ci/run).

HUB_TEST_DATABASE_URL when set, whether or not it works, since an operator asked for it; else a server on the usual
local port that takes the current user or `postgres` without a password, is new enough, and lets him make databases.
"""

from __future__ import annotations

import getpass
import os
import sys

import psycopg

from hub.database import MINIMUM_VERSION


def main() -> None:
    """Print at most one line."""
    asked = os.environ.get("HUB_TEST_DATABASE_URL")
    candidates = [f"postgresql://{user}@127.0.0.1:5432/postgres" for user in (getpass.getuser(), "postgres")]
    found = asked or next(filter(usable, candidates), "")
    sys.stdout.write(found)


def usable(url: str) -> bool:
    """Whether the server answers, is new enough and gives the user the rights that the suite needs."""
    try:
        with psycopg.connect(url, connect_timeout=3) as connection:
            able = connection.execute(
                "select rolsuper or (rolcreatedb and rolcreaterole) from pg_roles where rolname = current_user"
            ).fetchone()
            return connection.info.server_version >= MINIMUM_VERSION * 10_000 and able == (True,)
    except psycopg.OperationalError:
        return False


if __name__ == "__main__":
    main()
