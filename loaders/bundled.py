"""Reference data that ships with the hub: divisions, courts, the working-day calendar and the catalogue of measures."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

#: source → package and file, in loading order (courts name divisions)
_FILES = {
    "areas": ("loaders.sources.areas", "areas.csv"),
    "courts": ("loaders.sources.courts", "courts.csv"),
    "calendar": ("loaders.sources.calendar", "calendar.csv"),
    "measures": ("schema.law", "measures.csv"),
}


def bundled() -> dict[str, Path]:
    """Source name → the file that ships for it."""
    return {source: Path(str(resources.files(package).joinpath(name))) for source, (package, name) in _FILES.items()}
