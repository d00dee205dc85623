"""Find a MariaDB or MySQL server that tests may make databases on.

HUB_TEST_MARIADB_URL (`mysql+pymysql://user:password@host:port`) when set, whether or not it works, since an operator
asked for it; else a server on the usual local port that takes `root` without a password.
"""

from __future__ import annotations

import os

import sqlalchemy as sa
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import NullPool

LOCAL = "mysql+pymysql://root@127.0.0.1:3306"


def find() -> str | None:
    """The address of a server, without a database, or None."""
    asked = os.environ.get("HUB_TEST_MARIADB_URL")
    return asked or (LOCAL if usable(LOCAL) else None)


def usable(url: str) -> bool:
    """Whether the server answers."""
    engine = sa.create_engine(url, poolclass=NullPool, connect_args={"connect_timeout": 3})
    try:
        with engine.connect() as connection:
            return connection.execute(sa.text("select 1")).scalar() == 1
    except SQLAlchemyError:
        return False
