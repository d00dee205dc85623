"""What the synthetic province lacks and the hub may hold: added to a copy of it, so that every rule has rows to decide.

Unpublished, revoked and just expired listings, parties, former names of people, people with an area, an address and a
telephone, feedback, batches of agencies. Nothing here knows how the hub reads.
"""

from __future__ import annotations

import base64
import datetime
import itertools
import json
from typing import Any
from zoneinfo import ZoneInfo

from psycopg import Connection, sql
from psycopg.rows import dict_row

from hub.erasure.wiping import wipe
from hub.vault import Vault
from schema.catalog import catalog
from schema.identifiers import id_number_check_digit

Row = dict[str, Any]
COURTS = ("浙0211", "渝0112", "浙02", "闽0502", None)
AREAS = ("330211001", "500112001", "330211Z01", "350502", None)
AGENCIES = ("AG330211-MR01", "AG330211-BK01", "AG500112-MR01")
#: texts at the edges of what the masks look at
NAMES = ("张", "张三", "张示三", "欧阳示例", "买买提·示例", "阿依古丽·买买提示例", "𠮷三", 'O"\\\t例')
PHONES = ("19900000010", "8627001", "19900000011", None)
ADDRESSES = ("浙江省宁波市镇海区示例路1号", "镇海区示例路", "渝北区示例路一二三四五六号", None)
STATES = ("PROPOSED", "GRACE", "SHIELDED", "REMOVED", "REVOKED", "PUBLISHED", "PUBLISHED", "PUBLISHED", "PUBLISHED")
#: days from today on which a term ends: expired, last day, still running, none
TERMS = (-1, 0, 1, None)


