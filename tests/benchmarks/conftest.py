"""A province of its own (BENCH_SIZE, by default medium), the servers to compare, and one table at the end.

Everything is measured in one run on one machine, because only ratios travel. Results are also kept as JSON under
tests/benchmarks/results, named by the commit.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from hub.cluster import Cluster
from hub.database import migrate
from hub.settings import Settings
from hub.vault import Vault
from loaders.bundled import bundled
from loaders.load import load_all
from loaders.prepare import Delivery
from loaders.synthetic import generate
from schema.catalog import catalog
from tests.benchmarks.asking import Case, cases_of
from tests.benchmarks.province import Files, Province, size
from tests.benchmarks.record import Record
from tests.benchmarks.servers import Servers
from tests.conftest import bare_database


@pytest.fixture(scope="session")
def record() -> Iterator[Record]:
    """The record of this run, written when the run ends."""
    found = Record()
    yield found
    found.finish(size().name)


@pytest.fixture(scope="session")
def bench_cluster() -> Iterator[tuple[str, int]]:
    """Connection string and postmaster of a cluster of this run, with the settings that `hub serve` uses."""
    # not below pytest's own directory: another run of pytest closes that to the account of the server
    with tempfile.TemporaryDirectory(prefix="hub-bench-") as name:
        folder = Path(name)
        folder.chmod(0o711)
        with Cluster(folder) as cluster:
            yield cluster.conninfo, int((folder / "postgres" / "postmaster.pid").read_text().split()[0])


@pytest.fixture(scope="session")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """Generated once."""
    folder, data = tmp_path_factory.mktemp("files"), tmp_path_factory.mktemp("data")
    generate(size(), 1, folder)
    return Files(folder, Settings.from_environment({"HUB_DATA_DIR": str(data)}))


@pytest.fixture(scope="session")
def province(bench_cluster: tuple[str, int], generated: Files) -> Iterator[Province]:
    """Loaded once; takes a minute or two at medium size."""
    server, postmaster = bench_cluster
    with bare_database(server) as database:
        migrate(database)
        reference = [Delivery.of(source, path, "FULL") for source, path in bundled().items()]
        vault = Vault.from_settings(generated.settings)
        list(load_all(database, vault, [*reference, *generated.deliveries()]))
        with database.connect("owner") as connection:
            connection.autocommit = True
            connection.execute("vacuum analyze")
        yield Province(generated.files, generated.settings, database, postmaster)


@pytest.fixture(scope="session")
def servers(province: Province) -> Iterator[Servers]:
    """The servers of this run, each started when first asked for."""
    found = Servers(province)
    yield found
    found.close()


@pytest.fixture(scope="session")
def cases(province: Province) -> dict[str, Case]:
    """What is asked, by name."""
    return cases_of(province)


@pytest.fixture
def case(name: str, cases: dict[str, Case]) -> Case:
    """The case of the parameter `name`; skipped where this schema does not have it."""
    query = catalog().graphql.query_type
    assert query
    if name == "codes" and "subjectsByReference" not in query.fields:
        pytest.skip("this schema has no subjectsByReference")
    return cases[name]
