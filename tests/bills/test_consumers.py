"""What the bills service does when others speak."""

from uuid import uuid4

import pytest
import sqlalchemy as sa

from services.bills.actions.open_reading import open_reading
from services.bills.domain.bill import Bill
from services.bills.domain.stages import Stage
from services.bills.store.bills import BillNotFound, Bills
from services.bills.store.people import names_of
from services.bills.store.tables import chronicle, register
from shared.contracts.bills import BillKind
from shared.contracts.committees import MandateBegan, OfficeLeft, OfficeTaken
from shared.contracts.identity import PersonRegistered
from shared.contracts.words import Bilingual, Matter
from shared.kernel.actor import Role, Standing
from shared.kernel.errors import NotNow
from shared.kernel.rules import Outcome
from shared.messaging.consumers import Heard
from tests.bills import facts
from tests.bills.builders import (
    CHAIR,
    COMMITTEE,
    QUESTION,
    a_bill,
    a_bill_in_reading,
    an_occasion,
)


@pytest.fixture
def on_file(desk):
    """Puts a bill on file."""

    async def filed(bill: Bill) -> Bill:
        async with desk.work() as work:
            Bills(work).add(bill)
        return bill

    return filed


@pytest.fixture
def again(desk):
    """Reads a bill anew."""

    async def read(bill_id):
        async with desk.sessions() as session:
            return await session.get(Bill, bill_id)

    return read


async def in_chronicle(work, bill_id):
    query = sa.select(chronicle.c.what, chronicle.c.act).where(chronicle.c.bill_id == bill_id)
    return [tuple(row) for row in await work.session.execute(query.order_by(chronicle.c.place))]


async def test_a_referral_takes_an_admitted_bill_to_its_committee(on_file, again, hear, work):
    bill = await on_file(a_bill(stage=Stage.ADMITTED))

    await hear(facts.a_referral(bill.id))

    found = await again(bill.id)
    assert (found.stage, found.lead_committee_id) == (Stage.IN_COMMITTEE, COMMITTEE)
    assert await in_chronicle(work, bill.id) == [("committees.bill_referred.v1", "note_referral")]


async def test_a_conclusion_schedules_the_reading(on_file, again, hear):
    bill = await on_file(a_bill(stage=Stage.IN_COMMITTEE, lead_committee_id=COMMITTEE))
    await hear(facts.a_conclusion(bill.id, 1))
    assert (await again(bill.id)).stage is Stage.SCHEDULED


async def test_an_unfavourable_conclusion_schedules_it_too_for_the_kurultai_decides(
    on_file, again, hear
):
    bill = await on_file(a_bill(stage=Stage.IN_COMMITTEE))
    await hear(facts.a_conclusion(bill.id, 1, favourable=False))
    assert (await again(bill.id)).stage is Stage.SCHEDULED


async def test_at_72_nothing_is_decided_and_at_73_the_law_is_adopted(desk, on_file, again, hear):
    bill = await on_file(a_bill_in_reading(3))
    short = facts.a_result(bill.id, QUESTION, Outcome.NO_DECISION, reading=3, votes_for=72)
    await hear(short)
    undecided = await again(bill.id)
    assert (undecided.stage, undecided.readings_passed) == (Stage.SCHEDULED, 2)

    async with desk.work() as work:
        opened = await open_reading(work, an_occasion(CHAIR), bill_id=bill.id)
    question_id = opened.open_question_id
    await hear(facts.a_result(bill.id, question_id, reading=3, votes_for=73))

    adopted = await again(bill.id)
    assert (adopted.stage, adopted.reading) == (Stage.ADOPTED, 3)
    assert [r.vote.tally.votes_for for r in adopted.readings] == [72, 73]


async def test_the_vote_is_kept_with_its_number_tally_and_rule(on_file, again, hear):
    bill = await on_file(a_bill_in_reading(1))
    result = facts.a_result(bill.id, QUESTION)

    await hear(result)

    vote = (await again(bill.id)).readings[0].vote
    assert (vote.vote_id, vote.tally, vote.outcome) == (
        result.vote_id,
        result.tally,
        Outcome.ADOPTED,
    )
    assert (vote.needed, vote.whole, vote.provision) == (73, 145, result.provision)


async def test_a_result_delivered_twice_counts_once(on_file, again, hear):
    bill = await on_file(a_bill_in_reading(1))
    result, event_id = facts.a_result(bill.id, QUESTION), uuid4()

    first = await hear(result, event_id=event_id)
    second = await hear(result, event_id=event_id)

    assert (first, second) == (Heard.TAKEN_IN, Heard.KNOWN)
    assert (await again(bill.id)).version == 1


async def test_a_result_told_again_as_a_new_event_changes_nothing_either(
    on_file, again, hear, work
):
    bill = await on_file(a_bill_in_reading(1))
    result = facts.a_result(bill.id, QUESTION)

    await hear(result)
    await hear(result, sequence=2)

    found = await again(bill.id)
    assert (found.stage, found.version) == (Stage.AMENDING, 1)
    assert await in_chronicle(work, bill.id) == [("voting.result_certified.v1", "approve_concept")]


