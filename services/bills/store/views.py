"""Read models: the path of a bill, step by step."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from services.bills.domain import told
from services.bills.domain.act_names import ACT_NAMES
from services.bills.domain.bill import Bill
from services.bills.domain.decided import Vote
from services.bills.domain.heard import FACT_NAMES, HEARD, sentences
from services.bills.domain.stages import Act, Stage
from services.bills.store.people import names_of
from services.bills.store.places import WHOLE, Part, Place, places_of
from services.bills.store.tables import bill_texts, chronicle
from shared.contracts.committees import ConclusionAdopted
from shared.contracts.hearings import HearingCalled
from shared.contracts.voting import ResultCertified
from shared.contracts.words import Bilingual
from shared.kernel.actor import Role
from shared.kernel.event import Fact
from shared.kernel.text import Text
from shared.store.acts import ActOnRecord, acts_on
from shared.store.unit_of_work import UnitOfWork

BILLS = "bills"


@dataclass(frozen=True, slots=True)
class Step:
    """An act on a bill, with the fact that called for it if another service told it; or that fact.

    Attributes:
        source: the service in which it happened.
        reference_id: the vote, referral or hearing that it comes from.
    """

    at: datetime
    title: Text
    sentences: tuple[Text, ...]
    source: str = BILLS
    act: Act | None = None
    fact: str | None = None
    reference_id: UUID | None = None
    person_id: UUID | None = None
    name: Bilingual | None = None
    role: Role | None = None
    provision: str | None = None
    profile: str | None = None
    origin: Stage | None = None
    target: Stage | None = None
    reading: int | None = None
    text_version: int | None = None
    vote: Vote | None = None


@dataclass(frozen=True, slots=True)
class Heard:
    """A line of the chronicle: a fact, and the act it called for."""

    place: int
    act: Act | None
    source: str
    fact: Fact


def act_name(act: Act) -> Text:
    """What the record calls it."""
    return ACT_NAMES[act]


async def path_of(
    work: UnitOfWork, bill: Bill, part: Part = WHOLE, limit: int | None = None
) -> list[tuple[Place, Step]]:
    """Every act taken on the bill and everything heard of it, oldest first: or a part of that."""
    places = await places_of(work, bill.id, part, limit)
    moments = {place.at for place in places}
    chronicled = await _chronicle_of(work, bill.id, moments)
    called_for = {(heard.act, heard.fact.at): heard for heard in chronicled}
    own = {
        place: _with_fact(step, called_for.get((step.act, step.at)))
        for place, step in (await _own_steps(work, bill, places)).items()
    }
    told_steps = {heard.place: _told_step(heard) for heard in chronicled}
    return [(p, told_steps[p.place] if p.told else own[p.place]) for p in places]


async def votes_of(work: UnitOfWork, bill_id: UUID) -> list[tuple[ResultCertified, Vote]]:
    """Every result that was certified on a question about the bill, the oldest first."""
    heard = await _chronicle_of(work, bill_id, what=ResultCertified.type)
    facts = [each.fact for each in heard if isinstance(each.fact, ResultCertified)]
    return [(fact, Vote.model_validate(fact, from_attributes=True)) for fact in facts]


async def _own_steps(work: UnitOfWork, bill: Bill, places: Sequence[Place]) -> dict[int, Step]:
    own = [place.place for place in places if not place.told]
    acts = await acts_on(work, "bill", bill.id, own)
    names = await names_of(work, (act.person_id for act in acts if act.person_id))
    versions = await _text_versions(work, bill.id)
    return {act.place: _act_step(bill, act, names, versions) for act in acts}


def _act_step(
    bill: Bill,
    taken: ActOnRecord,
    names: Mapping[UUID, Bilingual],
    versions: Mapping[tuple[Act, datetime], int],
) -> Step:
    act = Act(taken.act)
    return Step(
        at=taken.at,
        title=ACT_NAMES[act],
        sentences=told.sentences(bill, act, taken.at),
        act=act,
        person_id=taken.person_id,
        name=names.get(taken.person_id) if taken.person_id else None,
        role=taken.role,
        provision=taken.provision,
        profile=taken.profile,
        origin=Stage(taken.origin),
        target=Stage(taken.target),
        reading=next((r.reading for r in bill.readings if r.opened_at == taken.at), None),
        text_version=versions.get((act, taken.at)),
    )


def _with_fact(step: Step, heard: Heard | None) -> Step:
    """The act, with what the fact that called for it has to say."""
    if heard is None:
        return step
    told_step = _told_step(heard)
    return replace(
        told_step,
        title=step.title,
        sentences=told_step.sentences + step.sentences,
        act=step.act,
        role=step.role,
        provision=step.provision,
        profile=step.profile,
        origin=step.origin,
        target=step.target,
    )


def _told_step(heard: Heard) -> Step:
    fact = heard.fact
    return Step(
        at=fact.at,
        title=FACT_NAMES[type(fact)],
        sentences=sentences(fact),
        source=heard.source,
        fact=fact.type,
        reference_id=fact.case_id,
        role=fact.initiator if isinstance(fact, HearingCalled) else None,
        provision=getattr(fact, "provision", None),
        reading=_reading_of(fact),
        vote=_vote_of(fact),
    )


def _reading_of(fact: Fact) -> int | None:
    match fact:
        case ConclusionAdopted():
            return fact.reading
        case ResultCertified():
            return fact.question.reading
        case _:
            return None


def _vote_of(fact: Fact) -> Vote | None:
    certified = isinstance(fact, ResultCertified)
    return Vote.model_validate(fact, from_attributes=True) if certified else None


async def _chronicle_of(
    work: UnitOfWork,
    bill_id: UUID,
    moments: Collection[datetime] | None = None,
    what: str | None = None,
) -> list[Heard]:
    query = sa.select(chronicle).where(chronicle.c.bill_id == bill_id).order_by(chronicle.c.place)
    if moments is not None:
        query = query.where(chronicle.c.at.in_(moments))
    if what is not None:
        query = query.where(chronicle.c.what == what)
    return [
        Heard(row.place, row.act, row.source, HEARD[row.what].model_validate(row.body))
        for row in await work.session.execute(query)
    ]


async def _text_versions(work: UnitOfWork, bill_id: UUID) -> dict[tuple[Act, datetime], int]:
    """Which pair of texts each act laid down."""
    texts = bill_texts.c
    query = sa.select(texts.why, texts.at, texts.number).where(texts.bill_id == bill_id)
    return {(row.why, row.at): row.number for row in await work.session.execute(query)}
