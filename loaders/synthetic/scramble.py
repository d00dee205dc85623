"""Plain text → the scramble that `loaders.cleaners.scramble` mends, for tests at scale: traditional, with pinyin."""

from __future__ import annotations

import random
from functools import cache

import opencc

_INITIALS = ("b", "p", "m", "d", "t", "n", "l", "g", "k", "h", "zh", "ch", "sh", "r", "z", "c", "s", "")
_FINALS = ("ā", "á", "ǎ", "à", "ēng", "éi", "ěn", "è", "ōng", "ón", "ǒu", "ò", "ūn", "uó", "uǎn", "ù", "iān")
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
    pieces = []
    for plain, sign in zip(text, written, strict=True):
        pieces.append(sign)
        if plain != sign and chance.random() < share:
            pieces.append(f"{opening}{chance.choice(_INITIALS)}{chance.choice(_FINALS)}{closing}")
    return "".join(pieces)


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("s2t")
