"""The instruction of a hit: what to do, on what basis, where to object, and for how long; nothing of the file.

It is put together from the catalogue of measures on the day of the screening and kept with the hit, so that what an
officer was told can be shown after the catalogue has changed. Whoever may know of the hit at all gets the same
instruction, at level `H` and at `F`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from schema.law.instructions import Act, acts


class Measure(NamedTuple):
    """What the catalogue says of one measure, in the order of `COLUMNS`."""

    code: str
    triggers: list[str]
    target_kind: str
    kind: str
    mode: str
    review_required: bool
    legal_basis: str | None
    instruction_zh: str | None
    instruction_en: str | None
    remedy_zh: str | None
    remedy_en: str | None
    valid_from: date | None
    valid_to: date | None


#: columns of table `measure`
COLUMNS = ", ".join(Measure._fields)


def instruction(outcome: str, measures: Sequence[Measure]) -> dict[str, Any]:
    """The columns of one `screening_instruction`, for a hit of that outcome on which these measures follow."""
    act = _act(outcome, measures)
    begins = [one.valid_from for one in measures if one.valid_from]
    ends = [one.valid_to for one in measures if one.valid_to]
    return {
        "is_listed": outcome == "HIT",
        "act": act.code,
        "tells_subject": act.tells_subject,
        "review_required": any(one.review_required for one in measures),
        "measure_codes": [one.code for one in measures],
        "legal_basis": _said(one.legal_basis for one in measures),
        "instruction_zh": _said(one.instruction_zh for one in measures) or [act.zh],
        "instruction_en": _said(one.instruction_en for one in measures) or [act.en],
        "remedy_zh": _said(one.remedy_zh for one in measures),
        "remedy_en": _said(one.remedy_en for one in measures),
        # it holds while all of its measures do
        "valid_from": str(max(begins)) if begins else None,
        "valid_to": str(min(ends)) if ends else None,
    }


def _act(outcome: str, measures: Sequence[Measure]) -> Act:
    """The strongest act of the measures, or the one for a hit without any."""
    answering = (
        act for act in acts()
        if any(act.answers(outcome, one.kind, one.mode) for one in measures)
        or (not measures and act.outcome == outcome and not act.kinds)
    )  # fmt: skip
    return next(answering)


def _said(texts: Iterable[str | None]) -> list[str]:
    """Each text once, in order."""
    return list(dict.fromkeys(text for text in texts if text))
