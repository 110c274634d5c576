"""/bills: the ways that most bills never go: priority, confidence, objections, the Court."""

from uuid import UUID

from fastapi import APIRouter

from services.bills.actions.adopt_presidents_wording import adopt_presidents_wording
from services.bills.actions.ask_for_presidents_wording import ask_for_presidents_wording
from services.bills.actions.ask_the_court import ask_the_court
from services.bills.actions.ask_to_send_back import ask_to_send_back
from services.bills.actions.declare_emergency import declare_emergency
from services.bills.actions.give_priority import give_priority
from services.bills.actions.lapse_bill import lapse_bill
from services.bills.actions.link_temporary_act import link_temporary_act
from services.bills.actions.note_court_decision import note_court_decision
from services.bills.actions.note_not_adopted import note_not_adopted
from services.bills.actions.open_confidence_vote import open_confidence_vote
from services.bills.actions.open_repeat_vote import open_repeat_vote
from services.bills.actions.propose_departure import propose_departure
from services.bills.actions.raise_confidence import raise_confidence
from services.bills.actions.record_departure import record_departure
from services.bills.actions.return_law import return_law
from services.bills.api.given import ReasonGiven
from services.bills.api.given_beyond import (
    CourtDecisionGiven,
    DepartureGiven,
    EmergencyGiven,
    ObjectionsGiven,
    TemporaryActGiven,
)
from services.bills.api.shown import BillShown
from services.bills.domain.bill import Bill
from shared.web.dependencies import Here, Work
from shared.web.route import KurultaiRoute

router = APIRouter(prefix="/bills", tags=["beyond the usual way"], route_class=KurultaiRoute)


@router.post("/{bill_id}/priority", response_model=BillShown)
async def priority(bill_id: UUID, work: Work, here: Here) -> Bill:
    """Give the bill priority: it is adopted first, within two months (the President)."""
    return await give_priority(work, here, bill_id=bill_id)


@router.post("/{bill_id}/emergency", response_model=BillShown)
async def emergency(bill_id: UUID, given: EmergencyGiven, work: Work, here: Here) -> Bill:
    """Declare it one that does not bear delay (the Government, of its own bill)."""
    return await declare_emergency(work, here, bill_id=bill_id, ground=given.ground)


@router.post("/{bill_id}/temporary-acts", response_model=BillShown)
async def temporary_act(bill_id: UUID, given: TemporaryActGiven, work: Work, here: Here) -> Bill:
    """Name a temporary act with the force of law (the Government)."""
    return await link_temporary_act(work, here, bill_id=bill_id, temporary=given)


@router.post("/{bill_id}/return-question", response_model=BillShown)
async def return_question(bill_id: UUID, work: Work, here: Here) -> Bill:
    """Ask the Kurultai whether the bill goes back to its committee (the presiding officer)."""
    return await ask_to_send_back(work, here, bill_id=bill_id)


@router.post("/{bill_id}/confidence", response_model=BillShown)
async def confidence(bill_id: UUID, work: Work, here: Here) -> Bill:
    """Tie confidence in the Government to a bill not adopted (the Prime Minister)."""
    return await raise_confidence(work, here, bill_id=bill_id)


@router.post("/{bill_id}/confidence-vote", response_model=BillShown)
async def confidence_vote(bill_id: UUID, work: Work, here: Here) -> Bill:
    """Put no confidence to the vote, after 48 hours (the presiding officer)."""
    return await open_confidence_vote(work, here, bill_id=bill_id)


@router.post("/{bill_id}/court-request", response_model=BillShown)
async def court_request(bill_id: UUID, work: Work, here: Here) -> Bill:
    """Ask the Constitutional Court (the President, the Chair, the Prime Minister, deputies).

    Each deputy signs; with the signature of a fifth of them the law is referred.
    """
    return await ask_the_court(work, here, bill_id=bill_id)


@router.post("/{bill_id}/court-decision", response_model=BillShown)
async def court_decision(bill_id: UUID, given: CourtDecisionGiven, work: Work, here: Here) -> Bill:
    """Enter what the Constitutional Court decided (the clerk)."""
    return await note_court_decision(
        work, here, bill_id=bill_id, constitutional=given.constitutional, decision=given.decision
    )


@router.post("/{bill_id}/objections", response_model=BillShown)
async def objections(bill_id: UUID, given: ObjectionsGiven, work: Work, here: Here) -> Bill:
    """Return the law, or articles of it, with objections (the President)."""
    return await return_law(work, here, bill_id=bill_id, returning=given.returning())


@router.post("/{bill_id}/repeat-vote", response_model=BillShown)
async def repeat_vote(bill_id: UUID, work: Work, here: Here) -> Bill:
    """Open the repeat vote, within a month of the objections (the presiding officer)."""
    return await open_repeat_vote(work, here, bill_id=bill_id)


@router.post("/{bill_id}/presidents-wording-vote", response_model=BillShown)
async def wording_vote(bill_id: UUID, work: Work, here: Here) -> Bill:
    """Ask whether the law is adopted in the wording of the President (the presiding officer)."""
    return await ask_for_presidents_wording(work, here, bill_id=bill_id)


@router.post("/{bill_id}/presidents-wording", response_model=BillShown)
async def wording(bill_id: UUID, work: Work, here: Here) -> Bill:
    """Adopt it in that wording, where the rules say so (the clerk)."""
    return await adopt_presidents_wording(work, here, bill_id=bill_id)


@router.post("/{bill_id}/non-adoption", response_model=BillShown)
async def non_adoption(bill_id: UUID, work: Work, here: Here) -> Bill:
    """Note that it is not adopted, where the rules say so (the clerk)."""
    return await note_not_adopted(work, here, bill_id=bill_id)


@router.post("/{bill_id}/lapse", response_model=BillShown)
async def lapse(bill_id: UUID, given: ReasonGiven, work: Work, here: Here) -> Bill:
    """End the bill with the convocation, where the rules say so (the clerk)."""
    return await lapse_bill(work, here, bill_id=bill_id, reason=given.reason)


@router.post("/{bill_id}/departure-proposal", response_model=BillShown)
async def departure_proposal(bill_id: UUID, given: DepartureGiven, work: Work, here: Here) -> Bill:
    """Propose to record what was done outside the table (the Chair, the clerk)."""
    return await propose_departure(work, here, bill_id=bill_id, departure=given.departure(here))


@router.post("/{bill_id}/departure", response_model=BillShown)
async def departure(bill_id: UUID, work: Work, here: Here) -> Bill:
    """Confirm it as a second person: the bill goes where it says (the Chair, the clerk)."""
    return await record_departure(work, here, bill_id=bill_id)
