"""Parked batches: a second person lets one pass or refuses it."""

from __future__ import annotations

import psycopg

from hub.database_errors import refusal
from loaders.batch import decide, parked_batch
from loaders.load import Desk, Receipt, take_in
from loaders.prepare import Delivery
from loaders.store import Store


def release(desk: Desk, store: Store, batch_id: str) -> Receipt:
    """Load the stored file of a parked batch, what would vanish included; `desk.by` is who lets it pass.

    It keeps its place among the batches that came since: what is newer stands. Raises BatchNotParked, SamePerson,
    StoredFileMissing, and what a load raises.
    """
    try:
        with desk.database.connect("loader") as connection, connection.cursor() as cursor:
            batch = parked_batch(cursor, batch_id)
            with store.opened(cursor, batch.sha256, batch.file) as path:
                delivery = Delivery.of(batch.source, path, batch.mode)
                decide(cursor, batch, "RELEASED", desk.by)
                connection.commit()
                passing = Desk(desk.database, desk.vault, desk.by, store, released=True)
                return next(take_in(passing, [delivery]))
    except psycopg.Error as error:
        raise refusal(error, desk.database.address) from None


def reject(desk: Desk, batch_id: str) -> None:
    """Refuse a parked batch; `desk.by` is who refuses it. Raises BatchNotParked."""
    with desk.database.connect("loader") as connection, connection.cursor() as cursor:
        decide(cursor, parked_batch(cursor, batch_id), "REJECTED", desk.by)
