"""Committees, their chairs and bills over HTTP, and what is guaranteed to the opposition."""

from uuid import UUID, uuid4

import pytest

from tests.committees import facts
from tests.committees.builders import COMMITTEES_MAX, SUMMARY, numbered
from tests.committees.chamber import Refused
from tests.committees.test_committees_routes import refused


@pytest.fixture
def elect(chamber, hear):
    """Nominates someone and has the Kurultai elect them."""

    async def elected(committee_id, person_id):
        candidacy = await chamber.nominate(committee_id, person_id)
        await hear(facts.a_result(UUID(candidacy["id"])))
        return person_id

    return elected


async def kept(chamber):
    return {
        g["key"].removeprefix("opposition."): (g["held"], g["is_kept"])
        for g in await chamber.get("/guarantees")
        if g["kind"] == "composition"
    }


async def test_from_eight_committees_to_a_constituted_convocation(chamber, elect):
    committees = [await chamber.committee(n) for n in range(COMMITTEES_MAX - 1)]
    reserved = await chamber.committee(COMMITTEES_MAX, reserved=True)
    majority = [await chamber.of_the_majority() for _ in committees]
    opposition = [await chamber.of_the_opposition() for _ in range(3)]
    path = f"/convocations/{chamber.convocation}/constitution"

    for committee_id, person_id in zip(committees, majority, strict=True):
        await elect(committee_id, person_id)
    refusal = await refused(chamber.nominate(reserved, majority[0]))
    assert "only_from_opposition" in refusal.problem["provision"]
    refusal = await refused(chamber.post(path, by=chamber.chair))
    assert refusal.unmet == [
        "every standing committee has an elected chair",
        "the opposition chairs as many committees as it is guaranteed",
        "the opposition has as many committee secretaries as it is guaranteed",
    ]
    assert await kept(chamber) == {"chairs_min": (0, False), "secretaries_min": (0, False)}

    await elect(reserved, opposition[0])
    for committee_id, person_id in zip(committees[:2], opposition[1:], strict=True):
        await chamber.office(person_id, "committee_secretary", committee_id)

    assert await kept(chamber) == {"chairs_min": (1, True), "secretaries_min": (2, True)}
    assert (await chamber.post(path, by=chamber.chair))["stage"] == "constituted"
    refusal = await refused(chamber.post(path, by=chamber.chair))
    assert refusal.status == 409


async def test_the_last_committee_is_left_to_the_opposition(chamber, elect):
    first, last = await chamber.committee(1), await chamber.committee(2)
    await chamber.of_the_opposition()
    await elect(first, await chamber.of_the_majority())
    refusal = await refused(chamber.nominate(last, await chamber.of_the_majority()))
    assert refusal.unmet == ["enough committees would remain for the opposition to chair"]
    assert "opposition.chairs_min (last known" in refusal.problem["provision"]


async def test_a_broken_guarantee_is_shown_and_does_not_hold_anyone_in_office(chamber, elect):
    committee_id = await chamber.committee(1, reserved=True)
    await elect(committee_id, await chamber.of_the_opposition())
    [office] = await chamber.get("/offices", role="committee_chair")

    await chamber.post(f"/offices/{office['id']}/ending", {"ground": "Resignation"})

    assert (await kept(chamber))["chairs_min"] == (0, False)
    [shown] = [g for g in await chamber.get("/guarantees") if "chairs" in g["key"]]
    assert (shown["needed"], shown["is_owed"]) == (1, True)
    assert shown["provision"].startswith("rules profile: opposition.chairs_min (last-known")


async def test_a_faction_that_leaves_the_opposition_takes_its_chairs_with_it(chamber, elect):
    committee_id = await chamber.committee(1, reserved=True)
    await elect(committee_id, await chamber.of_the_opposition())
    third = await chamber.faction("№ 3 фракция", opposition=True)
    await chamber.seat(uuid4(), third)
    assert (await kept(chamber))["chairs_min"] == (1, True)

    await chamber.post(f"/factions/{chamber.opposition}/side", {"opposition": False})

    assert (await kept(chamber))["chairs_min"] == (0, False)


async def test_committees_are_shown_with_their_chairs_and_secretaries(chamber, elect):
    committee_id = await chamber.committee(1)
    await chamber.committee(2)
    person_id = await elect(committee_id, await chamber.of_the_majority())
    secretary = await chamber.of_the_opposition()
    await chamber.office(secretary, "committee_secretary", committee_id)

    [first, second] = await chamber.get("/committees", convocation_id=chamber.convocation)

    assert first["chair"]["person_id"] == str(person_id)
    assert [one["person_id"] for one in first["secretaries"]] == [str(secretary)]
    assert (second["chair"], second["secretaries"]) == (None, [])
    assert await chamber.get(f"/committees/{committee_id}") == first
    assert await chamber.get(f"/committees/{committee_id}/options") == []


@pytest.mark.parametrize("who", ["deputy", "clerk"])
async def test_committees_are_not_formed_by_just_anyone(chamber, who):
    person_id = await chamber.of_the_majority()
    if who == "clerk":
        await chamber.office(person_id, "clerk")
    body = {"convocation_id": chamber.convocation, "name": numbered(1).model_dump()}
    refusal = await refused(chamber.post("/committees", body, by=person_id))
    assert refusal.status == 403


