"""/government-hours: set or demanded, held with questions, and decided on by a vote."""

from functools import partial
from typing import Any
from uuid import UUID

from fastapi import APIRouter

from services.hearings.actions import run_government_hour as run
from services.hearings.api.government_shapes import (
    AppointmentGiven,
    DecisionGiven,
    DemandGiven,
    HourGiven,
    HourShown,
    QuestionShown,
    ReportGiven,
    WordsGiven,
)
from services.hearings.domain import government_acts as acts
from services.hearings.domain.government_hour import GovernmentHour, HourStage
from services.hearings.domain.government_procedure import HOURS
from services.hearings.domain.hour_question import HourQuestion
from services.hearings.store.government import GovernmentHours, HourQuestions
from services.hearings.store.government_tables import government_hours
from shared.kernel.occasion import Occasion
from shared.store.acts import acts_on
from shared.web.dependencies import Here, Tongue, Visitor, Work
from shared.web.paging import Page
from shared.web.route import KurultaiRoute
from shared.web.shapes import ActShown, OptionShown, acts_shown, options_shown

router = APIRouter(tags=["government hour"], route_class=KurultaiRoute)
HOUR = "/government-hours/{hour_id}"


@router.post("/government-hours", status_code=201, response_model=HourShown)
async def set_(given: HourGiven, work: Work, here: Here) -> GovernmentHour:
    """Set the agenda of a Government hour (the Chair; the leader of an opposition faction)."""
    return await run.begin_hour(work, here, given.agenda(), acts.set_hour)


@router.post("/report-demands", status_code=201, response_model=HourShown)
async def demand(given: DemandGiven, work: Work, here: Here) -> GovernmentHour:
    """Demand the report of a member of the Government (a deputy); others join in person."""
    return await run.begin_hour(work, here, given.agenda(), acts.demand)


@router.get("/government-hours", response_model=list[HourShown])
async def all_hours(work: Work, page: Page, stage: HourStage | None = None) -> list[Any]:
    """Government hours and demanded reports, the newest first; of one stage if asked."""
    order = {"key": government_hours.c.id, "id_": government_hours.c.id}
    query = GovernmentHours.listed(stage)
    return await page.scalars(work.session, query, newest_first=True, **order)


@router.get(HOUR, response_model=HourShown)
async def hour(hour_id: UUID, work: Work) -> GovernmentHour:
    """One of them as it stands."""
    return await GovernmentHours(work).get(hour_id)


@router.get(HOUR + "/options")
async def options(hour_id: UUID, work: Work, visitor: Visitor, tongue: Tongue) -> list[OptionShown]:
    """What may be done with it; a closed act says why."""
    hours = GovernmentHours(work)
    found = await hours.look_around(await hours.get(hour_id), visitor.at)
    return options_shown(HOURS.options(found, visitor), tongue)


@router.get(HOUR + "/acts")
async def acts_taken(hour_id: UUID, work: Work, tongue: Tongue) -> list[ActShown]:
    """Every act taken on it, oldest first."""
    found = await GovernmentHours(work).get(hour_id)
    return acts_shown(await acts_on(work, "governmenthour", found.id), tongue)


@router.post(HOUR + "/signature", response_model=HourShown)
async def sign(hour_id: UUID, work: Work, here: Here) -> GovernmentHour:
    """Join the demand in person (a deputy)."""
    return await run.act_on_hour(work, here, acts.sign, hour_id=hour_id)


@router.delete(HOUR + "/signature", response_model=HourShown)
async def unsign(hour_id: UUID, work: Work, here: Here) -> GovernmentHour:
    """Take one's own signature back, until the report is appointed."""
    return await run.act_on_hour(work, here, acts.take_signature_back, hour_id=hour_id)


@router.post(HOUR + "/appointment", response_model=HourShown)
async def appoint(hour_id: UUID, given: AppointmentGiven, work: Work, here: Here) -> GovernmentHour:
    """Say when the report is heard that enough deputies demand (the Chair, the Apparatus)."""
    return await run.appoint_report(work, here, hour_id=hour_id, starts_at=given.starts_at)


@router.post(HOUR + "/opening", response_model=HourShown)
async def open_(hour_id: UUID, work: Work, here: Here) -> GovernmentHour:
    """Open it (the Chair, a deputy chair)."""
    return await run.act_on_hour(work, here, acts.open_hour, hour_id=hour_id)


@router.post(HOUR + "/reports", response_model=HourShown)
async def report(hour_id: UUID, given: ReportGiven, work: Work, here: Here) -> GovernmentHour:
    """Note a report that was heard; one longer than the rules let it be is refused."""
    return await run.act_on_hour(work, here, partial(_heard, given), hour_id=hour_id)


@router.post(HOUR + "/decision", response_model=HourShown)
async def propose(hour_id: UUID, given: DecisionGiven, work: Work, here: Here) -> GovernmentHour:
    """Put one of the two decisions to the vote of the Kurultai (the Chair, a deputy chair)."""
    return await run.propose_decision(work, here, hour_id=hour_id, kind=given.kind)


@router.post(HOUR + "/closing", response_model=HourShown)
async def close(hour_id: UUID, work: Work, here: Here) -> GovernmentHour:
    """Close it, when every leader of a faction who asked was answered."""
    return await run.act_on_hour(work, here, acts.close_hour, hour_id=hour_id)


@router.post(HOUR + "/cancellation", response_model=HourShown)
async def cancel(hour_id: UUID, given: WordsGiven, work: Work, here: Here) -> GovernmentHour:
    """Say that it is not held, and why (whoever set it)."""
    return await run.act_on_hour(work, here, partial(_cancelled, given), hour_id=hour_id)


@router.post(HOUR + "/questions", status_code=201, response_model=QuestionShown)
async def ask(hour_id: UUID, given: WordsGiven, work: Work, here: Here) -> HourQuestion:
    """Ask the Government, beforehand or at the hour (a deputy)."""
    return await run.ask_government(work, here, hour_id=hour_id, text=given.text)


@router.get(HOUR + "/questions", response_model=list[QuestionShown])
async def questions(hour_id: UUID, work: Work) -> list[HourQuestion]:
    """The questions, those of leaders of factions first, then as they were asked."""
    found = await GovernmentHours(work).get(hour_id)
    return await HourQuestions(work).of(found.id)


@router.post("/hour-questions/{question_id}/answer", response_model=QuestionShown)
async def answer(question_id: UUID, given: WordsGiven, work: Work, here: Here) -> HourQuestion:
    """Enter the answer (the Apparatus)."""
    act = partial(_answered, given)
    return await run.act_on_question(work, here, act, question_id=question_id)


@router.post("/hour-questions/{question_id}/withdrawal", response_model=QuestionShown)
async def withdraw(question_id: UUID, work: Work, here: Here) -> HourQuestion:
    """Take one's own question back."""
    return await run.act_on_question(work, here, acts.withdraw, question_id=question_id)


def _heard(given: ReportGiven, hour: GovernmentHour, here: Occasion) -> None:
    hour.reported = (given.member, given.minutes)
    acts.hear_report(hour, here)


def _cancelled(given: WordsGiven, hour: GovernmentHour, here: Occasion) -> None:
    acts.cancel(hour, given.text, here)


def _answered(given: WordsGiven, question: HourQuestion, here: Occasion) -> None:
    acts.answer(question, given.text, here)
