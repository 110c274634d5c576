"""What the committees service does when others speak."""

from uuid import UUID, uuid4

import pytest
import sqlalchemy as sa

from services.committees.service import SERVICE
from services.committees.store.candidacies import CandidacyNotFound
from services.committees.store.election_tables import candidacies
from services.committees.store.known import names_of
from services.committees.store.referrals import ReferralNotFound
from services.committees.store.tables import kept, offices, referrals
from shared.contracts.identity import PersonRegistered
from shared.contracts.words import Matter
from shared.kernel.actor import Role, Standing
from shared.kernel.errors import NotNow
from shared.kernel.rules import Outcome
from shared.messaging.consumers import Heard
from tests.committees import facts
from tests.committees.builders import SUMMARY, numbered


async def told(work):
    """The facts that wait in the outbox, in their order."""
    outbox = kept.outbox.c
    query = sa.select(outbox.type).order_by(outbox.place)
    return [kind.split(".")[1] for kind in await work.session.scalars(query)]


async def registrars(work):
    query = sa.select(offices.c.person_id).where(offices.c.role == Role.REGISTRAR)
    return list(await work.session.scalars(query))


def a_founder(person_id, *, founder=True):
    name = numbered(0)
    return PersonRegistered(at=facts.now(), person_id=person_id, name=name, founder=founder)


async def test_the_founder_opens_the_register(hear, work):
    founder = uuid4()
    await hear(a_founder(founder))
    assert await registrars(work) == [founder]
    standings = await SERVICE.standings(work.session, founder, facts.now())
    assert standings == {Standing(Role.REGISTRAR)}
    assert await told(work) == ["office_taken"]


async def test_the_founder_heard_twice_opens_it_once(hear, work):
    fact, event_id = a_founder(uuid4()), uuid4()
    assert await hear(fact, event_id=event_id) is Heard.TAKEN_IN
    assert await hear(fact, event_id=event_id) is Heard.KNOWN
    assert len(await registrars(work)) == 1


async def test_a_second_founder_is_refused_out_loud(hear, work):
    await hear(a_founder(uuid4()))
    with pytest.raises(NotNow, match="nobody has opened the register before"):
        await hear(a_founder(uuid4()))
    assert len(await registrars(work)) == 1


async def test_anyone_else_is_only_known_by_name(hear, work):
    person_id = uuid4()
    await hear(a_founder(person_id, founder=False))
    assert await registrars(work) == []
    assert await names_of(work, [person_id]) == {person_id: numbered(0)}


@pytest.fixture
async def candidacy(chamber):
    """Someone of the majority stands for one of two committees."""
    committee_id = await chamber.committee(1)
    await chamber.committee(2)
    return await chamber.nominate(committee_id, await chamber.of_the_majority())


async def test_a_result_elects_the_chair_who_holds_the_office_from_then_on(
    chamber, candidacy, hear, work
):
    result = facts.a_result(UUID(candidacy["id"]))

    await hear(result)

    shown = await chamber.get(f"/candidacies/{candidacy['id']}")
    assert (shown["stage"], shown["vote_id"]) == ("elected", str(result.vote_id))
    committee = await chamber.get(f"/committees/{candidacy['committee_id']}")
    assert committee["chair"]["person_id"] == candidacy["person_id"]
    held = await SERVICE.standings(work.session, UUID(candidacy["person_id"]), facts.now())
    assert Standing(Role.COMMITTEE_CHAIR, UUID(candidacy["committee_id"])) in held
    assert (await told(work))[-3:] == ["chair_elected", "office_taken", "member_joined"]


async def test_who_is_elected_to_chair_a_committee_is_of_it_from_then_on(chamber, candidacy, hear):
    await hear(facts.a_result(UUID(candidacy["id"])))
    [member] = await chamber.get(f"/bodies/{candidacy['committee_id']}/members")
    assert (member["person_id"], member["capacity"]) == (candidacy["person_id"], "member")


@pytest.mark.parametrize("outcome", [Outcome.REJECTED, Outcome.NO_DECISION])
async def test_a_result_short_of_the_majority_elects_nobody(chamber, candidacy, hear, outcome):
    await hear(facts.a_result(UUID(candidacy["id"]), outcome))
    shown = await chamber.get(f"/candidacies/{candidacy['id']}")
    assert shown["stage"] == "not_elected"
    assert (await chamber.get(f"/committees/{candidacy['committee_id']}"))["chair"] is None


async def test_who_was_not_elected_may_stand_again(chamber, candidacy, hear):
    await hear(facts.a_result(UUID(candidacy["id"]), Outcome.REJECTED))
    again = await chamber.nominate(candidacy["committee_id"], UUID(candidacy["person_id"]))
    assert again["stage"] == "nominated"
    assert again["question_id"] != candidacy["question_id"]


async def test_a_result_heard_twice_counts_once(candidacy, hear, work):
    result, event_id = facts.a_result(UUID(candidacy["id"])), uuid4()
    assert await hear(result, event_id=event_id) is Heard.TAKEN_IN
    assert await hear(result, event_id=event_id) is Heard.KNOWN
    assert (await told(work)).count("chair_elected") == 1


