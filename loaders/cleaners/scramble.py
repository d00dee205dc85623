"""Un-scrambling: text copied through a teaching or conversion tool, traditional characters with pinyin in brackets.

    執(zhí)行難一直是工作的難點(diǎn)  →  执行难一直是工作的难点

Pinyin is taken out where it stands in brackets right behind a Han character and is a syllable with a tone; syllables
without one (的(de)) only in a text that has others with tones. Characters are made simple where a text was annotated
so, or where a tenth of its Han characters are traditional ones; a 乾 in a simple text stays what it is. Mending twice
changes nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache

import polars as pl

from loaders.cleaners.base import Cleaned, Context, by_distinct
from loaders.cleaners.text import clean_text

_HAN = re.compile("[一-鿿㐀-䶿]")
_BRACKETED = re.compile(
    r"(?<=[一-鿿㐀-䶿])[ \t]?[(（]\s?([A-Za-z\u00b7-\u024f\u0300-\u030c\u1e00-\u1eff]{1,10}[1-5]?)\s?[)）]"
)
_SYLLABLE = re.compile(
    "(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    "(?:iang|iong|uang|ueng|ang|eng|ing|ong|ian|iao|uai|uan|üan|ai|ei|ao|ou|an|en|in|un|ün|ia|ie|iu|ua|uo|ui|üe|ue|ve"
    "|er|[aoeiuüvê])r?|m|ng?|hng?"
)
_TONES = re.compile("[\u0304\u0301\u030c\u0300]")
#: traditional forms that hardly any paragraph does without; what holds none of them need not be looked at
_FREQUENT = (
    "執門問題長關來會國對發業經產為這個時們說學過還進種後點電現務體與實當應條開無機車產動員區書"
    "認將讓給結論義議統處據標資質權責規範導協項團組織議類總額貸償債財險訴訟審陽縣鎮蘇灣聯關際難極"
)
_SUSPECT = rf"[{_FREQUENT}]|[(（]\s?[A-Za-z\u00b7-\u024f\u0300-\u030c\u1e00-\u1eff]+[1-5]?\s?[)）]"
_TRADITIONAL_SHARE = 0.1


def mend(text: str) -> str:
    """The text without scramble; a text that holds none comes back as it is."""
    tones = [_is_syllable(found[1]) for found in _BRACKETED.finditer(text)]
    annotated = any(tone for tone in tones)
    plain = _BRACKETED.sub(_without_pinyin, text) if annotated else text
    simple = _simplified(plain)
    return simple if annotated or _is_traditional(plain, simple) else text


def _is_syllable(word: str) -> bool | None:
    """True for a syllable with its tone, False for one without, None for any other word."""
    parts = unicodedata.normalize("NFD", word.lower())
    tones = len(_TONES.findall(parts)) + (parts[-1:] in "12345" and parts[-1:] != "")
    bare = unicodedata.normalize("NFC", _TONES.sub("", parts).rstrip("12345"))
    if tones > 1 or not _SYLLABLE.fullmatch(bare):
        return None
    return tones == 1


def _without_pinyin(found: re.Match[str]) -> str:
    return found[0] if _is_syllable(found[1]) is None else ""


@cache
def _converter() -> Callable[[str], str]:
    import opencc  # a megabyte of tables, for the first text that needs them

    convert: Callable[[str], str] = opencc.OpenCC("t2s").convert
    return convert


def _simplified(text: str) -> str:
    return _converter()(text)


def _is_traditional(text: str, simple: str) -> bool:
    if len(text) != len(simple):
        return False
    changed = sum(one != other for one, other in zip(text, simple, strict=True))
    return changed >= 2 and changed >= _TRADITIONAL_SHARE * len(_HAN.findall(text))


def clean_prose(series: pl.Series, context: Context) -> Cleaned:
    """Free text of sentences, mended, then as every free text: ID numbers starred."""
    return clean_text(_mended(series).fill_null(series), context)


def clean_original(series: pl.Series, context: Context) -> Cleaned:
    """What the source wrote where `clean_prose` mends it, ID numbers starred; nothing where it does not."""
    return clean_text(pl.select(pl.when(_mended(series).is_not_null()).then(series)).to_series(), context)


def _mended(series: pl.Series) -> pl.Series:
    """The mended texts, null where nothing was to be mended."""
    suspects = series.str.contains(_SUSPECT).fill_null(False).arg_true()
    mended = pl.Series(series.name, [None], dtype=pl.String).new_from_index(0, len(series))
    if not len(suspects):
        return mended
    return mended.scatter(suspects, by_distinct(series[suspects], _mended_or_none).values)


def _mended_or_none(text: str) -> str | None:
    mended = mend(text)
    return mended if mended != text else None


PROSE = clean_prose
ORIGINAL = clean_original
