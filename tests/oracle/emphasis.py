"""Emphasis: what documents made by chance are mostly about, and how large they are."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Emphasis:
    """How often something is asked for, as parts of one."""

    #: roots that look up references
    references: float = 0.12
    #: filters that go through a relation
    relations: float = 0.4
    #: filters that combine others
    combined: float = 0.45
    #: weight of groups among the parts of a list
    groups: int = 14
    #: documents that do not mind what the caller may see
    impolite: float = 0.1
    #: items selected in a document
    sizes: tuple[int, ...] = (6, 10, 15, 20, 30, 30, 60)


USUAL = Emphasis()
