"""Behind closed doors: that it is so and why is public, and who spoke is not."""

import pytest

GROUND = {"ground": {"kk": "Мемлекеттік құпия", "ru": "Государственная тайна"}}
PROVISION = "Constitution 2026, art. 58(6)"


@pytest.fixture
async def sitting(floor):
    return f"/sittings/{await floor.sit(145)}"


@pytest.fixture
async def debate(floor, sitting):
    return f"/debates/{(await floor.post(f'{sitting}/debates', {}, by=floor.chair))['id']}"


async def spoken(floor, debate, person):
    asked = await floor.post(f"{debate}/speeches", {"kind": "debate"}, by=person)
    await floor.post(f"/speeches/{asked['id']}/giving", by=floor.chair)
    return asked["id"]


async def ended(floor, speech_id):
    await floor.post(f"/speeches/{speech_id}/ending", by=floor.chair)


async def test_who_spoke_is_shown_to_those_who_may_attend_and_to_nobody_else(
    floor, sitting, debate
):
    await ended(floor, await spoken(floor, debate, floor.deputies[10]))
    private = await floor.post(f"{sitting}/closed-doors", GROUND, by=floor.chair)
    hidden = await spoken(floor, debate, floor.deputies[11])
    live = await floor.get(f"{sitting}/now")
    await ended(floor, hidden)
    public = await floor.post(f"{sitting}/open-doors", by=floor.chair)
    await ended(floor, await spoken(floor, debate, floor.deputies[12]))

    assert private["closed_parts"][0]["ground"] == GROUND["ground"]
    assert (live["closed"], live["speaker"]) == (GROUND["ground"], None)
    assert public["closed_parts"][0]["until"] is not None
    everyone = [str(person) for person in floor.deputies[10:13]]
    for reader, seen in (
        (None, [everyone[0], everyone[2]]),
        (floor.stranger, [everyone[0], everyone[2]]),
        (floor.deputies[90], everyone),
        (floor.clerk, everyone),
        (floor.government, everyone),
    ):
        for path in (debate, f"{sitting}/debates"):
            found = await floor.get(path, by=reader)
            shown = found if path == debate else found[0]
            assert [one["person_id"] for one in shown["speeches"]] == seen
    refusal = await floor.http.get(f"/speeches/{hidden}/acts")
    assert refusal.status_code == 403
    assert refusal.json()["provision"].startswith(PROVISION)
    assert await floor.get(f"/speeches/{hidden}/acts", by=floor.clerk)


async def test_the_minutes_tell_the_ground_and_leave_out_who_spoke(floor, sitting, debate):
    await ended(floor, await spoken(floor, debate, floor.deputies[10]))
    await floor.post(f"{sitting}/closed-doors", GROUND, by=floor.chair)
    await ended(floor, await spoken(floor, debate, floor.deputies[11]))
    await floor.post(f"{debate}/ending", by=floor.chair)
    await floor.post(f"{sitting}/closing", by=floor.chair)

    drawn = await floor.post(f"{sitting}/minutes", by=floor.clerk)

    content = drawn["content"]
    assert len(content["speeches"]) == 1
    [part] = content["closed_parts"]
    assert part["ground"] == GROUND["ground"]
    assert part["until"] == content["closed_at"]


async def test_minutes_of_a_public_sitting_say_nothing_of_closed_parts(floor, sitting):
    await floor.post(f"{sitting}/closing", by=floor.chair)
    drawn = await floor.post(f"{sitting}/minutes", by=floor.clerk)
    assert "closed_parts" not in drawn["content"]


async def test_a_vote_behind_closed_doors_is_as_public_as_any(floor, sitting):
    await floor.post(f"{sitting}/closed-doors", GROUND, by=floor.chair)
    vote_id = await floor.open_vote(sitting.rpartition("/")[2])
    await floor.cast_all(vote_id, ["for"] * 145)
    assert (await floor.decide(vote_id))["outcome"] == "adopted"
    assert (await floor.get(f"/votes/{vote_id}"))["tally"]["votes_for"] == 145


async def test_who_presides_closes_the_doors_once_and_opens_them_once(floor, sitting):
    await floor.post(f"{sitting}/closed-doors", GROUND, by=floor.deputies[5], status=403)
    early = await floor.post(f"{sitting}/open-doors", by=floor.chair, status=409)
    await floor.post(f"{sitting}/closed-doors", {}, by=floor.chair, status=422)
    await floor.post(f"{sitting}/closed-doors", GROUND, by=floor.chair)
    again = await floor.post(f"{sitting}/closed-doors", GROUND, by=floor.chair, status=409)
    assert [early["provision"], again["provision"]] == [PROVISION] * 2
