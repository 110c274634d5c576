"""What the Apparatus does with deputies' requests: sends them, and enters what came back."""

from uuid import UUID

from services.committees.domain.acts import requests as acts
from services.committees.domain.conditions.requests import end_is_another
from services.committees.domain.request import Answer, DeputyRequest, ReadingOut
from services.committees.domain.running_out import NOT_KNOWN, RunsOut
from services.committees.store.requests import DeputyRequests
from services.committees.store.working_days import calendars_known, know_year
from shared.contracts.words import Bilingual
from shared.kernel.calendars import Calendars, WorkingYear
from shared.kernel.occasion import Occasion, day_of
from shared.kernel.rules import Profile
from shared.store.unit_of_work import UnitOfWork

TERM = "deputy_request_answer"


async def read_request_out(
    work: UnitOfWork, occasion: Occasion, *, request_id: UUID, reading: ReadingOut
) -> DeputyRequest:
    request = await DeputyRequests(work).get(request_id)
    acts.read_out(request, reading, occasion)
    return request


async def send_request(
    work: UnitOfWork, occasion: Occasion, *, request_id: UUID, profile: Profile
) -> DeputyRequest:
    """The term for the answer is that of the day on which the request is sent."""
    request = await DeputyRequests(work).get(request_id)
    calendars = await calendars_known(work, profile)
    rule = occasion.rules.terms.get(TERM)
    acts.send(request, RunsOut.by_rule(rule, occasion.at, calendars), occasion)
    return request


async def enter_answer(
    work: UnitOfWork, occasion: Occasion, *, request_id: UUID, answer: Answer
) -> DeputyRequest:
    request = await DeputyRequests(work).get(request_id)
    acts.answer(request, answer, occasion)
    return request


async def withhold_request(
    work: UnitOfWork, occasion: Occasion, *, request_id: UUID, reason: Bilingual
) -> DeputyRequest:
    request = await DeputyRequests(work).get(request_id)
    acts.withhold(request, reason, occasion)
    return request


async def publish_request(
    work: UnitOfWork, occasion: Occasion, *, request_id: UUID
) -> DeputyRequest:
    request = await DeputyRequests(work).get(request_id)
    acts.publish(request, occasion)
    return request


async def note_working_days(
    work: UnitOfWork, occasion: Occasion, *, profile: Profile, days: WorkingYear
) -> None:
    """Terms that run are counted anew, by the rule of the day on which each began."""
    await know_year(work, days)
    calendars = await calendars_known(work, profile)
    for request in await DeputyRequests(work).awaited():
        _move_term(request, occasion, _end_of(request, profile, calendars))


def _end_of(request: DeputyRequest, profile: Profile, calendars: Calendars) -> RunsOut:
    if request.sent_at is None:
        return NOT_KNOWN
    rule = profile.on(day_of(request.sent_at)).terms.get(TERM)
    return RunsOut.by_rule(rule, request.sent_at, calendars)


def _move_term(request: DeputyRequest, occasion: Occasion, term: RunsOut) -> None:
    request.reckoned = term
    if end_is_another.holds(request, occasion):
        acts.move_term(request, term, occasion)
