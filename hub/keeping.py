"""Holding a database and a key file together: numbers sealed or indexed under other keys could never be found again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from hub.database import Database, check_migrated, open_database
from hub.errors import VaultForeign
from hub.settings import Settings
from hub.vault import Vault

#: the row of `hub_setting` that remembers which keys the data was indexed with
_NAME = "vault_fingerprint"


def hold(database: Database, vault: Vault) -> None:
    """Remember the vault's fingerprint at first use; afterwards refuse another vault. Raises VaultForeign."""
    with database.connect("owner") as connection:
        connection.execute(
            "insert into hub_setting (name, value) values (%s, %s) on conflict do nothing", (_NAME, vault.fingerprint())
        )
        row = connection.execute("select value from hub_setting where name = %s", (_NAME,)).fetchone()
    if row is None or row[0] != vault.fingerprint():
        raise VaultForeign


@contextmanager
def held(settings: Settings) -> Iterator[tuple[Database, Vault]]:
    """A migrated database and the vault that belongs to it, for a command. Raises HubError."""
    with open_database(settings) as database:
        check_migrated(database)
        vault = Vault.from_settings(settings)
        hold(database, vault)
        yield database, vault
