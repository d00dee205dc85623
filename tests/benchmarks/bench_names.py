"""Search by name among a million invented organisations: how long it takes, what it finds, what it costs loads.

Beside it, where the server has it, `pg_trgm`: `name % asked` over a trigram index on the same names. Names are made of
a place, two to four characters that become rarer as the list goes on, a trade and a form, so that places and trades are
as common as in a register. Run by `make bench ARGS=tests/benchmarks/bench_names.py`; `NAMES` makes fewer.
"""

from __future__ import annotations

import itertools
import os
import random
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from hub.database import migrate
from tests.conftest import bare_database

NAMES = int(os.environ.get("NAMES", "1000000"))
ASKED = 200
PLACES = (
    *(
        "杭州",
        "宁波",
        "温州",
        "绍兴",
        "北京",
        "上海",
        "深圳市",
        "广州市",
        "南京",
        "苏州市",
    ),
    *(
        "浙江省",
        "浙江",
        "成都",
        "武汉市",
        "西安",
        "青岛",
        "义乌市",
        "余姚市",
        "宁波市海曙区",
        "杭州市西湖区",
    ),
)
TRADES = (
    *(
        "科技",
        "机电",
        "建材",
        "贸易",
        "物流",
        "服饰",
        "食品",
        "化工",
        "网络科技",
        "建筑工程",
    ),
    *(
        "装饰工程",
        "餐饮管理",
        "汽车服务",
        "模具",
        "农业发展",
        "置业",
        "电子商务",
        "信息技术",
        "文化传媒",
        "投资管理",
    ),
    *(
        "医疗器械",
        "进出口",
        "企业管理咨询",
        "机械设备",
        "新材料",
        "环保科技",
        "房地产开发",
        "劳务",
    ),
)
FORMS = ("有限公司",) * 14 + ("股份有限公司", "有限责任公司", "集团有限公司", "有限公司杭州分公司", "(中国)有限公司")
SIGNS = [chr(0x4E00 + 37 * one) for one in range(300)]
WEIGHTS = list(itertools.accumulate(1 / (place + 3) ** 0.7 for place in range(len(SIGNS))))


def name(dice: random.Random) -> str:
    """One invented name."""
    own = "".join(dice.choices(SIGNS, cum_weights=WEIGHTS, k=dice.choice((2, 2, 2, 3, 3, 4))))
    return f"{dice.choice(PLACES)}{own}{dice.choice(TRADES)}{dice.choice(FORMS)}"


def wrong(dice: random.Random, given: str) -> str:
    """A name with a wrong character."""
    place = dice.randrange(1, 6)
    return given[:place] + dice.choice(SIGNS) + given[place + 1 :]


ASKS: dict[str, Callable[[random.Random, str], str]] = {
    "as it stands": lambda _, given: given,
    "another form": lambda _, given: given.replace("有限公司", "有限责任公司"),
    "without form": lambda _, given: given.replace("有限公司", ""),
    "wrong character": wrong,
    "five characters": lambda dice, given: given[(at := dice.randrange(0, 3)) : at + 5],
}


@pytest.fixture(scope="module")
def names(server: str) -> Iterator[psycopg.Connection[Any]]:
    """The names, loaded; prints what the index adds to a load."""
    dice = random.Random(11)
    made = [name(dice) for _ in range(NAMES)]
    with bare_database(server) as database:
        migrate(database)
        with database.connect("owner") as connection:
            connection.autocommit = True
            without = _copied(connection, made, index=False)
            indexed = _copied(connection, made, index=True)
            print(f"\n{NAMES:,} subjects by COPY: {without:.1f} s without the index of names, {indexed:.1f} s with it")
            connection.execute("vacuum analyze subject")
            yield connection


def _copied(connection: psycopg.Connection[Any], made: list[str], *, index: bool) -> float:
    connection.execute("truncate subject")
    connection.execute("drop index if exists ix_subject_name_keys")
    if index:
        connection.execute(
            "create index ix_subject_name_keys on subject using gin (name_keys(name)) where kind <> 'NATURAL_PERSON'"
        )
    begun = time.perf_counter()
    columns = "kind, name, batch_id, row_no, content_hash, is_provisional"
    batch = "00000000-0000-4000-8000-000000000000"
    with connection.cursor() as cursor, cursor.copy(f"copy subject ({columns}) from stdin") as copy:
        for row, one in enumerate(made):
            copy.write_row(("ENTERPRISE", one, batch, row, row, False))
    return time.perf_counter() - begun


def bench_search(names: psycopg.Connection[Any]) -> None:
    """Milliseconds by kind of question, wall clock and the server's own processor time, and how often it found."""
    dice = random.Random(12)
    sample = names.execute("select name from subject tablesample system (1) limit %s", (ASKED,)).fetchall()
    for kind, ask in ASKS.items():
        asked = [(ask(dice, one), one) for (one,) in sample]
        _report(names, kind, asked, "select s.name from find_organisations(%s) f join subject s using (id)"
                " order by f.place limit 20")  # fmt: skip


def bench_trigrams(names: psycopg.Connection[Any]) -> None:
    """The same questions of `pg_trgm`; a tenth of them, for it takes its time."""
    if not names.execute("select from pg_available_extensions where name = 'pg_trgm'").fetchone():
        pytest.skip("this server has no pg_trgm")
    names.execute("create extension if not exists pg_trgm")
    names.execute('create index if not exists trigrams on subject using gin ((name collate "default") gin_trgm_ops)')
    dice = random.Random(12)
    sample = names.execute("select name from subject tablesample system (1) limit %s", (ASKED // 10,)).fetchall()
    for kind, ask in ASKS.items():
        asked = [(ask(dice, one), one) for (one,) in sample]
        _report(names, f"pg_trgm, {kind}", asked, """select name from subject where (name collate "default") %% $1
                order by similarity(name, $1) desc limit 20""".replace("$1", "%(asked)s"))  # fmt: skip


def _report(connection: psycopg.Connection[Any], kind: str, asked: list[tuple[str, str]], query: str) -> None:
    wall, processor, found = [], [], 0
    for given, meant in asked:
        values: Any = {"asked": given} if "%(asked)s" in query else (given,)
        begun, spent = time.perf_counter(), _processor(connection)
        rows = connection.execute(query.encode(), values).fetchall()
        wall.append(1000 * (time.perf_counter() - begun))
        processor.append(_processor(connection) - spent)
        found += (meant,) in rows
    percentiles = [statistics.quantiles(one, n=20) for one in (wall, processor)]
    print(
        f"{kind:28} p50 {percentiles[0][9]:6.1f} ms, p95 {percentiles[0][18]:6.1f} ms;"
        f" processor p50 {percentiles[1][9]:6.1f}, p95 {percentiles[1][18]:6.1f}; found {found} of {len(asked)}"
    )


def _processor(connection: psycopg.Connection[Any]) -> float:
    """Milliseconds of processor that this connection's server process has used, where the machine tells."""
    try:
        return int(Path(f"/proc/{connection.info.backend_pid}/schedstat").read_text().split()[0]) / 1e6
    except OSError:
        return 0.0
