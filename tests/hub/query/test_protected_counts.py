"""Protected counts under attack: whoever holds all margins of a cube against one another pins no small cell.

The attacker knows which values each dimension has, asks for every cell and margin, and narrows the bounds of each cell
until nothing moves. He is shown to win against counts that are merely blanked when small, and against small groups that
are listed without their number, so that his failure against the hub means something.
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

import pytest

from hub.database import Database
from hub.query.engine import Engine
from hub.vault import Vault
from schema.entities.listing import ListingKind, RemovalReason
from schema.entities.subject import SubjectKind
from schema.inputs import constant
from tests.province import CallerOf, opened

#: cell → rows
Cube = dict[tuple[str, ...], int]
#: what is known of the number of rows of a group: at least, at most
Bounds = tuple[int, int]
#: fixed values, None for a dimension that is summed over → bounds
Told = dict[tuple[str | None, ...], Bounds]

FEW = 10
NAMES = ("kind", "subjectKind", "removalReason")
VALUES: tuple[list[str], ...] = (
    [each.value for each in ListingKind], [each.value for each in SubjectKind], [each.value for each in RemovalReason],
)  # fmt: skip
#: sizes of cells: most are small, some near tens, a few large
SIZES = (0, 0, 0, 1, 1, 1, 2, 3, 5, 8, 9, 9, 10, 11, 19, 20, 29, 57)


def _random_cube(random: Random) -> Cube:
    """A cube of two or three dimensions, sparse or dense."""
    dimensions = random.sample(range(3), random.randint(2, 3))
    axes = [VALUES[i][: random.randint(2, 4)] if i in dimensions else VALUES[i][:1] for i in range(3)]
    sizes = SIZES[: random.choice([8, 12, len(SIZES)])]
    return {cell: random.choice(sizes) for cell in itertools.product(*axes)}


def _margins(cube: Cube) -> Iterator[tuple[tuple[str | None, ...], list[tuple[str, ...]]]]:
    """Every group by every set of dimensions, with its cells."""
    for wanted in itertools.product([True, False], repeat=3):
        groups: dict[tuple[str | None, ...], list[tuple[str, ...]]] = {}
        for cell in cube:
            key = tuple(value if by else None for value, by in zip(cell, wanted, strict=True))
            groups.setdefault(key, []).append(cell)
        yield from groups.items()


def _tens(count: int) -> Bounds:
    """What the hub tells of a group: full tens, or nothing."""
    return (count // 10 * 10, count // 10 * 10 + 9)


def _blanked(count: int) -> Bounds:
    """What a mere threshold tells: the number, or that it is small."""
    return (count, count) if count >= FEW or count == 0 else (1, FEW - 1)


def _listed(count: int) -> Bounds:
    """Full tens, but groups that are too small are listed without their number."""
    return _tens(count) if count >= FEW else (min(count, 1), FEW - 1 if count else 0)


def _told(cube: Cube, tell: Callable[[int], Bounds]) -> Told:
    return {key: tell(sum(cube[cell] for cell in cells)) for key, cells in _margins(cube)}


def _attack(cube: Cube, told: Told) -> dict[tuple[str, ...], Bounds]:
    """The narrowest bounds of every cell that follow from all groups together, worked out round by round."""
    bounds = dict.fromkeys(cube, (0, 10**6))
    groups = [(told[key], cells) for key, cells in _margins(cube)]
    moved = True
    while moved:
        moved = False
        for (least, most), cells in groups:
            low, high = sum(bounds[cell][0] for cell in cells), sum(bounds[cell][1] for cell in cells)
            for cell in cells:
                one, two = bounds[cell]
                narrowed = (max(one, least - (high - two)), min(two, most - (low - one)))
                if narrowed != (one, two):
                    bounds[cell], moved = narrowed, True
                    low, high = low + narrowed[0] - one, high + narrowed[1] - two
    return bounds


def _recovered(cube: Cube, told: Told) -> int:
    """Small cells whose number the attacker knows."""
    bounds = _attack(cube, told)
    assert all(low <= cube[cell] <= high for cell, (low, high) in bounds.items())
    return sum(low == high for cell, (low, high) in bounds.items() if 0 < cube[cell] < FEW)


def test_no_margins_pin_a_small_cell() -> None:
    """A thousand random cubes: no cell under ten is recovered; the same attacker wins where less is done."""
    random = Random(20)
    cubes = [_random_cube(random) for _ in range(1000)]

    assert sum(_recovered(cube, _told(cube, _blanked)) for cube in cubes) > 100
    assert sum(_recovered(cube, _told(cube, _listed)) for cube in cubes) > 0
    assert sum(_recovered(cube, _told(cube, _tens)) for cube in cubes) == 0


def test_leaves_seven_values_possible_in_every_table_of_four_cells() -> None:
    """Not by one attacker's wits but by looking at all tables of two by two cells under twenty: of whatever is told,
    each small cell may still have seven different numbers.
    """
    seen: dict[tuple[int, ...], list[set[int]]] = {}
    for a, b, c, d in itertools.product(range(20), repeat=4):
        told = tuple(n // 10 for n in (a, b, c, d, a + b, c + d, a + c, b + d, a + b + c + d))
        known = seen.setdefault(told, [set(), set(), set(), set()])
        for values, value in zip(known, (a, b, c, d), strict=True):
            values.add(value)

    assert min(len(values) for known in seen.values() for values in known if max(values) < FEW) >= 7


# --- through the hub -----------------------------------------------------------------------------------------------


def _fill(database: Database, cube: Cube) -> None:
    """As many removed listings in each cell as the cube says; an auditor may count them and sees none."""
    with database.connect("owner") as connection:
        connection.execute("truncate listing")
        for cell, count in cube.items():
            connection.execute(
                "insert into listing (subject_id, kind, subject_kind, removal_reason, state, case_number, batch_id,"
                " row_no, content_hash) select gen_random_uuid(), %s, %s, %s, 'REMOVED', n::text, gen_random_uuid(),"
                " n, n from generate_series(1, %s) n",
                [*cell, count],
            )
        connection.commit()


async def _ask(engine: Engine, asking: Any) -> dict[tuple[str | None, ...], int]:
    """All groups by every set of dimensions."""
    sets = [
        [name for name, by in zip(NAMES, wanted, strict=True) if by]
        for wanted in itertools.product([True, False], repeat=3)
    ]
    parts = " ".join(
        f"g{i}: groups(by: [{', '.join(map(constant, names))}]) {{ {' '.join(NAMES)} count }}"
        for i, names in enumerate(sets)
    )
    body = await engine.answer(f"{{ listings {{ {parts} }} }}", None, {}, asking)
    groups = [group for listed in json.loads(body)["data"]["listings"].values() for group in listed]
    return {tuple(group[name] for name in NAMES): group["count"] for group in groups}


@pytest.mark.parametrize("seed", range(6))
async def test_tells_full_tens_of_what_may_only_be_counted(
    empty_database: Database, province_vault: Vault, caller: CallerOf, seed: int
) -> None:
    """The hub tells of every group what the attacks above were given, and shows no group of fewer than ten."""
    cube = _random_cube(Random(seed))
    _fill(empty_database, cube)
    async with opened(empty_database, province_vault) as engine:
        found = await _ask(engine, caller("AU"))
    expected = {key: least for key, (least, _) in _told(cube, _tens).items() if least}

    assert found == expected
    assert min(found.values(), default=FEW) >= FEW


async def test_rows_that_are_known_do_not_tell_of_others(
    empty_database: Database, province_vault: Vault, caller: CallerOf
) -> None:
    """However many rows of a group the caller sees himself, one more that he may only count does not show: beside seen
    rows, too, the others are rounded by themselves.
    """
    async with opened(empty_database, province_vault) as engine:
        for visible, hidden in ((9, 1), (19, 1), (10, 9), (1, 19), (0, 9)):
            _fill(empty_database, {("SX", "ENTERPRISE", "R1"): visible + hidden})
            with empty_database.connect("owner") as connection:
                connection.execute("update listing set state = 'PUBLISHED' where row_no <= %s", [visible])
                connection.commit()
            body = await engine.answer("{ listings { groups(by: [KIND]) { count } } }", None, {}, caller("PL"))
            shown = visible + hidden // 10 * 10
            counts = [group["count"] for group in json.loads(body)["data"]["listings"]["groups"]]

            assert counts == ([shown] if shown else [])
