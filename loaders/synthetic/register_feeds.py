"""The registers and the positive list: files that do not speak of enforcement cases."""

from __future__ import annotations

from loaders.synthetic import cameos, columns, rows_honest, rows_registers
from loaders.synthetic.case_feeds import CaseFeeds
from loaders.synthetic.dice import Dice
from loaders.synthetic.faults import CHECK_DIGIT, CUT_OFF, with_wrong_digit
from loaders.synthetic.files import CsvFeed, Feed, Outbox, WorkbookFeed
from loaders.synthetic.rows_honest import Certificate
from loaders.synthetic.rows_sx import Row
from loaders.synthetic.truth import Truth
from loaders.synthetic.world import Subject, World

#: numbers of firms without any case start here, above the crowd and below the honest
_FIRST_CLEAN = 1_200_000
_SUPPLIED = {"credit", "lower"}


class RegisterFeeds:
    """The feeds of registers and honest performance."""

    def __init__(self, outbox: Outbox, world: World, truth: Truth, limit: int) -> None:
        self.outbox, self.world, self.truth = outbox, world, truth
        self.agencies = CsvFeed(outbox, "agencies/agencies", limit, columns.AGENCY)
        self.bodies = CsvFeed(outbox, "government_bodies/jigou", limit, columns.BODY, decoys=True)
        self.firms = CsvFeed(outbox, "enterprises/dw_zj_scjdgl_scztxx", limit, columns.ENTERPRISE)
        self.dishonest = CsvFeed(
            outbox, "serious_dishonesty/dw_zj_scjdgl_yzwfsx", limit, columns.DISHONESTY, decoys=True
        )
        self.papers = CsvFeed(outbox, "certificates/zidonglvxing", 500, columns.CERTIFICATE, decoys=True)
        self.honest = WorkbookFeed(outbox, "honest_list/chengxinlvxing", 10_000, columns.HONEST, "列入日期")

    def feeds(self) -> tuple[Feed, ...]:
        """All of them, in the order they must be loaded."""
        return self.agencies, self.bodies, self.firms, self.dishonest, self.papers, self.honest

    def write_agencies(self) -> None:
        """Agencies and government bodies: small complete registers without faults."""
        for row in rows_registers.agency_rows():
            self.agencies.add(row)
            self.truth.note("agencies", row["agency_id"])
        for number, body in enumerate(rows_registers.bodies()):
            self.bodies.add(rows_registers.body_row(body, self.world.dice("body", number)))
            self.truth.subject("GOVERNMENT_BODY", f"GOVERNMENT_BODY:{body.code}")

    def write_firm(self, firm: Subject) -> None:
        """The firm in the market register, if it has a credit code, and one in twelve on the dishonesty list."""
        dice = self.world.dice("register", firm.number)
        if firm.form not in _SUPPLIED or dice.chance(300):
            return
        self._firm_row(firm, dice)
        if dice.chance(80):
            self._dishonesty(firm, dice)

    def _firm_row(self, firm: Subject, dice: Dice) -> None:
        """Faults: the name missing 0.2 %, code and registration number exchanged 0.2 %, sent again 4 %."""
        row, throw = rows_registers.enterprise_row(firm, dice), dice.below(1000)
        if throw < 2:
            self.firms.add({column: row[column] for column in self.firms.columns[:5]}, CUT_OFF)
            return
        if throw < 4:
            row["uni_social_crd_cd"], row["reg_no"] = row["reg_no"], row["uni_social_crd_cd"]
        self.firms.add(row)
        self.truth.subject("ENTERPRISE", f"ENTERPRISE:{firm.identifier}")
        if throw >= 960:
            self.firms.add_again(row)

    def _dishonesty(self, firm: Subject, dice: Dice) -> None:
        row = rows_registers.dishonesty_row(firm, dice)
        self.dishonest.add(row)
        key = f"ENTERPRISE:{firm.identifier}"
        self.truth.subject("ENTERPRISE", key)
        self.truth.note("listings.SERIOUS_DISHONESTY", key, row["ill_comp_id"])
        if row["recorg_ogr"]:
            self.truth.note("listings.SERIOUS_DISHONESTY.removed", key, row["ill_comp_id"])

    def write_clean_firms(self, count: int) -> None:
        """Firms of the register that are on no court list, the cameos first and whole."""
        for firm in cameos.firms():
            self.firms.add(rows_registers.enterprise_row(firm, self.world.dice("register", firm.number)))
            self.truth.subject("ENTERPRISE", f"ENTERPRISE:{firm.identifier}")
        for number in range(_FIRST_CLEAN, _FIRST_CLEAN + count):
            dice = self.world.dice("clean", number)
            region = self.world.subject(number).region
            self.write_firm(self.world.firm(dice, number, region, 0, "credit"))

    def write_honest(self, cases: CaseFeeds) -> None:
        """Certificates, one of them of a listed firm, and the list made from those of other subjects."""
        chosen: dict[str, Certificate] = {}
        for paper in rows_honest.certificates(self.world, (cameos.HONEST_FIRM, cameos.LISTED_FIRM)):
            self._certificate(paper)
            if paper.number != 2 and not paper.revoked and len(chosen) < rows_honest.LISTED:
                chosen.setdefault(paper.key, paper)
        self._honest_list(tuple(chosen.values()), cases)

    def _certificate(self, paper: Certificate) -> None:
        """One row; a few are sent again, and some once more with a wrong digit or cut off."""
        dice = self.world.dice("paper", paper.number)
        row = rows_honest.certificate_row(paper, dice)
        self.papers.add(row)
        self.truth.note("certificates", paper.serial)
        self.truth.subject(paper.subject.kind, paper.key)
        if paper.revoked:
            self.truth.note("certificates.revoked", paper.serial)
        if dice.chance(40):
            self.papers.add_again(row)
        if paper.number % 300 == 299:
            self.papers.add({"证明书编号": "", **{name: row[name] for name in ("案号", "主体名称")}}, CUT_OFF)
        if paper.subject.is_person and dice.chance(10):
            column = "统一社会信用代码/身份证号"
            self.papers.add(row | {column: with_wrong_digit(row[column])}, CHECK_DIGIT)

    def _honest_list(self, listed: tuple[Certificate, ...], cases: CaseFeeds) -> None:
        """Four workbooks; the last one also tells that two of the first left the list over an enforcement case."""
        share = -(-len(listed) // rows_honest.BATCHES)
        for batch in range(rows_honest.BATCHES):
            for paper in listed[batch * share : (batch + 1) * share]:
                self._entry(paper, batch)
            if batch == rows_honest.BATCHES - 1:
                for paper in listed[1:3]:
                    self._leave(paper, cases)
            self.honest.flush()

    def _entry(self, paper: Certificate, batch: int) -> None:
        dice = self.world.dice("honest row", paper.number)
        row = rows_honest.honest_row(paper, batch, dice)
        self.honest.add(row)
        self.truth.note("honest_entries", rows_honest.batch_number(batch), paper.key)
        self.truth.subject(paper.subject.kind, paper.key)
        if paper.subject.is_person and dice.chance(10):
            self.honest.add(_with_wrong_number(row), CHECK_DIGIT)

    def _leave(self, paper: Certificate, cases: CaseFeeds) -> None:
        """The row of the first batch again, now with its end, and the enforcement case that ended it."""
        dice = self.world.dice("honest end", paper.number)
        self.honest.add(rows_honest.honest_row(paper, 0, dice, removed="2026-07-15"))
        self.truth.note("honest_entries.removed", rows_honest.batch_number(0), paper.key)
        subject = paper.subject._replace(listings=0)
        case = self.world.case(dice, subject.region, paper.performed + 360)
        entry = self.world.entry(dice, subject, case, listed=False)
        plain = entry._replace(card=subject.identifier, key=paper.key)
        cases.write_debtor(plain, dice, sound=True)


def _with_wrong_number(row: Row) -> Row:
    column = "统一社会信用代码/身份证号"
    return row | {column: with_wrong_digit(row[column])}
