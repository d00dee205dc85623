"""What is left of an erased person: nothing that can be read or opened, and no way back in."""

from __future__ import annotations

import base64
import datetime
import re
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

import psycopg
import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from psycopg import sql

from hub.china import today
from hub.database import Database
from hub.erasure import store
from hub.erasure.basis import Basis
from hub.erasure.erase import erase, rehearse
from hub.erasure.wiping import wipe
from hub.errors import ErasureRefused, InvalidArgument, SealBroken
from hub.key_file import KeyFile
from hub.resealing import reseal
from hub.vault import Vault, new_key_file
from loaders.load import Receipt, load_file
from schema.erasure import compact, numbers_in
from schema.identifiers import id_number_check_digit
from tests.conftest import copied
from tests.loaders.fixtures import VAULT
from tests.loaders.test_load import ID_NUMBER, ask, load, ready, row, written

__all__ = ["ready"]

NAME = "赵甲子"
#: another person, who shall lose nothing
OTHER = {"executed_nm": "钱乙丑", "identi_id": "33021119850101902" + id_number_check_digit("33021119850101902")}
REMOVED = {"rem_dt": "2024-08-31", "数据记录的增删改标志": "d", "更新时间": "2024-09-01 00:00:00"}
#: a bad row of the person, and one of somebody else
ASIDE = {"case_no": "见附件"}
PERSON = "select subject_id::text from subject_identifier where kind = 'ID_NUMBER' and value = '{}'"


def person(database: Database, number: str = ID_NUMBER) -> str:
    """The id of the person with a number."""
    return str(ask(database, PERSON.format(VAULT.blind("id_number", number).hex()))[0][0])


def approved(database: Database, subject: str, order: str | None = None) -> None:
    """An erasure by two persons."""
    with database.connect("owner") as connection:
        store.propose(connection, subject, Basis.retention_expired, "Li Yi", order)
    erase(database, VAULT, subject, "Wang Er")


def in_force() -> dict[str, str]:
    """What makes a row one of a listing that runs."""
    return {"publish_dt": str(today() - datetime.timedelta(days=30)), "更新时间": f"{today()} 08:00:00"}


def dump(database: Database) -> str:
    """Every table of every schema as its owner copies it out, and the planner's statistics."""
    with database.connect("owner") as connection:
        tables = connection.execute("""select format('%I.%I', schemaname, tablename) from pg_tables
            where schemaname not in ('pg_catalog', 'information_schema')""").fetchall()
        found = []
        for name in [*(name for (name,) in tables), "pg_stats"]:
            with connection.cursor().copy(f"copy (select * from {name}) to stdout".encode()) as rows:
                found.append(b"".join(bytes(each) for each in rows).decode())
    return "\n".join(found)