async def test_a_leader_of_a_faction_nominates_too(chamber):
    committee_id = await chamber.committee()
    leader = await chamber.of_the_opposition()
    body = {"committee_id": committee_id, "person_id": str(leader)}
    assert (await refused(chamber.post("/candidacies", body, by=leader))).status == 403

    await chamber.office(leader, "faction_leader", chamber.opposition)
    shown = await chamber.post("/candidacies", body, by=leader)

    assert shown["stage"] == "nominated"
    assert shown["name"]["ru"].startswith("Депутат № ")
    assert await chamber.get("/candidacies", committee_id=committee_id) == [shown]
    [option] = [
        o
        for o in await chamber.get(f"/candidacies/{shown['id']}/options", by=leader)
        if o["act"] == "elect"
    ]
    assert not option["is_open"]
    assert "by the result of a vote" in option["reasons"][0]["sentence"]


async def test_a_candidate_for_a_committee_that_is_not_there_is_not_found(chamber):
    refusal = await refused(chamber.nominate(str(uuid4()), chamber.chair))
    assert (refusal.status, refusal.problem["code"]) == (404, "committee-not-found")


@pytest.fixture
async def lead(chamber, elect):
    """A committee with its chair: (committee, chair)."""
    committee_id = await chamber.committee(1)
    return committee_id, await elect(committee_id, await chamber.of_the_majority())


async def refer(chamber, bill_id, committee_id, by=None):
    body = {"bill_id": str(bill_id), "committee_id": committee_id}
    return await chamber.post("/referrals", body, by=by or chamber.chair)


async def test_an_admitted_bill_goes_to_its_lead_committee_once(chamber, lead, hear):
    bill_id, (committee_id, _) = uuid4(), lead
    await hear(facts.admitted(bill_id))

    referral = await refer(chamber, bill_id, committee_id)

    assert (referral["stage"], referral["reading"]) == ("in_work", 1)
    assert await chamber.get("/referrals", bill_id=str(bill_id)) == [referral]
    refusal = await refused(refer(chamber, bill_id, committee_id))
    assert refusal.unmet == ["no lead committee has been named for the bill before"]


async def test_a_bill_that_is_not_admitted_is_not_referred(chamber, lead):
    refusal = await refused(refer(chamber, uuid4(), lead[0]))
    assert refusal.status == 409
    assert refusal.unmet == ["the bill is admitted to consideration and has not left the Kurultai"]


async def test_a_bill_that_was_withdrawn_is_not_referred(chamber, lead, hear):
    bill_id = uuid4()
    await hear(facts.admitted(bill_id))
    await hear(facts.withdrawn(bill_id), sequence=2)
    refusal = await refused(refer(chamber, bill_id, lead[0]))
    assert refusal.unmet == ["the bill is admitted to consideration and has not left the Kurultai"]


async def test_a_bill_does_not_go_to_a_committee_without_a_chair(chamber, lead, hear):
    bill_id, headless = uuid4(), await chamber.committee(2)
    await hear(facts.admitted(bill_id))
    refusal = await refused(refer(chamber, bill_id, headless))
    assert refusal.unmet == ["the standing committee has its chair"]
    refusal = await refused(refer(chamber, bill_id, str(uuid4())))
    assert refusal.status == 404
    assert (await refused(refer(chamber, bill_id, lead[0], by=lead[1]))).status == 403


async def test_the_lead_committee_concludes_and_no_other(chamber, lead, elect, hear):
    bill_id, (committee_id, chair) = uuid4(), lead
    other = await elect(await chamber.committee(2), await chamber.of_the_opposition())
    await hear(facts.admitted(bill_id))
    referral = await refer(chamber, bill_id, committee_id)
    path = f"/referrals/{referral['id']}/conclusion"
    body = {"favourable": False, "summary": SUMMARY.model_dump()}

    refusal = await refused(chamber.post(path, body, by=other))
    assert refusal.unmet == ["the chair acts for the lead committee itself"]
    with pytest.raises(Refused):
        await chamber.post(path, body, by=chamber.chair)
    shown = await chamber.post(path, body, by=chair)

    assert shown["stage"] == "concluded"
    [conclusion] = shown["conclusions"]
    assert (conclusion["reading"], conclusion["favourable"]) == (1, False)
    assert conclusion["summary"] == SUMMARY.model_dump()
    options = await chamber.get(f"/referrals/{referral['id']}/options", by=chair)
    ends = {"resume", "take_up", "end", "note_withdrawal"}
    others = {"attach_dissent", "add_follow_up", "close_follow_up", "void_decision"}
    assert {o["act"] for o in options} == ends | others
    assert {o["act"] for o in options if o["is_open"]} == {"attach_dissent", "add_follow_up"}


async def test_a_bill_that_the_kurultai_sends_back_is_taken_up_again(chamber, lead, hear):
    bill_id, (committee_id, chair) = uuid4(), lead
    await hear(facts.admitted(bill_id))
    referral = await refer(chamber, bill_id, committee_id)
    path = f"/referrals/{referral['id']}/conclusion"
    body = {"favourable": True, "summary": SUMMARY.model_dump()}
    await chamber.post(path, body, by=chair)
    await hear(facts.sent_back(bill_id, 1), sequence=2)

    again = await chamber.post(path, body, by=chair)

    assert again["stage"] == "concluded"
    assert [conclusion["reading"] for conclusion in again["conclusions"]] == [1, 1]