async def test_a_result_on_another_question_is_only_written_down(on_file, again, hear, work):
    bill = await on_file(a_bill_in_reading(2))

    await hear(facts.a_result(bill.id, uuid4(), reading=1))

    found = await again(bill.id)
    assert (found.stage, found.version) == (Stage.IN_READING, 0)
    assert await in_chronicle(work, bill.id) == [("voting.result_certified.v1", None)]


@pytest.mark.parametrize("matter", [Matter.COMMITTEE_CHAIR, Matter.RESOLUTION])
async def test_results_on_other_matters_are_for_others(hear, work, matter):
    result = facts.a_result(uuid4(), QUESTION)
    other = result.question.model_copy(update={"matter": matter})

    heard = await hear(result.model_copy(update={"question": other}))

    assert heard is Heard.TAKEN_IN
    assert (await work.session.execute(sa.select(chronicle))).all() == []


@pytest.mark.parametrize(
    "fact",
    [
        facts.a_referral(uuid4()),
        facts.a_conclusion(uuid4(), 1),
        facts.a_result(uuid4(), QUESTION),
        facts.a_hearing_called(uuid4()),
    ],
)
async def test_a_fact_about_a_bill_not_on_file_is_put_off(hear, fact):
    with pytest.raises(BillNotFound):
        await hear(fact)


async def test_a_conclusion_that_cannot_be_true_is_not_taken_in(on_file, again, hear, work):
    bill = await on_file(a_bill(stage=Stage.IN_COMMITTEE))
    with pytest.raises(NotNow):
        await hear(facts.a_conclusion(bill.id, 2))
    assert (await again(bill.id)).stage is Stage.IN_COMMITTEE
    assert await in_chronicle(work, bill.id) == []


async def test_what_comes_after_a_withdrawal_is_written_down_and_changes_nothing(
    on_file, again, hear, work
):
    bill = await on_file(
        a_bill_in_reading(1, stage=Stage.WITHDRAWN, lead_committee_id=None, concluded_for=0)
    )

    await hear(facts.a_referral(bill.id))
    await hear(facts.a_conclusion(bill.id, 1), sequence=2)
    await hear(facts.a_result(bill.id, QUESTION))

    assert ((await again(bill.id)).stage, (await again(bill.id)).version) == (Stage.WITHDRAWN, 0)
    assert [act for _, act in await in_chronicle(work, bill.id)] == [None, None, None]


async def test_a_hearing_is_written_down_from_call_to_recommendations(on_file, hear, work):
    bill = await on_file(a_bill(stage=Stage.IN_COMMITTEE))
    told = [
        facts.a_hearing_called(bill.id),
        facts.a_hearing_cancelled(bill.id),
        facts.a_hearing_called(bill.id),
        facts.a_hearing_held(bill.id),
        facts.recommendations(bill.id),
    ]
    for sequence, fact in enumerate(told, start=1):
        await hear(fact, sequence=sequence)
    assert await in_chronicle(work, bill.id) == [(fact.type, None) for fact in told]


async def test_people_are_known_by_their_names(hear, work):
    person_id = uuid4()
    name = Bilingual(kk="№ 7 депутат", ru="Депутат № 7")
    await hear(PersonRegistered(at=facts.now(), person_id=person_id, name=name))
    assert await names_of(work, [person_id, uuid4()]) == {person_id: name}


async def test_an_office_counts_from_the_moment_it_is_taken_until_it_is_left(hear, work):
    at, person_id, office_id = facts.now(), uuid4(), uuid4()
    office = {"office_id": office_id, "person_id": person_id, "role": Role.CLERK}
    await hear(OfficeTaken(at=at, since=at, **office))
    assert await register.standings(work.session, person_id, at) == {Standing(Role.CLERK)}

    await hear(OfficeLeft(at=at, until=at, **office), sequence=2)
    assert await register.standings(work.session, person_id, at) == frozenset()


async def test_a_mandate_makes_a_deputy(hear, work):
    at, person_id = facts.now(), uuid4()
    await hear(
        MandateBegan(
            at=at,
            mandate_id=uuid4(),
            convocation_id=uuid4(),
            person_id=person_id,
            number=7,
            name=Bilingual(kk="№ 7 депутат", ru="Депутат № 7"),
            since=at,
        )
    )
    assert await register.standings(work.session, person_id, at) == {Standing(Role.DEPUTY)}


async def test_a_constitutional_law_falls_back_at_96(on_file, again, hear):
    bill = await on_file(a_bill_in_reading(3, kind=BillKind.CONSTITUTIONAL_LAW))
    short = facts.a_result(
        bill.id, QUESTION, Outcome.NO_DECISION, reading=3, votes_for=96, needed=97
    )
    await hear(short)
    assert (await again(bill.id)).stage is Stage.SCHEDULED
