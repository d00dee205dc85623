"""Plain text → the scramble that `loaders.cleaners.scramble` mends, for tests at scale: traditional, with pinyin."""

from __future__ import annotations

import random
from functools import cache

import opencc

_INITIALS = ("b", "p", "m", "d", "t", "n", "l", "g", "k", "h", "zh", "ch", "sh", "r", "z", "c", "s", "")
_FINALS = (
    "ā",
    "ái",
    "ǎn",
    "àng",
    "ēng",
    "éi",
    "ěn",
    "è",
    "ōng",
    "óu",
    "ǒu",
    "uò",
    "ūn",
    "uó",
    "uǎn",
    "ù",
    "iān",
    "íng",
)
_MARKS = (("(", ")"), ("（", "）"))


def scramble(text: str, seed: int, share: float = 0.8) -> str:
    """The text in traditional characters; about `share` of those that changed are followed by a syllable in brackets.

    The same text and seed give the same scramble. The syllables are not those of the characters: whoever mends the text
    must not need to know them.
    """
    chance = random.Random(seed)  # noqa: S311 - synthetic data
    opening, closing = _MARKS[seed % len(_MARKS)]
    written = str(_converter().convert(text))
    if len(written) != len(text):
        raise ValueError("a conversion changed the length of the text")
    pieces: list[str] = []
    annotated = False
    for plain, sign in zip(text, written, strict=True):
        pieces.append(sign)
        # the first is always annotated: without a syllable there is no scramble
        if plain != sign and (chance.random() < share or not annotated):
            pieces.append(f"{opening}{chance.choice(_INITIALS)}{chance.choice(_FINALS)}{closing}")
            annotated = True
    return "".join(pieces)


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("s2t")
