"""Masks in plain Python, from the examples in the documentation."""

from __future__ import annotations

from collections.abc import Callable

Masker = Callable[[str], str | None]


def _name(text: str) -> str:
    """The first character, and the last of three or more; never longer than four; of a name with `·` only the first.

    An erased name looks like one too short to show anything of.
    """
    if len(text) < 2 or text == "ERASED":
        return "*"
    if len(text) == 2:
        return text[0] + "*"
    if "·" in text:
        return text[0] + "**"
    return text[0] + ("*" if len(text) == 3 else "**") + text[-1]


def _phone(text: str) -> str:
    return "*" * 11 if len(text) < 11 else f"{text[:3]}****{text[-4:]}"


def _address(text: str) -> str:
    return "*" * 12 if len(text) < 12 else text[:6] + "*" * 6


_MASKS: dict[str, Masker] = {
    "name": _name,
    "phone": _phone,
    "address": _address,
    # stored masked already
    "id_number": lambda text: "*" * 18 if text == "ERASED" else text,
    "withheld": lambda _: None,
}


def masked(mask: str, value: object) -> str | None:
    """The masked form of a value; absent stays absent. Raises KeyError for a mask that nobody wrote down here."""
    return None if value is None else _MASKS[mask](str(value))
