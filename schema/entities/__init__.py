"""One file, one entity (an interface and its concrete types share one). Found by listing this folder."""

from __future__ import annotations

import importlib
import pkgutil


def load() -> None:
    """Import every module of this package, in name order, so that `language.REGISTRY` is complete."""
    for module in sorted(info.name for info in pkgutil.iter_modules(__path__)):
        importlib.import_module(f"{__name__}.{module}")
