"""An amendment with what stands around it, ready to be acted on."""

from dataclasses import dataclass, replace
from uuid import UUID

from services.bills.domain.amendments.amending import Amending
from services.bills.domain.amendments.amendment import Amendment, Proposed, Setting
from services.bills.domain.amendments.making import excluding
from services.bills.domain.amendments.stages import UNDECIDED
from services.bills.domain.bill import Bill
from services.bills.store.amendments.amendings import Amendings
from services.bills.store.amendments.amendments import Amendments
from services.bills.store.amendments.series import hold
from services.bills.store.amendments.trees import acts_in
from services.bills.store.bills import Bills
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Around:
    """The bill and the work on its amendments, that nobody else acts on meanwhile."""

    bill: Bill
    amending: Amending

    @property
    def setting(self) -> Setting:
        return Setting(
            bill_stage=self.bill.stage,
            lead_committee_id=self.bill.lead_committee_id,
            amending_stage=self.amending.stage,
            base_version=self.amending.text_version,
            reading_on=self.amending.reading_on,
        )


async def around(work: UnitOfWork, occasion: Occasion, bill_id: UUID) -> Around:
    """Raises BillNotFound; NotNow for a bill that has never been amended and is not now."""
    bill = await Bills(work).get(bill_id)
    await hold(work, bill_id)
    await work.session.refresh(bill, ["stage", "version", "text_version", "lead_committee_id"])
    return Around(bill, await Amendings(work).of(bill, occasion))


async def amendment_at_hand(
    work: UnitOfWork, occasion: Occasion, bill_id: UUID, number: int
) -> Amendment:
    """The amendment of that number, to be acted on. Raises AmendmentNotFound."""
    there = await around(work, occasion, bill_id)
    amendment = await Amendments(work).numbered(bill_id, number)
    amendment.setting = there.setting
    return amendment


async def amendment_seen(
    work: UnitOfWork, occasion: Occasion, bill_id: UUID, number: int
) -> Amendment:
    """The amendment of that number, to be looked at. Raises AmendmentNotFound."""
    bill = await Bills(work).get(bill_id)
    amendment = await Amendments(work).numbered(bill_id, number)
    there = Around(bill, await Amendings(work).seen(bill, occasion.rules))
    amendment.setting = there.setting
    if amendment.stage in UNDECIDED:
        await look_for_conflicts(work, amendment, amendment.proposed)
    return amendment


async def look_for_conflicts(work: UnitOfWork, amendment: Amendment, wording: Proposed) -> None:
    """Let the amendment know which accepted ones exclude it in this wording."""
    found = await Amendments(work).accepted_near(amendment.amending_id, wording)
    others = [other for other in found if other.number != amendment.number]
    acts = await acts_in(work, amendment.bill_id, amendment.setting.base_version)
    numbers = excluding(wording, others, acts)
    amendment.setting = replace(amendment.setting, conflicts_with=numbers)
