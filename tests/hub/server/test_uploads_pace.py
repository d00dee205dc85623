"""Uploads may take long, if they come; none holds a connection or another's file for nothing."""

from __future__ import annotations

import base64
import contextlib
import hashlib
import os
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from hub.database import Database
from hub.server import protocol
from hub.settings import Settings
from tests.hub.server.running import Hub, running
from tests.hub.server.sending import deliverer, patch, post
from tests.hub.server.test_http_framing import parsed
from tests.hub.server.wire import check_refusal

#: seconds that stand for eight in these tests
ASK = 0.6


@pytest.fixture
def hub(empty_database: Database, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    """A hub that is in a hurry and loads nothing."""
    monkeypatch.setattr(protocol, "SECONDS_TO_ASK", ASK)
    monkeypatch.setattr("hub.uploads.process._COMMAND", ("true",))
    (tmp_path / "deliverers.csv").write_text("agency,source\n*,*\n")
    with running(empty_database, replace(settings, deliverers=tmp_path / "deliverers.csv")) as found:
        yield found


def head(hub: Hub, body: bytes, token: str | None = None) -> bytes:
    digest = base64.b64encode(hashlib.sha256(body).digest()).decode()
    bearer = token or deliverer(hub)["authorization"]
    lines = [
        "POST /batches/debtors HTTP/1.1", "host: hub", f"authorization: {bearer}", f"content-length: {len(body)}",
        f"repr-digest: sha-256=:{digest}:", 'content-disposition: attachment; filename="list.csv"',
        "connection: close", "", "",
    ]  # fmt: skip
    return "\r\n".join(lines).encode()


def sent(hub: Hub, body: bytes, step: int, pause: float, token: str | None = None) -> tuple[bytes, float]:
    """What comes back when a file is sent in steps, and how long that took."""
    where = urlsplit(hub.url)
    begun = time.monotonic()
    with socket.create_connection((where.hostname or "", where.port or 0), timeout=10) as connection:
        with contextlib.suppress(ConnectionError):
            connection.sendall(head(hub, body, token))
            for start in range(0, len(body), step):
                connection.sendall(body[start : start + step])
                time.sleep(pause)
        got = bytearray()
        with contextlib.suppress(ConnectionError):
            while piece := connection.recv(65536):
                got += piece
    return bytes(got), time.monotonic() - begun


def test_a_file_may_take_longer_than_a_request(hub: Hub) -> None:
    """As long as enough of it comes, three times the limit of a request is no reason to cut it."""
    body = os.urandom(2 << 20)
    got, taken = sent(hub, body, len(body) // 20, 3 * ASK / 20)

    assert taken > 3 * ASK
    assert got.startswith(b"HTTP/1.1 202")


def test_a_file_that_trickles_is_cut(hub: Hub) -> None:
    """A byte now and then is no upload."""
    got, taken = sent(hub, os.urandom(4000), 100, ASK / 10)
    check_refusal(parsed(got), 408, "REQUEST_TOO_SLOW")
    assert taken < 4.2 * ASK


def test_a_stranger_is_answered_before_his_body_comes(hub: Hub) -> None:
    """However much he announces: nothing of it is taken, and the usual 401 is what he gets."""
    body = os.urandom(1 << 20)
    got, _ = sent(hub, body, len(body), 0, "Bearer a.b.c")
    assert got.startswith(b"HTTP/1.1 401")
    assert not list(hub.settings.data_dir.rglob("*.part"))


def test_two_cannot_send_one_file_at_once(hub: Hub) -> None:
    """The second is refused while the first sends; afterwards it goes on where the first has left it."""
    body = os.urandom(3 << 20)
    where = post(hub, body, source="debtors", content=b"", upload_complete="?0", upload_length=str(len(body)))
    address = where.headers["location"]
    going, done = threading.Event(), threading.Event()

    def slowly() -> Iterator[bytes]:
        yield body[: 1 << 20]
        going.set()
        done.wait(0.4)
        yield body[1 << 20 : 2 << 20]

    def first() -> None:
        patch(hub, address, 0, slowly(), complete=False)

    thread = threading.Thread(target=first)
    thread.start()
    assert going.wait(5)
    time.sleep(0.1)
    check_refusal(patch(hub, address, 0, body), 409, "UPLOAD_BUSY")
    done.set()
    thread.join()
    held = int(hub.client.head(address, headers=deliverer(hub)).headers["upload-offset"])
    assert held == 2 << 20
    assert patch(hub, address, held, body[held:]).status_code == 202