def opened(text: str) -> str:
    """Everything in a dump that any key of the vault opens, bytes in hexadecimal or base64, whole or in two halves."""
    pieces = [bytes.fromhex(one) for one in re.findall(r"\\\\x([0-9a-f]{2,})", text)]
    pieces += [base64.b64decode(one[: len(one) // 4 * 4]) for one in set(re.findall(r"[A-Za-z0-9+/]{40,}", text))]
    found = []
    halves = [piece for piece in pieces if len(piece) == len(ID_NUMBER)]
    for sealed in pieces:
        for kind in ("id_number", "quarantine_row", "audit_term"):
            found += _opens(partial(VAULT.open, kind, sealed))
        for half in halves:
            found += _opens(partial(VAULT.open_apart, "id_number", half, sealed))
    return "\n".join(found)


def _opens(attempt: Any) -> list[str]:
    try:
        return [attempt()]
    except (SealBroken, UnicodeDecodeError):
        return []


def test_nothing_readable_and_nothing_that_opens_is_left(ready: Database, tmp_path: Path) -> None:
    """Name, number, birth date and words of the source are in no table and under no key; others' stay."""
    words = {"duty": f"{NAME}应支付货款", "disrupt_type_name": f"被执行人{NAME}有履行能力"}
    words = {key: text for key, text in words.items() if key in row()}
    load(ready, tmp_path / "1.csv", row(**REMOVED, **words), row(**ASIDE), row(**OTHER), row(**OTHER, **ASIDE),
         row(**ASIDE, identi_id=f"{ID_NUMBER[:6]} {ID_NUMBER[6:14]} {ID_NUMBER[14:]}"))  # fmt: skip
    before = dump(ready)
    assert NAME in before
    assert ID_NUMBER in opened(before)
    counts = (
        "select (select count(*) from subject), (select count(*) from listing), (select count(*) from quarantine_row)"
    )
    held = ask(ready, counts)

    approved(ready, person(ready))

    after = dump(ready)
    clear = opened(after)
    for told in (NAME, ID_NUMBER, f"*{ID_NUMBER[-4:]}", "1990-03-07"):
        assert told not in after, told
        assert told not in clear
    assert ask(ready, "select name, birth_date, sex, id_number_masked, id_number_sealed from subject"
                      " where erased_at is not null") == [("ERASED", None, None, "ERASED", None)]  # fmt: skip
    assert OTHER["executed_nm"] in after
    assert OTHER["identi_id"] in clear
    assert ask(ready, counts) == held
    assert ask(ready, "select count(*) from quarantine_row where raw_masked = to_jsonb('ERASED'::text)") == [(2,)]


def test_half_without_its_key_is_noise(ready: Database, tmp_path: Path) -> None:
    """What an old backup of the subjects holds opens with no key of the vault once the person's own key is gone."""
    load(ready, tmp_path / "1.csv", row(**REMOVED))
    half = ask(ready, "select id_number_sealed from subject")[0][0]
    approved(ready, person(ready))

    assert ask(ready, "select count(*) from person_key") == [(0,)]
    assert ID_NUMBER not in opened(f"\\\\x{half.hex()}\n{dump(ready)}")


@pytest.mark.parametrize("mode", ["FULL", "DELTA"])
def test_later_loads_do_not_bring_the_person_back(ready: Database, tmp_path: Path, mode: str) -> None:
    """The same rows, a new listing, a bad row: facts come without the person, are counted, and nothing is looked up."""
    load(ready, tmp_path / "1.csv", row(**REMOVED), row(**OTHER))
    subject = person(ready)
    approved(ready, subject)
    receipt = load_mode(ready, tmp_path / "2.csv", mode, row(), row(case_no="(2025)浙0211执1号"), row(**OTHER),
                        row(**ASIDE))  # fmt: skip

    after = dump(ready)
    assert (receipt.erased, receipt.quarantined) == (2, 1)
    assert ask(ready, "select rows_erased from batch order by received_at desc limit 1") == [(2,)]
    assert (NAME in after, ID_NUMBER in opened(after), "1990-03-07" in after) == (False,) * 3
    assert person(ready) == subject
    assert ask(ready, "select count(*) from subject") == [(2,)]
    assert ask(ready, f"select count(*) from listing where subject_id = '{subject}'") == [(2,)]
    assert ask(ready, "select person_by_blind(value) from subject_identifier where erased") == [(None,)]


def load_mode(database: Database, path: Path, mode: str, *rows: Mapping[str, str]) -> Receipt:
    """Load warehouse rows as a whole list or as changes."""
    return load_file(database, VAULT, "sx_warehouse", written(path, rows), mode)


def test_law_that_has_a_record_kept_goes_before(ready: Database, tmp_path: Path) -> None:
    """In force: refused, to propose and to approve; a court's order, by its number, goes before the law's."""
    load(ready, tmp_path / "1.csv", row(**in_force()))
    subject = person(ready)
    with ready.connect("owner") as connection, pytest.raises(ErasureRefused):
        store.propose(connection, subject, Basis.retention_expired, "Li Yi", None)
    with ready.connect("owner") as connection, pytest.raises(InvalidArgument):
        store.propose(connection, subject, Basis.other_law, "Li Yi", "by order of somebody")
    load(ready, tmp_path / "2.csv", row(**in_force() | REMOVED | {"更新时间": f"{today()} 12:00:00"}))
    with ready.connect("owner") as connection:
        store.propose(connection, subject, Basis.retention_expired, "Li Yi", None)
    load(ready, tmp_path / "3.csv", row(**in_force() | {"case_no": "(2025)浙0211执1号"}))
    with pytest.raises(ErasureRefused):
        erase(ready, VAULT, subject, "Wang Er")
    with ready.connect("owner") as connection:
        store.withdraw(connection, subject)
    approved(ready, subject, "（2026）浙0211执异1号")

    assert ask(ready, "select order_number, approved_by from erasure") == [("(2026)浙0211执异1号", "Wang Er")]


def test_one_person_alone_erases_nobody(ready: Database, tmp_path: Path) -> None:
    """Whoever proposed may not approve, whatever blanks the name is written with; the database says so, too."""
    load(ready, tmp_path / "1.csv", row(**REMOVED))
    subject = person(ready)
    with ready.connect("owner") as connection:
        store.propose(connection, subject, Basis.consent_withdrawn, "Li Yi", None)
    with pytest.raises(InvalidArgument):
        erase(ready, VAULT, subject, " Li  Yi ")
    with ready.connect("owner") as connection, pytest.raises(psycopg.errors.CheckViolation):
        connection.execute("update erasure set approved_by = proposed_by, approved_at = now()")
    with pytest.raises(InvalidArgument):
        erase(ready, VAULT, str(ask(ready, "select gen_random_uuid()")[0][0]), "Wang Er")

    assert NAME in dump(ready)


def test_organisations_are_not_erased(ready: Database, tmp_path: Path) -> None:
    """个人信息保护法 protects people; and an id that nobody bears is refused alike."""
    for subject in ask(ready, "select gen_random_uuid()::text"):
        with ready.connect("owner") as connection, pytest.raises(ErasureRefused):
            store.propose(connection, subject[0], Basis.consent_withdrawn, "Li Yi", None)


def test_rehearsal_tells_what_the_erasure_does_and_does_nothing(ready: Database, tmp_path: Path) -> None:
    """The dry run counts what is then wiped, row for row, and leaves the tables as they were; twice erased is once."""
    load(ready, tmp_path / "1.csv", row(**REMOVED), row(**ASIDE), row(**OTHER))
    subject, before = person(ready), dump(ready)
    with ready.connect("owner") as connection:
        told = rehearse(connection, VAULT, subject)
    assert dump(ready) == before
    with ready.connect("owner") as connection:
        store.propose(connection, subject, Basis.consent_withdrawn, "Li Yi", None)
    done = erase(ready, VAULT, subject, "Wang Er")
    state = everything(ready)

    assert done == told
    assert told.rows.keys() >= {"subject", "listing", "quarantine_row", "person_key", "subject_identifier"}
    assert erase(ready, VAULT, subject, "Wang Er") is None
    assert everything(ready) == state


@pytest.mark.parametrize("when", ["before", "after"])
def test_keys_rotate_before_and_after(ready: Database, tmp_path: Path, when: str) -> None:
    """Rotation neither brings the erased back nor loses the others, whose values keep their places."""
    first = KeyFile.read(new_key_file())
    second = first.rotated("aes")
    old, new = Vault(first), Vault(second)
    load(ready, tmp_path / "1.csv", row(**REMOVED), row(**OTHER))
    numbers = {person(ready): ID_NUMBER, person(ready, OTHER["identi_id"]): OTHER["identi_id"]}
    with ready.connect("owner") as connection:
        for subject, number in numbers.items():
            half, key = old.seal_apart("id_number", number)
            connection.execute("update subject set id_number_sealed = %s where id = %s", (half, subject))
            connection.execute("update person_key set key_sealed = %s where owner_id = %s", (key, subject))
    former = [key for key in second.keys if key.id == first.current.id]
    if when == "before":
        assert reseal(ready, new, former).resealed == 2
    with ready.connect("owner") as connection:
        wipe(connection, new, person(ready))
    if when == "after":
        assert reseal(ready, new, former).resealed == 1

    left = ask(ready, "select id_number_sealed, key_sealed from subject s join person_key k on k.owner_id = s.id")
    assert [Vault(second.without({first.current.id})).open_apart("id_number", *both) for both in left] == [
        OTHER["identi_id"]
    ]


# --- in whatever order ---------------------------------------------------------------------------------------------

APPROVED = """insert into erasure (subject_id, basis, proposed_by, approved_by, approved_at)
    values (%s, 'OTHER_LAW', 'a', 'b', now())"""
#: what differs from run to run, or says by which load a row came
VOLATILE = ("id", "batch_id", "row_no", "recorded_at", "received_at", "id_number_sealed", "raw_sealed", "erased_at",
            "content_hash", "value", "key_sealed", "owner_id", "absent_since")  # fmt: skip
#: files that a source may send of two people, the person in all kinds of states
FILES: tuple[tuple[dict[str, str], ...], ...] = (
    (row(),), (row(**REMOVED), row(**OTHER)), (row(case_no="(2025)浙0211执1号", gen=""), row(**OTHER)),
    (row(executed_nm="赵甲子(曾用名:赵子)", 更新时间="2024-07-01 00:00:00"),), (row(**OTHER),),
)  # fmt: skip


def everything(database: Database) -> dict[str, list[str]]:
    """Every row of every table of facts, without what differs from run to run."""
    names = ("subject", "listing", "subject_identifier", "former_name", "case_party", "responsible_person")
    with database.connect("owner") as connection:
        return {
            name: [text for (text,) in connection.execute(
                sql.SQL("select (to_jsonb(t) - %s::text[] - 'subject_id')::text from {} t order by 1").format(
                    sql.Identifier(name)), (list(VOLATILE),))]
            for name in names
        }  # fmt: skip


@given(
    files=st.lists(st.sampled_from(range(len(FILES))), max_size=3, unique=True),
    places=st.sets(st.integers(1, 4), min_size=1, max_size=2),
)
@hypothesis_settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_order_of_loads_and_erasure_does_not_matter(
    files: list[int], places: set[int], server: str, ready: Database, tmp_path: Path
) -> None:
    """Wherever among the deliveries the person is erased, once there, the tables end alike."""
    states = []
    for place in (*places, len(files) + 1):
        for database in copied(server, named_of(ready)):
            for number, each in enumerate((0, *files), 1):
                load(
                    database,
                    tmp_path / f"{number}.csv",
                    *FILES[each],
                    row(**OTHER, case_no=f"(2020)浙0211执{number}号"),
                )
                if number == min(place, len(files) + 1):
                    with database.connect("owner") as connection:
                        subject = person(database)
                        connection.execute(APPROVED, (subject,))
                        wipe(connection, VAULT, subject)
            states.append(everything(database))
    assert all(state == states[-1] for state in states)


def named_of(database: Database) -> str:
    """Name of a database, to copy it."""
    return psycopg.conninfo.conninfo_to_dict(database.owner_connection)["dbname"]  # type: ignore[return-value]


# --- numbers in texts ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", [
    f"号码{ID_NUMBER}。", "３３０２１１１９９００３０７９０１５", f"{ID_NUMBER[:6]} {ID_NUMBER[6:14]}-{ID_NUMBER[14:]}",
    f"9{ID_NUMBER}9", "330211900307901",
])  # fmt: skip
def test_number_is_found_however_it_is_written(text: str) -> None:
    """In full width, with blanks, among other digits, and in its old form of fifteen digits."""
    assert ID_NUMBER in numbers_in(text)


def test_what_is_no_number_is_none() -> None:
    """Amounts and starred numbers; and names are compared without what stands between their characters."""
    assert numbers_in("33021119900307**** (2024)浙0211执77号 1234.50") == set()
    assert ID_NUMBER not in numbers_in(f"12345678901234 {ID_NUMBER[:10]}****{ID_NUMBER[14:]} {ID_NUMBER[:-1]}0")
    assert compact("买买提 · 示例") == compact("买买提·示例")