async def test_a_second_result_about_the_same_candidate_is_refused_out_loud(candidacy, hear, work):
    await hear(facts.a_result(UUID(candidacy["id"]), Outcome.REJECTED))
    with pytest.raises(NotNow):
        await hear(facts.a_result(UUID(candidacy["id"])))
    assert "chair_elected" not in await told(work)


async def test_a_result_about_an_unknown_candidacy_is_put_off(hear):
    with pytest.raises(CandidacyNotFound):
        await hear(facts.a_result(uuid4()))


@pytest.mark.parametrize("matter", [Matter.BILL_READING, Matter.RESOLUTION])
async def test_results_on_other_matters_are_for_others(hear, work, matter):
    assert await hear(facts.a_result(uuid4(), matter=matter)) is Heard.TAKEN_IN
    assert await told(work) == []


async def test_who_lost_the_mandate_before_the_result_takes_no_office(chamber, candidacy, hear):
    asked = {"person_id": candidacy["person_id"]}
    [mandate] = await chamber.get("/mandates", **asked)
    await chamber.post(f"/mandates/{mandate['id']}/ending", {"ground": "art. 55(4)"})

    await hear(facts.a_result(UUID(candidacy["id"])))

    shown = await chamber.get(f"/candidacies/{candidacy['id']}")
    assert shown["stage"] == "not_elected"
    assert await chamber.get("/offices", **asked) == []


@pytest.fixture
async def referral(chamber, candidacy, hear):
    """A bill before the committee that has just elected its chair."""
    await hear(facts.a_result(UUID(candidacy["id"])))
    bill_id = uuid4()
    await hear(facts.admitted(bill_id))
    body = {"bill_id": str(bill_id), "committee_id": candidacy["committee_id"]}
    return await chamber.post("/referrals", body, by=chamber.chair)


@pytest.fixture
async def concluded(chamber, candidacy, referral):
    body = {"favourable": True, "summary": SUMMARY.model_dump()}
    path = f"/referrals/{referral['id']}/conclusion"
    return await chamber.post(path, body, by=UUID(candidacy["person_id"]))


async def stage_of(chamber, referral):
    shown = await chamber.get(f"/referrals/{referral['id']}")
    return shown["stage"], shown["reading"]


async def test_after_the_concept_the_committee_works_for_the_second_reading(
    chamber, concluded, hear, work
):
    await hear(facts.approved(UUID(concluded["bill_id"]), 1), sequence=2)
    assert await stage_of(chamber, concluded) == ("in_work", 2)
    assert (await told(work))[-1] == "work_resumed"


async def test_after_the_text_there_is_no_more_work(chamber, candidacy, concluded, hear):
    bill_id = UUID(concluded["bill_id"])
    await hear(facts.approved(bill_id, 1), sequence=2)
    body = {"favourable": True, "summary": SUMMARY.model_dump()}
    path = f"/referrals/{concluded['id']}/conclusion"
    await chamber.post(path, body, by=UUID(candidacy["person_id"]))
    await hear(facts.approved(bill_id, 2), sequence=3)
    assert await stage_of(chamber, concluded) == ("concluded", 2)


async def test_a_reading_heard_twice_resumes_the_work_once(concluded, hear, work):
    bill_id, event_id = UUID(concluded["bill_id"]), uuid4()
    await hear(facts.approved(bill_id, 1), sequence=2, event_id=event_id)
    await hear(facts.approved(bill_id, 1), sequence=2, event_id=event_id)
    assert (await told(work)).count("work_resumed") == 1


@pytest.mark.parametrize("leaves", [facts.adopted, facts.rejected, facts.withdrawn])
async def test_the_work_ends_when_the_bill_leaves(chamber, concluded, hear, work, leaves):
    await hear(leaves(UUID(concluded["bill_id"])), sequence=2)
    assert (await stage_of(chamber, concluded))[0] == "ended"
    assert (await told(work))[-1] == "referral_ended"


async def test_a_bill_may_be_withdrawn_before_its_committee_has_concluded(chamber, referral, hear):
    await hear(facts.withdrawn(UUID(referral["bill_id"])), sequence=2)
    assert (await stage_of(chamber, referral))[0] == "ended"


async def test_a_bill_withdrawn_before_anyone_heard_of_it_changes_nothing(hear, work):
    assert await hear(facts.withdrawn(uuid4())) is Heard.TAKEN_IN
    assert (await work.session.execute(sa.select(referrals))).all() == []
    assert await told(work) == []


async def test_a_reading_of_a_bill_without_a_lead_committee_is_put_off(hear):
    with pytest.raises(ReferralNotFound):
        await hear(facts.approved(uuid4(), 1))


async def test_acts_of_bodies_stand_in_the_record_as_theirs(chamber, candidacy, hear):
    await hear(facts.a_result(UUID(candidacy["id"])))
    record = await chamber.get(f"/candidacies/{candidacy['id']}/acts")
    assert [(act["act"], act["role"], act["person_id"]) for act in record] == [
        ("nominate", "chair", str(chamber.chair)),
        ("elect", "kurultai", None),
    ]


async def test_a_candidacy_that_is_decided_is_on_file_as_decided(candidacy, hear, work):
    await hear(facts.a_result(UUID(candidacy["id"])))
    query = sa.select(candidacies.c.stage, candidacies.c.version)
    assert [tuple(row) for row in await work.session.execute(query)] == [("elected", 2)]
