"""One entry of the access log, as the JSON text that is hashed.

    id        128 random bits; they also keep whoever sees only a hash from guessing the entry behind it
    iss sub agency roles courts jti purpose matter     who asked, for whom, why, as the token says
    actors                                      who acts on behalf of `sub`, the one who sent the request first
    operation name                              SHA-256 of the document, and which operation of it; where texts
                                                stand in it, which may be numbers, a keyed hash
    policy                                      version of the policy that decided
    decision  ATTEMPTED · ANSWERED · MISSED · REFUSED   an act leaves the first two; `code` where it was refused
    levels                                      coordinate → CLEAR · MASKED · CLEAR_IF:rules · FILTER
    terms                                       what a person was searched by: its keyed hash; so are matter, jti and
                                                operation name (`operationName`) where they may hold somebody's number
    groups                                      groups of the policy of which values were shown
    subjects                                    ids of all subjects that the answer tells of
    inspected                                   ids that an answer tells of which is about the log alone: not indexed,
                                                for nobody asked about these subjects

A term is hashed with a key, so that it can be searched, and its text stands sealed in a table beside the log, so that
only whoever holds the vault's keys can read it, and nobody once it was destroyed with the record of the person whom it
names. The hash remains: a pseudonym, under a key that lies outside the database.
"""

from __future__ import annotations

import base64
import json
import secrets
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from typing import Any, Final

from hub.audit.log import Entry
from hub.caller import Caller
from hub.vault import Vault
from schema.free_text import holds_identity_number

#: kind of sealed and blinded terms
TERM: Final = "audit_term"
#: as what an operation's name is told that holds somebody's number
NAME: Final = "operationName"
#: callers whose part of an entry is remembered
_MOST_CALLERS: Final = 1000

_callers: OrderedDict[str, tuple[Caller, str]] = OrderedDict()


def entry(
    caller: Caller,
    what: Mapping[str, Any],
    *,
    shown: str = '"levels":{}',
    terms: Sequence[tuple[str, str]] = (),
    subjects: Sequence[str] = (),
    vault: Vault | None = None,
) -> Entry:
    """An entry: `what` are its plain members, `shown` are members in JSON already, `terms` are (argument, text)."""
    given = (("matter", caller.matter), ("jti", caller.jti), (NAME, what.get("name")))
    hidden = [(name, text) for name, text in given if text is not None and _told(text) is None]
    named_by = [*terms, *hidden] if vault else []
    hashed = [{"argument": name, "hmac": vault.blind(TERM, text).hex()} for name, text in named_by if vault]
    seals = " ".join(base64.b64encode(vault.seal(TERM, text)).decode() for _, text in named_by if vault)
    plain = _json({**what, "name": _told(what.get("name"))})[1:-1]
    named = '["' + '","'.join(subjects) + '"]' if subjects else "[]"  # ids, which need no escaping
    content = (
        f'{{"id":"{secrets.token_hex(16)}",{_who(caller)},{plain},{shown},"terms":{_json(hashed)},"subjects":{named}}}'
    )
    return Entry(content, seals)


def _told(text: str | None) -> str | None:
    """What the token and the document say in words of the caller's own; nothing where that may be somebody's number."""
    return None if text is not None and holds_identity_number(text) else text


def _who(caller: Caller) -> str:
    """The members that come from the token; the same caller asks again and again."""
    known = _callers.get(caller.jti)
    if known is not None and known[0] is caller:
        return known[1]
    told = {
        "iss": caller.issuer, "sub": caller.subject, "agency": caller.agency, "roles": sorted(caller.roles),
        "courts": list(caller.courts), "jti": _told(caller.jti), "purpose": caller.purpose,
        "matter": _told(caller.matter),
        "actors": [
            {"iss": each.issuer, "sub": each.subject, "agency": each.agency, "roles": sorted(each.roles)}
            for each in caller.actors
        ],
    }  # fmt: skip
    text = _json(told)[1:-1]
    _callers[caller.jti] = (caller, text)
    if len(_callers) > _MOST_CALLERS:
        _callers.popitem(last=False)
    return text


_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
