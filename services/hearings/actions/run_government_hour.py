"""A Government hour is set or demanded, held, decided on, and closed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.hearings.domain import government_acts as acts
from services.hearings.domain.government_floor_acts import name_speaker as name_faction_speaker
from services.hearings.domain.government_hour import (
    DecisionKind,
    Floor,
    GovernmentHour,
    Member,
    SetBy,
)
from services.hearings.domain.hour_question import HourQuestion
from services.hearings.store.government import (
    GovernmentHours,
    HourQuestions,
    hold_for_questions,
)
from shared.contracts.voting import ResultCertified
from shared.contracts.words import Bilingual
from shared.kernel.occasion import Occasion
from shared.store.ids import new_id
from shared.store.unit_of_work import UnitOfWork

type Act = Callable[[GovernmentHour, Occasion], None]
type ActOnAQuestion = Callable[[HourQuestion, Occasion], None]


@dataclass(frozen=True, slots=True)
class Agenda:
    """On what, with whom, on whose behalf, and when it is known."""

    topic: Bilingual
    members: tuple[Member, ...]
    set_by: SetBy
    body_id: UUID | None = None
    starts_at: datetime | None = None


async def begin_hour(
    work: UnitOfWork, occasion: Occasion, agenda: Agenda, act: Act
) -> GovernmentHour:
    """Set it, or demand a report."""
    hour = GovernmentHour(
        new_id(), agenda.topic, agenda.members, agenda.set_by, agenda.body_id, agenda.starts_at
    )
    hours = GovernmentHours(work)
    await hours.look_around(hour, occasion.at)
    act(hour, occasion)
    return hours.add(hour)


async def act_on_hour(
    work: UnitOfWork, occasion: Occasion, act: Act, *, hour_id: UUID
) -> GovernmentHour:
    """Nobody else acts on it meanwhile: of many who sign at once each is counted."""
    hours = GovernmentHours(work)
    hour = await hours.held(hour_id)
    await hours.look_around(hour, occasion.at)
    act(hour, occasion)
    return hour


async def appoint_report(
    work: UnitOfWork, occasion: Occasion, *, hour_id: UUID, starts_at: datetime
) -> GovernmentHour:
    def at_that_time(hour: GovernmentHour, here: Occasion) -> None:
        hour.starts_at = starts_at
        acts.appoint(hour, here)

    return await act_on_hour(work, occasion, at_that_time, hour_id=hour_id)


async def propose_decision(
    work: UnitOfWork, occasion: Occasion, *, hour_id: UUID, kind: DecisionKind
) -> GovernmentHour:
    def proposed(hour: GovernmentHour, here: Occasion) -> None:
        acts.propose(hour, kind, new_id(), here)

    return await act_on_hour(work, occasion, proposed, hour_id=hour_id)


async def note_answer_of_the_kurultai(
    work: UnitOfWork, occasion: Occasion, fact: ResultCertified
) -> None:
    """Carry out what the Kurultai decided, once."""
    hour = await GovernmentHours(work).held(fact.question.case_id)
    acts.note_decision(hour, fact.question.id, (fact.vote_id, fact.outcome), occasion)


async def ask_government(
    work: UnitOfWork, occasion: Occasion, *, hour_id: UUID, text: Bilingual
) -> HourQuestion:
    """In one's own name."""
    await hold_for_questions(work, hour_id)
    hour = await GovernmentHours(work).get(hour_id)
    question = HourQuestion(new_id(), hour.id, occasion.by.person_id, text)
    question.hour_stage = hour.stage
    acts.ask(question, occasion)
    return HourQuestions(work).add(question)


async def act_on_question(
    work: UnitOfWork, occasion: Occasion, act: ActOnAQuestion, *, question_id: UUID
) -> HourQuestion:
    question = await HourQuestions(work).get(question_id)
    question.hour_stage = (await GovernmentHours(work).get(question.hour_id)).stage
    act(question, occasion)
    return question


async def name_speaker(
    work: UnitOfWork, occasion: Occasion, *, hour_id: UUID, faction_id: UUID, person_id: UUID
) -> GovernmentHour:
    """Who speaks for the faction is one of its deputies at that moment."""
    hours = GovernmentHours(work)
    hour = await hours.held(hour_id)
    of_it = await hours.is_of(person_id, faction_id, occasion.at)
    hour.floor = Floor(faction_id, person_id, of_it)
    name_faction_speaker(hour, occasion)
    return hour
