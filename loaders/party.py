"""Who a row is about: documents judged together with the name, identifiers made safe before anything is stored.

From here on an ID number exists only as (display form, blind index, two sealed halves). A person known only by a
starred number becomes a *provisional* subject, keyed by case number, name, the first six and the last four known
digits; within one case that cannot be two people, across cases it proves nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import polars as pl

from hub.vault import Vault
from loaders.cleaners.base import Fault
from loaders.cleaners.document import Document, Scheme, recognise
from loaders.cleaners.text import STARS
from schema import identifiers as ids

#: ways in which official and company names end; a name that ends so is no person's
_BODY = re.compile(
    r".{2,}(公司|集团|企业|厂|店|行|社|局|院|学|校|园|中心|委员会|委会|政府|办事处|协会|商会|学会|部|处|所|站|馆|场|队|组|基金会|合作社|"
    r"事务所|联合会|工会|指挥部|大队|支队|服务区|\))"
)
_GOVERNMENT = re.compile(
    r".*(人民政府|人民政府.{0,12}(局|办公室)|[省市县区州].{1,20}局|委员会|街道办事处|村委会|居委会|管理委员会|管委会)"
)
_FORMER = re.compile(r"[(（]\s*(?:曾用名|原名|又名)[:：]?\s*([^)）]+)[)）]")
_LEADING = {"11": "STATE_ORGAN", "12": "PUBLIC_INSTITUTION", "13": "MASS_ORGANISATION"}
_COMMITTEES = {"54": "VILLAGE_COMMITTEE", "55": "RESIDENTS_COMMITTEE"}
_ENTERPRISES = {"91": "ENTERPRISE", "92": "SOLE_TRADER", "93": "FARMERS_COOPERATIVE"}
_HIDDEN = "*" * 18

#: keys of `subject_identifier` that are blind indexes, hexadecimal; never stored beside the subject
ID_BLIND, MASKED_BLIND = "@id_blind", "@masked_blind"
#: the key of `subject.id_number_sealed`, which goes to a table of its own
ID_KEY = "@id_number_key"


@dataclass
class Identity:
    """What one row says about one party; plain numbers live in memory only."""

    kind: str
    name: str
    former_name: str | None = None
    credit_code: str | None = None
    credit_code_valid: bool | None = None
    organisation_code: str | None = None
    registration_number: str | None = None
    plain: str | None = field(default=None, repr=False)
    masked: str | None = field(default=None, repr=False)


@dataclass(frozen=True)
class Claims:
    """The cells that speak about one party, as plain lists of equal length."""

    names: Sequence[str | None]
    #: every column that may hold a number of the party
    documents: Sequence[Sequence[str | None]]
    #: "PERSON", "ORGANISATION", a kind of subject, or None
    hints: Sequence[str | None]
    case_numbers: Sequence[str | None]
    #: texts that prove one document, whoever bears it (`loaders.cleaners.digits.proven`)
    proven: Mapping[str, Document] = field(default_factory=dict)


class Identifier:
    """Turns claims into identities; remembers texts it has judged, for numbers repeat."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def identify(self, claims: Claims) -> tuple[list[Identity | None], list[str | None]]:
        """One identity per row, or None with a fault code (or without one, when the row names nobody)."""
        identities: list[Identity | None] = []
        faults: list[str | None] = []
        for row, name in enumerate(claims.names):
            texts = [text for column in claims.documents if (text := column[row])]
            try:
                identities.append(_identity(name, texts, claims.hints[row], claims.proven) if name else None)
                faults.append(None)
            except Fault as fault:
                identities.append(None)
                faults.append(fault.code)
        return identities, faults

    def columns(
        self, identities: Sequence[Identity | None], case_numbers: Sequence[str | None]
    ) -> dict[str, pl.Series]:
        """The parts of `IDENTITY_PARTS` as text columns; the only place where a plain number is used."""
        plain = [one.plain if one else None for one in identities]
        keys = [_provisional_key(one, case) for one, case in zip(identities, case_numbers, strict=True)]
        columns: dict[str, Sequence[str | None]] = {
            part: [getattr(one, part) if one else None for one in identities]
            for part in ("kind", "name", "former_name", "credit_code", "organisation_code", "registration_number")
        }
        columns["credit_code_valid"] = [_truth(one.credit_code_valid) if one else None for one in identities]
        columns["id_number_masked"] = [_display(one) if one else None for one in identities]
        columns["birth_date"] = [f"{ids.birth_date_of(number)}" if number else None for number in plain]
        columns["sex"] = [ids.sex_of(number) if number else None for number in plain]
        columns["is_provisional"] = [_truth(key is not None) for key in keys]
        columns["government_kind"] = [_government_kind(one) if one else None for one in identities]
        columns["enterprise_kind"] = [_enterprise_kind(one) if one else None for one in identities]
        halves, id_keys = self._vault.seal_apart_many("id_number", plain)
        columns["id_number_sealed"], columns[ID_KEY] = bytea(halves), bytea(id_keys)
        columns["id_number_pattern"] = _hex(self._vault.blind_many("id_number_pattern", map(_pattern, identities)))
        columns[ID_BLIND] = _hex(self._vault.blind_many("id_number", plain))
        columns[MASKED_BLIND] = _hex(self._vault.blind_many("masked_person", keys))
        return {part: pl.Series(part, values, dtype=pl.String) for part, values in columns.items()}


