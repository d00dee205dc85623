"""What a right loader must find: counted while the rows are written, never read by the loader.

The rules of identity, in words, are `RULES`; they are written into `truth.json` beside the numbers.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import Any

RULES: dict[str, str] = {
    "subject.person": "One per ID number; 15-digit numbers are upgraded first. Known only by a starred number: one "
    "provisional subject per (case number, name, digits before and after the stars).",
    "subject.organisation": "One per identifier text (credit code, else organisation code without hyphen, else "
    "registration number), upper case; a wrong check digit makes a flag, not another rule. Starred: as people.",
    "subject.sources": "Subjects come from every accepted row of every source but agencies and areas; the four kinds "
    "of people in qysler, the persons in charge in registers and superior bodies add none.",
    "names": "Names are compared after trimming and with all middle dots alike.",
    "case": "One per (subject, canonical case number), from SX, debtor, 终本 and consumption rows; the representative "
    "named beside a unit in a consumption order gets a listing but no case.",
    "case_number": "Distinct canonical case numbers among those cases.",
    "listing": "One per (subject, list type, case number); serious-dishonesty entries one per (subject, ill_comp_id).",
    "listing.removed": "SX listings whose last warehouse operation is d; serious-dishonesty entries with rem_dt.",
    "terminated": "One 终本 record per (subject, case number).",
    "certificate": "One per 证明书编号. Its case number is a civil one and makes no enforcement case.",
    "honest_entry": "One per (名单批次号, subject).",
    "JSON_BROKEN": "The text in jsonObject is not JSON. Raw line breaks inside its strings are allowed.",
    "CELLS_TOO_FEW": "A text line ends before its mandatory cells.",
    "VALUE_MISSING": "Name, case number or court of a JSON row is missing or empty.",
    "CASE_NUMBER_INVALID": "The case number cannot be parsed.",
    "DATE_INVALID": "The mandatory date cannot be read: publication (SX), filing (debtors, orders), 终本日期.",
    "ID_NUMBER_CHECK_DIGIT": "A whole 18-character ID number of a person with a wrong check digit.",
    "MINOR": "A whole ID number says that the person was under 18 on the day of publication.",
    "OPERATION_UNKNOWN": "Unknown value in 数据记录的增删改标志. Known: 1 i add; u mod; d del.",
    "swapped": "ID number in the organisation column or the reverse, credit code and registration number exchanged: "
    "repaired and accepted.",
    "ignored": "repeated_header: the heading again; blank: no cell has text; notes: first cell starts with 表格说明; "
    "totals: first cell is 合计.",
    "resent": "A row sent again is accepted and changes no count.",
}


@dataclass
class FileAccount:
    """The row account of one file: read = accepted + quarantined + ignored."""

    accepted: int = 0
    quarantined: Counter[str] = field(default_factory=Counter)
    ignored: Counter[str] = field(default_factory=Counter)

    def as_json(self) -> dict[str, Any]:
        """The account as written to truth.json."""
        bad, decoys = self.quarantined.total(), self.ignored.total()
        return {
            "read": self.accepted + bad + decoys,
            "accepted": self.accepted,
            "quarantined": bad,
            "ignored": decoys,
            "quarantined_by_reason": dict(sorted(self.quarantined.items())),
            "ignored_by_kind": dict(sorted(self.ignored.items())),
        }


#: first two characters of a credit code → kind of subject
_KINDS = {
    "ENTERPRISE": ("91", "92", "93"),
    "GOVERNMENT_BODY": ("11", "12", "13", "54", "55"),
    "OTHER_ORGANISATION": ("N", "5", "3", "8"),
}


class Truth:
    """Distinct things named by accepted rows. Only hashes are kept: 64 bits each, enough for a few million things."""

    def __init__(self) -> None:
        self._seen: defaultdict[str, set[int]] = defaultdict(set)
        self.samples: dict[str, dict[str, str]] = {}

    def note(self, what: str, *key: str) -> None:
        """Count this thing once."""
        self._seen[what].add(hash(key))

    def forget(self, what: str, *key: str) -> None:
        """Take back what `note` said, as a row listed again does with a removal."""
        self._seen[what].discard(hash(key))

    def subject(self, kind: str, key: str) -> None:
        """A subject of the kind that its credit code tells (GB 32100); provisional ones are counted apart as well."""
        code = key.rpartition(":")[2]
        told = next((name for name, prefixes in _KINDS.items() if len(code) == 18 and code.startswith(prefixes)), kind)
        if kind != "NATURAL_PERSON" and told != kind:
            kind, key = told, f"{told}:{code}"
        self.note(f"subjects.{kind}", key)
        if key.startswith(f"{kind}?"):
            self.note(f"subjects.{kind}.provisional", key)

    def count(self, what: str) -> int:
        """How many of these."""
        return len(self._seen[what])

    def as_json(self) -> dict[str, int]:
        """All counts by name."""
        return {what: len(things) for what, things in sorted(self._seen.items())}
