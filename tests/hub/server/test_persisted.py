"""Automatic persisted queries on the wire, as Apollo's clients speak them, and what one agency learns of another."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import pytest

from hub.errors import PersistedQueryMismatch, PersistedQueryNotFound, UnknownDocument
from hub.query.documents import Documents
from hub.query.request import Request
from tests.hub.server.running import Hub
from tests.hub.server.wire import GRAPHQL, JSON, check_refusal, check_silent, send
from tests.province import CallerOf

COUNT = "query Count($code: CourtCode) { courts(filter: {code: {eq: $code}}) { totalCount } }"


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def persisted(text: str) -> dict[str, Any]:
    return {"persistedQuery": {"version": 1, "sha256Hash": digest(text)}}


def body(text: str | None = None, **members: Any) -> str:
    return json.dumps({"query": text, **members} if text is not None else members)


def own(number: int) -> str:
    """A document that no other test knows."""
    return f"query Q{number} {{ areas {{ totalCount }} }}"


def test_hash_is_unknown_then_learned_then_enough(hub: Hub) -> None:
    """The three steps of the protocol; the first answer carries exactly the message and code that clients look for."""
    text = own(1)
    for accept, status in ((GRAPHQL, 400), (JSON, 200)):
        answer = send(hub, body(extensions=persisted(text)), accept=accept)
        error = answer.json()["errors"][0]
        assert (answer.status_code, error["message"]) == (status, "PersistedQueryNotFound")
        assert error["extensions"]["code"] == "PERSISTED_QUERY_NOT_FOUND"
        assert {"message_en", "message_zh"} <= set(error["extensions"])
        check_silent(answer)
    learned = send(hub, body(text, extensions=persisted(text)))
    known = send(hub, body(extensions=persisted(text)))

    assert learned.status_code == known.status_code == 200
    assert learned.json()["data"] == known.json()["data"] == {"areas": {"totalCount": 0}}
    assert send(hub, body(documentId=f"sha256:{digest(text)}")).json()["data"] == {"areas": {"totalCount": 0}}


def test_hash_brings_variables_of_its_own_request(hub: Hub) -> None:
    """Only the text is kept: who sends the hash without variables does not run those of the one who taught it."""
    text = "query W($code: CourtCode!) { courts(filter: {code: {eq: $code}}) { totalCount } }"
    send(hub, body(text, extensions=persisted(text), variables={"code": "浙0211"}))

    check_refusal(send(hub, body(extensions=persisted(text)), accept=GRAPHQL), 400, "INVALID_VARIABLES")


def test_hash_is_an_agencys_own(hub: Hub) -> None:
    """Another agency is told what it would be told of a document that nobody ever sent."""
    text, never = own(2), own(3)
    send(hub, body(text, extensions=persisted(text)), authorization=f"Bearer {hub.token('CP', agency='one')}")
    other = f"Bearer {hub.token('CP', agency='other')}"
    answers = [send(hub, body(extensions=persisted(each)), authorization=other) for each in (text, never)]

    assert answers[0].text == answers[1].text
    assert answers[0].json()["errors"][0]["message"] == "PersistedQueryNotFound"


@pytest.mark.parametrize("text", ["{ nope }", "{ areas {", "{" + "a:areas{totalCount}" * 11 + "}", "query A{a:__type}"])
def test_only_good_documents_are_learned(hub: Hub, text: str) -> None:
    """What does not parse, fit or stay within limits is refused and not remembered."""
    assert "errors" in send(hub, body(text, extensions=persisted(text))).json()

    assert send(hub, body(extensions=persisted(text))).json()["errors"][0]["message"] == "PersistedQueryNotFound"


def test_wrong_hash_is_refused_and_teaches_nothing(hub: Hub) -> None:
    """A text under another's hash would let one officer choose what a colleague runs."""
    text, other = own(4), own(5)
    for members in (
        {"extensions": persisted(other)},
        {"documentId": f"sha256:{digest(other)}"},
        {"documentId": digest(text), "extensions": persisted(other)},
    ):
        check_refusal(send(hub, body(text, **members), accept=GRAPHQL), 400, "PERSISTED_QUERY_MISMATCH")

    assert send(hub, body(extensions=persisted(other))).json()["errors"][0]["message"] == "PersistedQueryNotFound"


HASH = "0" * 64
MALFORMED: list[Any] = [
    None, 1, "x", [], {}, {"version": 1}, {"sha256Hash": HASH}, {"version": 2, "sha256Hash": HASH},
    {"version": "1", "sha256Hash": HASH}, {"version": 1, "sha256Hash": None}, {"version": 1, "sha256Hash": 7},
    {"version": 1, "sha256Hash": "A" * 64}, {"version": 1, "sha256Hash": HASH + "0"},
    {"version": 1, "sha256Hash": HASH + "\n"}, {"version": 1, "sha256Hash": "０" * 64},
]  # fmt: skip


@pytest.mark.parametrize("given", MALFORMED, ids=str)
def test_malformed_persisted_query_is_no_request(hub: Hub, given: Any) -> None:
    """Anything but version 1 and 64 hexadecimal digits, with a text or without."""
    for members in ({}, {"query": COUNT}):
        sent = json.dumps({**members, "extensions": {"persistedQuery": given}})
        check_refusal(send(hub, sent, accept=JSON), 400, "MALFORMED_REQUEST")


@pytest.mark.parametrize("name", ["", "x", "sha256:", f"sha256:{HASH}", HASH, f"md5:{HASH}", "sha256:" + "A" * 64, "é"])
def test_document_id_that_names_nothing(hub: Hub, name: str) -> None:
    """An id of any form that is no document of the agency is one clear refusal."""
    check_refusal(send(hub, body(documentId=name), accept=GRAPHQL), 400, "UNKNOWN_DOCUMENT")


def test_store_is_bounded_and_forgets_the_least_used(caller: CallerOf) -> None:
    """By entries and by characters; a text asked for lately stays."""
    asker = caller("CP")
    for documents in (Documents(entries=3), Documents(characters=3 * len(own(1)))):
        for number in (1, 2, 3):
            documents.learn(Request(own(number), extensions=persisted(own(number))), asker)
        documents.text(Request(extensions=persisted(own(1))), asker)
        documents.learn(Request(own(4), extensions=persisted(own(4))), asker)

        assert documents.text(Request(extensions=persisted(own(1))), asker) == own(1)
        with pytest.raises(PersistedQueryNotFound):
            documents.text(Request(extensions=persisted(own(2))), asker)


def test_text_without_a_hash_is_not_kept(caller: CallerOf) -> None:
    """Only who asks for it has documents remembered."""
    documents = Documents()
    documents.learn(Request(COUNT), caller("CP"))

    with pytest.raises(UnknownDocument):
        documents.text(Request(document_id=digest(COUNT)), caller("CP"))
    with pytest.raises(PersistedQueryMismatch):
        documents.text(Request(COUNT, extensions=persisted(own(1))), caller("CP"))