def _identity(name: str, texts: Sequence[str], hint: str | None, proven: Mapping[str, Document]) -> Identity:
    if re.search(r"\d{15}", name):
        raise Fault("NAME_HOLDS_NUMBER")
    former = _FORMER.search(name)
    plain_name = _FORMER.sub("", name).strip() if former else name
    general = _general(hint, plain_name)
    documents = [proven.get(text) or recognise(text, general) for text in texts]
    kind = _kind(documents, hint, general, plain_name)
    identity = Identity(kind, plain_name, former[1].strip() if former else None)
    for document in documents:
        _apply(identity, document)
    return identity


def _general(hint: str | None, name: str) -> str | None:
    """PERSON or ORGANISATION, from the source's word or from the name; None when neither tells."""
    if hint in ("PERSON", "NATURAL_PERSON"):
        return "PERSON"
    if hint:
        return "ORGANISATION"
    if _BODY.fullmatch(name):
        return "ORGANISATION"
    return "PERSON" if len(name) <= 3 or "·" in name else None


def _kind(documents: Sequence[Document], hint: str | None, general: str | None, name: str) -> str:
    """Kind of subject: the credit code decides, then an ID number, then the source's word, then the name."""
    schemes = [document.scheme for document in documents]
    if Scheme.CREDIT_CODE in schemes:
        return _kind_of_code(documents[schemes.index(Scheme.CREDIT_CODE)].value)
    if Scheme.ID_NUMBER in schemes:
        return "NATURAL_PERSON"
    if hint and hint not in ("PERSON", "ORGANISATION"):
        return hint
    if general == "ORGANISATION" or Scheme.ORGANISATION_CODE in schemes or Scheme.REGISTRATION_NUMBER in schemes:
        return "GOVERNMENT_BODY" if _GOVERNMENT.fullmatch(name) else "ENTERPRISE"
    return "NATURAL_PERSON"


def _kind_of_code(code: str) -> str:
    """Kind of subject from the authority and kind digits of a credit code (GB 32100)."""
    if code[:2] in _LEADING or code[:2] in _COMMITTEES:
        return "GOVERNMENT_BODY"
    return "ENTERPRISE" if code[:2] in _ENTERPRISES else "OTHER_ORGANISATION"


def _apply(identity: Identity, document: Document) -> None:
    match document.scheme:
        case Scheme.CREDIT_CODE:
            identity.credit_code, identity.credit_code_valid = document.value, document.valid
            inner = document.value[8:17]  # the organisation code stands inside the credit code (GB 32100)
            if document.valid and ids.is_organisation_code(inner):
                identity.organisation_code = inner
        case Scheme.ID_NUMBER if identity.kind == "NATURAL_PERSON":
            identity.plain = document.value  # beside a credit code it would be the owner's number, not the body's
        case Scheme.ORGANISATION_CODE:
            identity.organisation_code = document.value
        case Scheme.REGISTRATION_NUMBER:
            identity.registration_number = document.value
        case Scheme.MASKED:
            identity.masked = document.value


def _provisional_key(one: Identity | None, case_number: str | None) -> str | None:
    """The text whose blind index keys a provisional subject; None for subjects with a whole identifier."""
    if one is None or one.plain or one.credit_code or one.organisation_code or one.registration_number:
        return None
    prefix, _, suffix = (one.masked or "*").partition("*")
    return f"{one.kind}|{case_number or ''}|{one.name}|{prefix[:6]}|{suffix[-4:]}"


def _display(one: Identity) -> str | None:
    """The form that may be stored and shown: at most the last four characters, the length tells nothing."""
    if one.kind != "NATURAL_PERSON" or not (one.plain or one.masked):
        return None
    suffix = one.plain[-4:] if one.plain else (one.masked or "*").partition("*")[2]
    return STARS + suffix[-4:] if len(suffix) >= 4 else _HIDDEN


def _government_kind(one: Identity) -> str | None:
    if one.kind != "GOVERNMENT_BODY":
        return None
    if one.name.endswith(("村民委员会", "村委会")):
        return "VILLAGE_COMMITTEE"
    if one.name.endswith(("居民委员会", "居委会")):
        return "RESIDENTS_COMMITTEE"
    code = (one.credit_code or "")[:2]
    return _LEADING.get(code) or _COMMITTEES.get(code) or "STATE_ORGAN"


def _enterprise_kind(one: Identity) -> str | None:
    return _ENTERPRISES.get((one.credit_code or "")[:2]) if one.kind == "ENTERPRISE" else None


def _truth(value: bool | None) -> str | None:
    return None if value is None else str(value).lower()


def _pattern(one: Identity | None) -> str | None:
    """All digits that a starred number leaves readable: a whole number with the same ones makes a candidate.

    Nothing for a whole number, which is found exactly, and nothing for so few digits that every namesake would match.
    """
    if one is None or one.kind != "NATURAL_PERSON" or one.plain:
        return None
    prefix, suffix = (one.masked or "*").split("*")
    return ids.masked_pattern(prefix, suffix) if (len(prefix), len(suffix)) in ids.MASK_SHAPES else None


def _hex(values: Sequence[bytes | None]) -> list[str | None]:
    return [None if value is None else value.hex() for value in values]


def bytea(values: Sequence[bytes | None]) -> list[str | None]:
    """Bytes in the text form of bytea."""
    return [None if value is None else f"\\x{value.hex()}" for value in values]