class Extras:
    """Adds rows to a copy of the province; which rows are touched depends on natural keys alone."""

    def __init__(self, connection: Connection[Any], vault: Vault) -> None:
        self._connection, self._vault = connection, vault
        self._today = datetime.datetime.now(ZoneInfo("Asia/Shanghai")).date()
        self._batch = self._rows("select id from batch order by sha256 limit 1")[0]["id"]
        self._n = 0

    def thin(self, share: int) -> None:
        """Keep one subject of `share` with all that is told of them, so that both sides have less to look through."""
        if share == 1:
            return
        self._connection.execute(
            "create temporary table kept on commit drop as select id from ("
            " select id, row_number() over (order by kind, credit_code, name, id_number_masked) n from subject) s"
            " where n %% %s = 0 or id in (select subject_id from screening_hit)", [share])  # fmt: skip
        for table in catalog().metadata.tables.values():
            if "subject_id" in table.c:
                self._connection.execute(
                    sql.SQL("delete from {} where subject_id not in (select id from kept)").format(
                        sql.Identifier(table.name)
                    )
                )
        self._connection.execute("delete from subject where id not in (select id from kept)")
        self._connection.execute("delete from work_day where extract(day from day) > 9")
        self._connection.commit()

    def add(self) -> None:
        """All of it."""
        people = self._rows("select id, kind from subject where kind = 'NATURAL_PERSON'"
                            " order by name, id_number_masked limit 40")  # fmt: skip
        units = self._rows("select id, kind from subject where kind <> 'NATURAL_PERSON'"
                           " order by kind, name, credit_code limit 400")[::7]  # fmt: skip
        self._describe(people)
        for number, subject in enumerate([*people[:25], *units]):
            self._listings(number, subject)
            self._named(number, subject)
            self._decisions(number, subject)
        self._parties()
        self._feedback()
        self._batches()
        self._log([subject["id"] for subject in (*people[:12], *units[:6])])
        self._erase(people)
        self._join(units[:5])
        self._connection.commit()

    def _join(self, units: list[Row]) -> None:
        """Firms of which sources told twice: some were joined, one was split again, two are kept apart; by whom."""
        decide = """insert into identity_decision (kind, state, keep_id, merge_id, reason, agency_code, officer,
                decided_at, facts, listings, cases, hits, agencies)
            select %s, %s, %s, s.id, '示例', %s, 'o', now() - %s * interval '1 day', r.*
            from subject s, lateral subject_reach(s.id) r where s.name = %s returning id"""
        for number, unit in enumerate(units):
            name, agency = f"示例旧名{number}有限公司", (*AGENCIES, AGENCIES[0])[number % 4]
            self._insert("subject", kind=unit["kind"], name=name, area_code="330211")
            (other,) = self._connection.execute("select id from subject where name = %s", [name]).fetchone() or ("",)
            self._listings(700 + number, {"id": other, "kind": unit["kind"]})
            kind, made = ("APART", "IN_FORCE") if number == 4 else ("MERGE", "PROPOSED")
            self._connection.execute(decide, [kind, "PREVIEWED", unit["id"], agency, number, name])
            decision = self._connection.execute(decide, [kind, made, unit["id"], agency, number, name]).fetchone()
            if kind == "MERGE":
                self._connection.execute("select merge_subjects(%s, 'p')", decision)
            if number == 3:
                self._connection.execute("select split_subject(%s)", [other])

    def _erase(self, people: list[Row]) -> None:
        """Some with listings in every state, some whom nothing but themselves tells of, and one told of by feedback."""
        told = self._rows("select subject_id as id from feedback f join subject s on s.id = f.subject_id"
                          " where s.kind = 'NATURAL_PERSON' order by s.name, f.id limit 1")  # fmt: skip
        for person in {row["id"]: row for row in (*people[::7], *told)}.values():
            wipe(self._connection, self._vault, str(person["id"]))

    def _rows(self, query: str) -> list[Row]:
        return self._connection.cursor(row_factory=dict_row).execute(query).fetchall()

    def _insert(self, table: str, **values: Any) -> None:
        self._n += 1
        if table != "feedback":
            values |= {"batch_id": self._batch, "row_no": self._n, "content_hash": self._n}
        self._connection.execute(
            sql.SQL("insert into {} ({}) values ({})").format(
                sql.Identifier(table), sql.SQL(", ").join(map(sql.Identifier, values)),
                sql.SQL(", ").join([sql.Placeholder()] * len(values)),
            ),
            list(values.values()),
        )  # fmt: skip

    def _day(self, offset: int | None) -> datetime.date | None:
        return None if offset is None else self._today + datetime.timedelta(days=offset)

    def _describe(self, people: list[Row]) -> None:
        """Give people what only some sources tell of them."""
        texts = zip(itertools.cycle(NAMES), itertools.cycle(PHONES), itertools.cycle(ADDRESSES),
                    itertools.cycle(AREAS), people, strict=False)  # fmt: skip
        for number, (name, phone, address, area, person) in enumerate(texts):
            self._connection.execute(
                "update subject set phone = %s, address = %s, area_code = %s where id = %s",
                [phone, address, area, person["id"]],
            )
            if number % 3 == 0:
                self._connection.execute("update subject set name = %s where id = %s", [name, person["id"]])

    def _listings(self, number: int, subject: Row) -> None:
        about = {"subject_id": subject["id"], "subject_kind": subject["kind"]}
        kinds = ("SX", "CONSUMPTION_RESTRICTION", "SERIOUS_DISHONESTY")
        for step in range(5):
            state, kind = STATES[(5 * number + step) % len(STATES)], kinds[(number + step) % 3]
            term = TERMS[(number + step) % 4]
            extra: Row = {"conduct": "示例行为", "obligation": "示例义务", "grounds": ["G1", "G4"][: 1 + step % 2],
                          "age": 30 + number, "sex": "MALE"} if kind == "SX" else {}  # fmt: skip
            self._insert(
                "listing", **about, **extra, kind=kind, state=state, case_number=self._case(number, step),
                court_code=COURTS[(number + step) % 5], published_on=self._day(-100 * (step % 3)),
                term_ends_on=self._day(term), decided_on=self._day(-number if step % 2 else None),
                removal_reason="R1" if state == "REMOVED" else None,
                removed_on=self._day(-3) if state == "REMOVED" else None,
            )  # fmt: skip

    @staticmethod
    def _case(number: int, step: int) -> str:
        return f"(2024)浙0211执{90000 + number // 2 * 10 + step % 4}号"

    def _named(self, number: int, subject: Row) -> None:
        """Former names, and people whom courts named as responsible for a unit."""
        for used in (None, -400, -400)[: 1 + number % 3]:
            self._insert("former_name", subject_id=subject["id"], subject_kind=subject["kind"],
                         name=f"示例曾用名{self._n}", used_until=self._day(used))  # fmt: skip
        if subject["kind"] == "NATURAL_PERSON":
            return
        for step, case in enumerate((None, self._case(number, 0), self._case(number, 1), self._case(number, 2))):
            id_number = _id_number(number * 10 + step)
            self._insert(
                "responsible_person", subject_id=subject["id"], case_number=case, name=NAMES[(number + step) % 8],
                role=("ACTUAL_CONTROLLER", "LEGAL_REPRESENTATIVE")[step % 2],
                id_number_masked=f"**************{id_number[-4:]}",
                id_number_sealed=self._vault.seal("id_number", id_number) if step % 2 else None,
            )  # fmt: skip

    def _decisions(self, number: int, subject: Row) -> None:
        """Licences and penalties, some with what only one of their sources says."""
        about = {"subject_id": subject["id"], "subject_kind": subject["kind"]}
        for step in range(4 + number % 3):
            shared: Row = {
                "document_number": f"示例文书{number // 2}-{step}", "decided_on": self._day(-step if step else None),
                "state": ("VALID", "REVOKED", None)[(number + step) % 3], "authority": "示例机关",
                "area_code": ("330211", "500112", None)[number % 3],
            }  # fmt: skip
            self._insert("licence", **about, **shared, content="示例许可", valid_to=self._day(100 * step))
            self._insert(
                "penalty", **about, **shared, facts="示例事实", fine=("1200.00", None, "0.00")[step % 3],
                categories=["罚款", "警告"][:step], public_until=self._day(step),
            )  # fmt: skip

    def _parties(self) -> None:
        cases = self._rows("select subject_id, case_number, court_code from enforcement_case"
                           " order by case_number, court_code limit 300")[::2]  # fmt: skip
        roles = itertools.cycle(("APPLICANT", "DEBTOR", "GUARANTOR", "OTHER"))
        amounts = itertools.cycle(("1234.50", None, "0.00", "-3.10"))
        for number, case in enumerate(cases):
            for _ in range(1 + number % 3):
                self._insert("case_party", **case, role=next(roles), name=f"示例当事人{self._n}", amount=next(amounts))

    def _feedback(self) -> None:
        hits = self._rows("select id, subject_id from screening_hit order by agency_code, listing_kind, hit_at")
        for number, (hit, agency) in enumerate(itertools.product(hits, AGENCIES)):
            self._insert(
                "feedback", hit_id=hit["id"], subject_id=hit["subject_id"], agency_code=agency,
                measure_code=("B04", None, "A02")[number % 3], outcome=("WARNED", "REFUSED")[number % 2],
                acted_on=self._day(-number % 4), note=None if number % 2 else "示例说明",
            )  # fmt: skip

    def _log(self, subjects: list[Any]) -> None:
        """Entries of agencies about subjects that are told of, a part of them indexed, and seals on some matters."""
        decisions = itertools.cycle(("ANSWERED", "ANSWERED", "MISSED", "REFUSED", "ATTEMPTED"))
        courts = itertools.cycle(([], ["浙0211"], ["渝0112", "浙0211"], None))
        agencies = itertools.cycle((*AGENCIES, "AG330211-CE01"))
        told = self._rows("select distinct subject_id as id from screening_hit order by 1")
        about = [str(one) for one in (*(row["id"] for row in told), *subjects)]
        for number, (decision, court, agency) in enumerate(zip(decisions, courts, agencies, strict=False)):
            if number == 36:
                break
            named = about[number % 5 :: 5] if decision == "ANSWERED" else []
            terms = [
                {"argument": name, "hmac": self._vault.blind("audit_term", text).hex(),
                 "sealed": base64.b64encode(self._vault.seal("audit_term", text)).decode()}
                for name, text in (("idNumber", _id_number(number)), ("name", NAMES[number % 8]))[: number % 3]
            ]  # fmt: skip
            content = {
                "id": f"{number + 1:032x}", "iss": "i", "sub": f"officer-{number % 4}", "agency": agency,
                "roles": ["MR", "BK"][: 1 + number % 2], "jti": "j", "purpose": (None, "CREDIT_REVIEW")[number % 2],
                "matter": (None, "M-1", "M-2")[number % 3], "operation": f"{number % 7:064x}", "policy": "p",
                "name": (None, "Q")[number % 2], "decision": decision, "levels": {"NaturalPerson.name": "MASKED"},
                "actors": [{"iss": "i", "sub": "s", "agency": "a", "roles": ["MR"]}][: number % 2], "terms": terms,
                "groups": ["person_name", "subject"][: number % 3], "subjects": named, "inspected": about[: number % 2],
            }  # fmt: skip
            content |= {} if court is None else {"courts": court}
            content |= {"code": "FORBIDDEN", "refused": {"Subject.x": "REFUSED"}} if decision == "REFUSED" else {}
            seals = (
                " ".join(term.pop("sealed") for term in terms) if number % 2 else ""
            )  # both places where they may stand
            self._connection.execute("select audit.append(array[%s], array[%s])", [json.dumps(content), seals])
            if number == 20:
                self._connection.execute("select audit.index_subjects(15)")
        for agency, matter, renewal, days, released in (
            (AGENCIES[0], "M-1", 0, 30, None), (AGENCIES[0], "M-2", 0, 30, "o"), (AGENCIES[1], "M-2", 0, -1, None),
            (AGENCIES[1], "M-1", 0, -1, None), (AGENCIES[1], "M-1", 1, 5, None),
        ):  # fmt: skip
            self._connection.execute(
                "insert into access_seal (agency_code, officer, matter, legal_basis, renewal, sealed_at, sealed_until,"
                " released_at, released_by) values (%s, 'o', %s, '示例', %s, now() - interval '9 days',"
                " now() + %s * interval '1 day', case when %s::text is not null then now() end, %s)",
                [agency, matter, renewal, days, released, released],
            )

    def _batches(self) -> None:
        found = self._rows("select id from batch order by source_name, sha256")
        for batch, agency in zip(found, itertools.cycle((*AGENCIES, None)), strict=False):
            self._connection.execute("update batch set provider_code = %s where id = %s", [agency, batch["id"]])


def _id_number(number: int) -> str:
    seventeen = f"3302111990{number % 12 + 1:02d}07{900 + number % 100}"
    return seventeen + id_number_check_digit(seventeen)
