"""Names in one spelling, for what loaders store and callers send: two spellings would be a false "none"."""

from __future__ import annotations

import re
import unicodedata

#: dots that sources use between the parts of a name (买买提·示例)
_VARIANTS = "•．.・‧∙⋅˙･᛫ᐧ●"
_DOTS = re.compile(rf"(?<=[一-鿿㐀-䶿])\s*[·{_VARIANTS}]\s*(?=[一-鿿㐀-䶿])")
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"), None)
_BRACKETS = str.maketrans("〔【［〕】］", "((()))")
_GAPS = re.compile(r"\s+")
_HAN_GAP = re.compile(r"(?<=[一-鿿㐀-䶿])\s+(?=[一-鿿㐀-䶿])")


def name_of(text: str) -> str:
    """A name in one spelling: single blanks, none between Han characters, nothing without width, middle dot `·`, round
    brackets, full-width Latin folded.
    """
    if not text.isascii():
        text = text.translate(_INVISIBLE).translate(_BRACKETS)
    if any(sign in text for sign in _VARIANTS):
        text = _DOTS.sub("·", text)
    if not text.isascii() and any("！" <= sign <= "～" for sign in text):
        text = "".join(unicodedata.normalize("NFKC", sign) if "！" <= sign <= "～" else sign for sign in text)
    return _HAN_GAP.sub("", _GAPS.sub(" ", text.strip()))


#: what says only that a name is a company's, longest first, and signs that tell nothing
_FORMS = ("股份有限公司", "有限责任公司", "有限公司", "股份公司", "公司")
_SIGNS = str.maketrans(dict.fromkeys("()·. -—_,、&\"'"))
_UPPER = str.maketrans("abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_LONGEST_CORE = 24


def core_of(name: str) -> str:
    """What of an organisation's name tells it from others; the same as `name_core` in PostgreSQL."""
    core = name.translate(_UPPER).translate(_SIGNS)
    for form in _FORMS:
        core = core.replace(form, "")
    return core[:_LONGEST_CORE]
