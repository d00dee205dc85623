"""Files sent over HTTP: who may, what is kept, how it goes on after a break, what the receipt says."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from hub.database import Database
from hub.settings import Settings
from hub.vault import Vault
from loaders.load import load_file
from loaders.source import folder_of
from tests.conftest import copied
from tests.hub.server.running import Hub, running
from tests.hub.server.sending import deliverer, described, patch, post, receipt
from tests.hub.server.wire import check_refusal
from tests.loaders.fixtures import sample_of
from tests.loaders.test_load import ID_NUMBER, row


@pytest.fixture(scope="module")
def place(server: str, template: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Database, Settings]]:
    """A database with reference data, and settings with a list of deliverers."""
    folder = tmp_path_factory.mktemp("uploads")
    listed = folder / "deliverers.csv"
    listed.write_text("agency,source\nAG3302-CP*,sx_warehouse\nAG3302-CP1,sx_exchange\nAG33-ALL,*\n")
    settings = Settings.from_environment({"HUB_DATA_DIR": str(folder / "data"), "HUB_DELIVERERS": str(listed)})
    settings.data_dir.mkdir()
    vault = Vault.from_settings(settings)
    with contextmanager(copied)(server, template) as database:
        load_file(database, vault, "courts", folder_of("courts") / "courts.csv")
        load_file(database, vault, "areas", sample_of("areas"))
        yield database, settings


@pytest.fixture(scope="module")
def hub(place: tuple[Database, Settings]) -> Iterator[Hub]:
    """A hub that takes uploads of at most 8 MiB."""
    database, settings = place
    with running(database, replace(settings, upload_limit=8)) as found:
        yield found


def table(number: int, *, bad: bool = False) -> bytes:
    """A warehouse file about one case of its own, with one bad row if asked."""
    stream = io.StringIO()
    rows = [row(case_no=f"(2024)浙0211执{number}号")] + ([row(case_no="案号不详")] if bad else [])
    writer = csv.DictWriter(stream, rows[0].keys())
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue().encode()


def bearer(hub: Hub, **said: str) -> str:
    return deliverer(hub, **said)["authorization"]


def test_a_file_is_taken_loaded_and_accounted_for(hub: Hub) -> None:
    """202 with an address; the receipt there counts every row and names classes of faults, no value of a row."""
    answer = post(hub, table(1, bad=True))
    where = answer.headers["location"]
    told = receipt(hub, where)

    assert (answer.status_code, answer.headers["upload-complete"]) == (202, "?1")
    assert told["state"] == "MERGED"
    assert told["rows"] == {"read": 2, "accepted": 1, "quarantined": 1, "ignored": 0}
    assert told["rowErrors"] == [{"code": "CASE_NUMBER_INVALID", "rows": 1}]
    assert ID_NUMBER not in str(told)
    assert "赵甲子" not in str(told)


def test_the_same_bytes_are_one_upload(hub: Hub, place: tuple[Database, Settings]) -> None:
    """Sent once more, also by another way of sending: the same address, no second batch, no second merge."""
    body = table(2)
    first = post(hub, body)
    told = receipt(hub, first.headers["location"])
    again = post(hub, body)
    found = post(hub, body, content=b"", upload_complete="?0", upload_length=str(len(body)))

    assert again.headers["location"] == found.headers["location"] == first.headers["location"]
    assert again.json()["batch"] == told["batch"]
    with place[0].connect("owner") as connection:
        count = connection.execute("select count(*) from batch where sha256 = %s", (told["sha256"],)).fetchone()
    assert count == (1,)


def test_an_upload_goes_on_where_it_broke_off(hub: Hub) -> None:
    """Pieces in order, asked for by HEAD: the file is whole, and loaded, with the last one."""
    body = table(3)
    begun = post(hub, body, content=body[:100], upload_complete="?0", upload_length=str(len(body)))
    where = begun.headers["location"]
    asked = hub.client.head(where, headers=deliverer(hub))
    more = patch(hub, where, 100, body[100:200], complete=False)
    ended = patch(hub, where, 200, body[200:])

    assert (begun.status_code, asked.status_code, more.status_code, ended.status_code) == (201, 204, 201, 202)
    assert (asked.headers["upload-offset"], asked.headers["upload-complete"]) == ("100", "?0")
    assert more.headers["upload-offset"] == "200"
    assert receipt(hub, where)["rows"]["accepted"] == 1


def test_a_piece_must_begin_where_the_last_one_ended(hub: Hub) -> None:
    """Neither a gap nor an overlap is taken; the refusal says where to go on, and nothing is lost by it."""
    body = table(4)
    where = post(hub, body, content=body[:100], upload_complete="?0", upload_length=str(len(body))).headers["location"]
    for offset in (0, 99, 101):
        refusal = patch(hub, where, offset, body[offset:])
        check_refusal(refusal, 409, "UPLOAD_OFFSET_WRONG")
        assert refusal.headers["upload-offset"] == "100"

    assert patch(hub, where, 100, body[100:]).status_code == 202
    assert receipt(hub, where)["state"] == "MERGED"


def test_bytes_that_are_not_those_announced_are_not_loaded(hub: Hub, place: tuple[Database, Settings]) -> None:
    """One flipped bit: refused with a code, no batch, nothing stored; the right bytes are taken afterwards."""
    body = table(5)
    wrong = body[:-3] + bytes([body[-3] ^ 1]) + body[-2:]
    told = receipt(hub, post(hub, body, content=wrong).headers["location"])

    assert (told["state"], told["refusal"]["code"]) == ("REFUSED", "UPLOAD_ALTERED")
    assert "batch" not in told
    digest = hashlib.sha256(body).hexdigest()
    assert not (place[1].data_dir / "sources" / digest[:2] / digest).exists()
    assert receipt(hub, post(hub, body).headers["location"])["state"] == "MERGED"


def test_a_file_that_its_source_does_not_take_is_refused_in_the_receipt(hub: Hub) -> None:
    """An unknown column stops the file, and the process goes on with the next one."""
    told = receipt(hub, post(hub, "甲,乙\n1,2\n".encode()).headers["location"])

    assert told["state"] == "REFUSED"
    assert told["refusal"]["code"] in ("COLUMN_UNKNOWN", "COLUMN_MISSING")
    assert receipt(hub, post(hub, table(6)).headers["location"])["state"] == "MERGED"


def test_nothing_readable_lies_on_the_disk(hub: Hub, place: tuple[Database, Settings]) -> None:
    """While a file arrives and after it was loaded, its numbers stand nowhere in the data directory, and for nobody."""
    body = table(7)
    where = post(hub, body, content=body[:-9], upload_complete="?0", upload_length=str(len(body))).headers["location"]

    def held() -> list[Path]:
        return [path for path in place[1].data_dir.rglob("*") if path.is_file()]

    parts = [path for path in held() if path.suffix == ".part"]
    assert parts
    assert {path.stat().st_mode & 0o077 for path in parts} == {0}
    assert not [path for path in held() if ID_NUMBER.encode() in path.read_bytes()]
    patch(hub, where, len(body) - 9, body[-9:])
    receipt(hub, where)
    assert not [path for path in held() if ID_NUMBER.encode() in path.read_bytes()]
    assert not [path for path in held() if path.stem in where]


def test_the_books_say_who_sent_what(hub: Hub, place: tuple[Database, Settings]) -> None:
    """Agency, officer, token and time stand beside the upload, and the batch names who delivered it."""
    told = receipt(hub, post(hub, table(8)).headers["location"])
    with place[0].connect("owner") as connection:
        book = "select agency, officer, issuer, token <> '', batch_id::text from upload where id = %s"
        row = connection.execute(book, (told["id"],)).fetchone()
        by = connection.execute("select delivered_by from delivery where batch_id = %s", (told["batch"],)).fetchone()

    assert row == ("AG3302-CP1", "sync-job", "urn:hub:development", True, told["batch"])
    assert by == ("AG3302-CP1/sync-job",)


def test_who_may_not_deliver(hub: Hub) -> None:
    """No token, no scope, no line of the list, a source that is none: refused before a byte of the body is kept."""
    body = table(9)
    nobody = post(hub, body, authorization="")
    asked = hub.client.post("/graphql", content=b"{}", headers={"content-type": "application/json"})
    check_refusal(nobody, 401, "UNAUTHENTICATED")
    assert nobody.json() == asked.json()
    check_refusal(post(hub, body, authorization=bearer(hub, scope="read act")), 403, "SCOPE_MISSING")
    for source, agency in (("sx_warehouse", "AG3301-CP1"), ("debtors", "AG3302-CP1"), ("no_such", "AG33-ALL")):
        check_refusal(
            post(hub, body, source=source, authorization=bearer(hub, agency=agency)), 403, "DELIVERY_NOT_ALLOWED"
        )


def test_another_agencys_upload_is_none(hub: Hub) -> None:
    """Whatever is asked of it: the same refusal as for an id that never was."""
    body = table(10)
    where = post(hub, body, content=body[:9], upload_complete="?0", upload_length=str(len(body))).headers["location"]
    for address in (where, "/batches/00000000-0000-4000-8000-000000000000"):
        for method in ("GET", "PATCH", "DELETE"):
            answer = hub.client.request(method, address, headers=deliverer(hub, agency="AG3302-CP2"))
            check_refusal(answer, 404, "UPLOAD_UNKNOWN")


def test_an_unfinished_upload_can_be_given_up(hub: Hub, place: tuple[Database, Settings]) -> None:
    """DELETE takes its bytes away; a finished one stays."""
    body = table(11)
    where = post(hub, body, content=body[:9], upload_complete="?0", upload_length=str(len(body))).headers["location"]
    part = place[1].data_dir / "uploads" / f"{where.rpartition('/')[2]}.part"
    assert part.exists()
    assert hub.client.delete(where, headers=deliverer(hub)).status_code == 204
    assert not part.exists()
    check_refusal(hub.client.get(where, headers=deliverer(hub)), 404, "UPLOAD_UNKNOWN")
    done = post(hub, body).headers["location"]
    receipt(hub, done)
    check_refusal(hub.client.delete(done, headers=deliverer(hub)), 400, "UPLOAD_INVALID")


@pytest.mark.parametrize(
    ("headers", "status", "code"),
    [
        ({"repr_digest": ""}, 400, "UPLOAD_INVALID"),
        ({"repr_digest": "sha-256=:AAAA:"}, 400, "UPLOAD_INVALID"),
        ({"repr_digest": "md5=:AAAA:"}, 400, "UPLOAD_INVALID"),
        ({"content_disposition": ""}, 400, "UPLOAD_INVALID"),
        ({"content_disposition": 'attachment; filename="../a.csv"'}, 400, "UPLOAD_INVALID"),
        ({"content_disposition": "attachment; filename*=UTF-8''%2Fetc%2Fa.csv"}, 400, "UPLOAD_INVALID"),
        ({"content_disposition": "attachment; filename*=UTF-8''a%0Ab.csv"}, 400, "UPLOAD_INVALID"),
        ({"content_disposition": 'attachment; filename=".."'}, 400, "UPLOAD_INVALID"),
        ({"upload_complete": "1"}, 400, "UPLOAD_INVALID"),
        ({"upload_complete": "?0"}, 400, "UPLOAD_INVALID"),
        ({"upload_length": "7"}, 400, "UPLOAD_INVALID"),
        ({"upload_complete": "?0", "upload_length": "-7"}, 400, "UPLOAD_INVALID"),
        ({"upload_complete": "?0", "upload_length": str(8 * 2**20 + 1)}, 413, "REQUEST_TOO_LARGE"),
        ({"content_encoding": "gzip"}, 415, "UNSUPPORTED_MEDIA_TYPE"),
    ],
)  # fmt: skip
def test_what_is_not_announced_properly_is_not_taken(hub: Hub, headers: dict[str, str], status: int, code: str) -> None:
    """A missing digest, a path for a name, lengths that contradict each other, too much, compressed bodies."""
    given = {**described(table(12)), **{name.replace("_", "-"): value for name, value in headers.items()}}
    check_refusal(post(hub, table(12), headers=given), status, code)


def test_more_bytes_than_announced_are_not_taken(hub: Hub) -> None:
    """A chunked body that runs on, or ends early, is refused; what is right of it stays, and can be gone on with."""
    body = table(13)
    longer = post(hub, body, content=iter([body, b"more"]), upload_length=str(len(body)))
    check_refusal(longer, 400, "UPLOAD_INVALID")
    shorter = post(hub, body, content=iter([body[:50]]), upload_length=str(len(body)))
    check_refusal(shorter, 400, "UPLOAD_INVALID")
    where = post(hub, body, content=b"", upload_complete="?0", upload_length=str(len(body))).headers["location"]

    assert patch(hub, where, 50, body[50:]).status_code == 202
    assert receipt(hub, where)["state"] == "MERGED"


@pytest.mark.parametrize("method", ["GET", "PUT", "PATCH", "DELETE", "HEAD"])
def test_an_address_knows_its_methods(hub: Hub, method: str) -> None:
    """405 names those that there are."""
    answer = hub.client.request(method, "/batches/sx_warehouse", headers=deliverer(hub))
    assert (answer.status_code, answer.headers["allow"]) == (405, "POST")
