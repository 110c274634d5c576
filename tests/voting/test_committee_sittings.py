"""Committees sit: their own members, their own quorum, their own decisions."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from shared.contracts.bodies import BodyFormed, BodyKind, Capacity, MemberJoined, MemberLeft
from shared.contracts.words import Bilingual
from tests.voting.committees import MEMBERS, Committee

DECISION = "committee_decision"


@pytest.fixture
async def committee(floor):
    return await Committee(floor).be_formed()


async def refused(answer, *said):
    assert all(any(word in reason["message"] for reason in answer["unmet"]) for word in said)


async def test_a_committee_sits_with_the_majority_of_its_members(floor, committee):
    called = await committee.call()
    path = f"/sittings/{called['id']}"
    await floor.post(f"{path}/registration-opening", by=committee.chair)
    await floor.write_down(called["id"], committee.members[: committee.quorum - 1])

    short = await floor.post(f"{path}/opening", by=committee.chair, status=409)
    await floor.write_down(called["id"], committee.members[committee.quorum - 1 : committee.quorum])
    opened = await floor.post(f"{path}/opening", by=committee.chair)

    assert short["code"] == "not-now"
    assert opened["stage"] == "open"
    shown = await floor.get(path)
    counted = {name: shown[name] for name in ("registered", "mandates", "seats", "quorum")}
    assert counted == {"registered": 6, "mandates": MEMBERS, "seats": MEMBERS, "quorum": 6}
    assert shown["body_ids"] == [str(committee.id)]


async def test_only_members_register_for_a_sitting_of_a_committee(floor, committee):
    sitting_id = (await committee.call())["id"]
    path = f"/sittings/{sitting_id}"
    await floor.post(f"{path}/registration-opening", by=floor.clerk)
    await committee.join(floor.deputies[100], Capacity.EXPERT)

    other = await floor.post(f"{path}/registration", by=floor.deputies[2], status=409)
    expert = await floor.post(f"{path}/registration", by=floor.deputies[100], status=409)
    member = await floor.post(f"{path}/registration", by=committee.members[3], status=201)

    assert other["provision"] == expert["provision"] == "Constitution 2026, art. 58(5), 59"
    assert member["stage"] == "registered"


async def test_the_roll_of_a_vote_in_a_committee_is_its_members_of_that_moment(floor, committee):
    sitting_id = await committee.sit(present=8)
    await committee.leave(committee.members[10])
    await committee.join(floor.deputies[90])
    vote_id = await floor.prepare(sitting_id, await floor.ask(DECISION))
    await floor.post(f"/votes/{vote_id}/opening", by=committee.chair)

    roll = await floor.get(f"/votes/{vote_id}/roll")
    outsider = await floor.cast(vote_id, floor.deputies[3])
    votes = [await floor.cast(vote_id, person) for person in committee.members[:6]]
    late = await floor.cast(vote_id, floor.deputies[90])
    await floor.end_window(vote_id)
    await floor.post(f"/votes/{vote_id}/closing", by=committee.chair)
    result = await floor.post(f"/votes/{vote_id}/proclamation", by=committee.chair)

    there = {str(p) for p in committee.members[:10]} | {str(floor.deputies[90])}
    assert {row["person_id"] for row in roll} == there
    assert outsider.json()["code"] == "not-on-the-roll"
    assert late.json()["code"] == "not-registered"
    assert {answer.status_code for answer in votes} == {201}
    assert (result["outcome"], result["needed"], result["whole"]) == ("adopted", 6, 11)
    assert result["seats"] == 11


async def test_five_of_eleven_do_not_decide_for_a_committee(floor, committee):
    sitting_id = await committee.sit()
    vote_id = await floor.prepare(sitting_id, await floor.ask(DECISION))
    await floor.post(f"/votes/{vote_id}/opening", by=committee.chair)
    for person in committee.members[:5]:
        await floor.cast(vote_id, person)
    await floor.end_window(vote_id)

    closed = await floor.post(f"/votes/{vote_id}/closing", by=committee.chair)

    assert closed["outcome"] == "rejected"


async def test_a_vote_without_the_quorum_of_the_committee_does_not_open(floor, committee):
    sitting_id = await committee.sit(present=6)
    vote_id = await floor.prepare(sitting_id, await floor.ask(DECISION))
    await floor.end_mandate(committee.members[5])

    refusal = await floor.post(f"/votes/{vote_id}/opening", by=committee.chair, status=409)

    assert "quorum" in refusal["detail"]


async def test_a_committee_takes_no_decision_of_the_kurultai_and_the_other_way(floor, committee):
    ours, theirs = await floor.ask(DECISION), await floor.ask("maj_law")
    in_committee, plenary = await committee.sit(), await floor.sit()

    for sitting_id, question_id in ((in_committee, theirs), (plenary, ours)):
        body = {"question_id": question_id}
        path = f"/sittings/{sitting_id}/votes"
        refusal = await floor.post(path, body, by=floor.clerk, status=409)
        assert refusal["provision"] == "Constitution 2026, art. 56, 59"


async def test_officers_of_the_kurultai_do_not_preside_in_a_committee(floor, committee):
    called = await committee.call(by=floor.clerk)

    await floor.post(
        "/sittings", {"starts_at": called["starts_at"]}, by=committee.chair, status=403
    )
    path = f"/sittings/{called['id']}"
    await floor.post(f"{path}/registration-opening", by=floor.chair, status=403)
    await floor.post(f"{path}/registration-opening", by=committee.chair)
    await floor.write_down(called["id"], committee.members)
    refusal = await floor.post(f"{path}/opening", by=floor.chair, status=403)

    assert "who presides at the sitting" in refusal["detail"]


async def test_a_member_who_takes_the_chair_presides_instead_of_the_chair(floor, committee):
    sitting_id = await committee.sit()
    path, member = f"/sittings/{sitting_id}", committee.members[4]
    body = {"person_id": str(member), "ground": {"kk": "Іссапар", "ru": "Командировка"}}

    handed = await floor.post(f"{path}/presiding", body, by=committee.chair)
    await floor.post(f"{path}/break", by=committee.chair, status=403)
    paused = await floor.post(f"{path}/break", by=member)
    await floor.post(f"{path}/resumption", by=member)
    closed = await floor.post(f"{path}/closing", by=member)

    assert [one["person_id"] for one in handed["presided"]] == [str(member)]
    assert handed["presided"][0]["ground"]["ru"] == "Командировка"
    assert paused["stage"] == "on_break"
    assert closed["stage"] == "closed"
    acts = await floor.get(f"{path}/acts")
    assert [act["role"] for act in acts[-4:]] == ["presiding"] * 4


@pytest.mark.parametrize("who", ["outsider", "stranger"])
async def test_nobody_from_outside_presides_in_a_committee(floor, committee, who):
    sitting_id = await committee.sit()
    person = floor.deputies[2] if who == "outsider" else floor.stranger
    body = {"person_id": str(person)}

    refusal = await floor.post(
        f"/sittings/{sitting_id}/presiding", body, by=committee.chair, status=409
    )

    assert refusal["provision"].startswith("Constitution 2026, art. 57(3)")


async def test_two_committees_sit_together_and_who_is_in_both_counts_once(floor, committee):
    other = await Committee(floor, start=26).be_formed()
    called = await committee.call(body_ids=[str(committee.id), str(other.id)])

    shown = await floor.get(f"/sittings/{called['id']}")

    assert shown["mandates"] == len({*committee.members, *other.members}) == 17
    assert shown["quorum"] == 9
    assert [s["id"] for s in await floor.get(f"/sittings?body_id={other.id}")] == [called["id"]]


async def test_the_chair_of_a_committee_draws_up_its_agenda_and_no_other(floor, committee):
    other = await Committee(floor, start=60).be_formed()
    path = f"/sittings/{(await committee.call())['id']}/agenda"

    refusal = await floor.post(path, by=other.chair, status=409)
    drawn = await floor.post(path, by=committee.chair)

    assert "59(2)" in refusal["provision"]
    assert drawn["stage"] == "draft"


async def test_a_committee_that_is_not_told_in_time_does_not_sit(floor, committee):
    past = (datetime.now(UTC) - timedelta(minutes=1)).isoformat()

    refusal = await committee.call(starts_at=past, status=409)

    assert refusal["provision"] == "rules profile: committee_notice, sitting_notice (unknown)"
    assert await floor.get("/sittings") == []


async def test_a_body_that_is_not_there_does_not_sit(floor, committee):
    await committee.call(body_ids=[str(uuid4())], by=floor.clerk, status=409)


async def test_nobody_sits_from_afar_while_the_rules_do_not_say_so(committee):
    refusal = await committee.call(form="remote", status=409)

    assert "sittings.remote" in refusal["provision"]


async def test_who_belongs_to_a_body_is_heard(floor, hear):
    body_id, membership_id, person = uuid4(), uuid4(), floor.deputies[7]
    long_ago = datetime(2026, 9, 1, tzinfo=UTC)
    formed = {"body_id": body_id, "convocation_id": uuid4(), "kind": BodyKind.COMMISSION}
    member = {"membership_id": membership_id, "body_id": body_id, "person_id": person}
    name = Bilingual(kk="Комиссия", ru="Комиссия")
    await hear(BodyFormed(at=long_ago, name=name, since=long_ago, **formed))
    joined = MemberJoined(at=long_ago, capacity=Capacity.MEMBER, since=long_ago, **member)
    await hear(joined)
    soon = (datetime.now(UTC) + timedelta(hours=1)).isoformat()
    body = {"starts_at": soon, "body_ids": [str(body_id)]}

    called = await floor.post("/sittings", body, by=floor.clerk)
    now = datetime.now(UTC)
    await hear(MemberLeft(at=now, until=now, ground="own wish", **member), sequence=2)

    assert called["body_ids"] == [str(body_id)]
    assert (await floor.get(f"/sittings/{called['id']}"))["mandates"] == 0
