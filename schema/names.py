"""Names in one spelling, for what loaders store and callers send: two spellings would be a false "none"."""

from __future__ import annotations

import re
import unicodedata

#: dots that sources use between the parts of a name (买买提·示例)
_DOTS = re.compile(r"(?<=[一-鿿㐀-䶿])\s*[·•．.・‧]\s*(?=[一-鿿㐀-䶿])")
_GAPS = re.compile(r"\s+")
_HAN_GAP = re.compile(r"(?<=[一-鿿㐀-䶿])\s+(?=[一-鿿㐀-䶿])")


def name_of(text: str) -> str:
    """A name in one spelling: single blanks, none between Han characters, middle dot `·`, full-width Latin folded."""
    if "．" in text or "・" in text or "•" in text or "." in text or "‧" in text:
        text = _DOTS.sub("·", text)
    if not text.isascii() and any("！" <= sign <= "～" for sign in text):
        text = "".join(unicodedata.normalize("NFKC", sign) if "！" <= sign <= "～" else sign for sign in text)
    return _HAN_GAP.sub("", _GAPS.sub(" ", text.strip()))
