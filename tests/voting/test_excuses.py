"""Absences that are excused: recorded by the Apparatus, frozen with the roll, never silently."""

from uuid import UUID, uuid4

import asyncpg
import pytest

WORDS = {"kk": "Жерлеу рәсімі", "ru": "Похороны"}
FORBIDDEN = [
    "UPDATE excuses SET person_id = gen_random_uuid()",
    "UPDATE excuses SET ground = 'leave'",
    "DELETE FROM excuses",
    "TRUNCATE excuses",
    "UPDATE roll SET excused = true",
]


async def test_who_is_excused_ends_in_a_state_of_their_own(floor):
    sitting_id = await floor.sit(present=100)
    await floor.excuse(sitting_id, floor.deputies[120], ground="illness")

    vote_id = await floor.open_vote(sitting_id)
    await floor.cast_all(vote_id, ["for"] * 100)
    closed = await floor.close(vote_id)

    by_name = await floor.get(f"/votes/{vote_id}/ballots")
    states = [by_name["roll"][place]["state"] for place in (99, 119, 120, 121)]
    assert states == ["for", "absent", "absent_excused", "absent"]
    assert (closed["tally"]["absent"], closed["tally"]["absent_excused"]) == (44, 1)
    assert sum(closed["tally"].values()) == 145


async def test_who_is_excused_and_comes_after_all_is_present(floor):
    sitting_id = await floor.sit(present=100)
    deputy = floor.deputies[120]
    await floor.excuse(sitting_id, deputy)

    await floor.post(f"/sittings/{sitting_id}/registration", by=deputy)
    vote_id = await floor.open_vote(sitting_id)
    cast = await floor.cast(vote_id, deputy)
    await floor.end_window(vote_id)
    closed = await floor.close(vote_id)

    assert cast.status_code == 201
    assert closed["tally"]["absent_excused"] == 0
    assert (await floor.get(f"/votes/{vote_id}/ballots"))["roll"][120]["state"] == "for"


async def test_a_frozen_roll_keeps_what_was_excused_when_it_was_frozen(floor):
    sitting_id = await floor.sit(present=100)
    first, later = floor.deputies[120], floor.deputies[121]
    excuse = await floor.excuse(sitting_id, first)
    votes = [await floor.open_vote(sitting_id)]

    await floor.post(f"/excuses/{excuse['id']}/withdrawal", by=floor.clerk)
    await floor.excuse(sitting_id, later)
    votes.append(await floor.open_vote(sitting_id))

    excused = []
    for vote_id in votes:
        await floor.cast_all(vote_id, ["for"] * 100)
        await floor.close(vote_id)
        roll = (await floor.get(f"/votes/{vote_id}/ballots"))["roll"]
        excused.append([d["person_id"] for d in roll if d["state"] == "absent_excused"])
    assert excused == [[str(first)], [str(later)]]


async def test_an_excuse_taken_back_stays_on_record_with_both_acts(floor):
    sitting_id = await floor.sit(present=100)
    excuse = await floor.excuse(sitting_id, floor.deputies[120])

    taken = await floor.post(f"/excuses/{excuse['id']}/withdrawal", by=floor.clerk)
    again = await floor.excuse(sitting_id, floor.deputies[120], ground="leave")

    listed = await floor.get(f"/sittings/{sitting_id}/excuses")
    assert [(one["id"], one["stage"]) for one in listed] == [
        (excuse["id"], "taken_back"),
        (again["id"], "recorded"),
    ]
    assert taken["taken_back_by"] == str(floor.clerk)
    acts = await floor.get(f"/excuses/{excuse['id']}/acts")
    assert [(act["act"], act["role"]) for act in acts] == [
        ("record", "clerk"),
        ("take_back", "clerk"),
    ]
    told = await floor.admin.fetch(
        "SELECT type, body FROM outbox WHERE about = 'excuse' ORDER BY at"
    )
    assert [row["type"] for row in told][:2] == [
        "voting.absence_excused.v1",
        "voting.excuse_taken_back.v1",
    ]
    assert not any("ground" in row["body"] or "mission" in row["body"] for row in told)


@pytest.mark.parametrize(
    ("who", "but", "why"),
    [
        (50, {}, "has not registered"),
        (120, {}, "no other excuse"),
        (None, {}, "holds a mandate"),
        (121, {"ground": "other"}, "“other” is said in words"),
    ],
)
async def test_what_cannot_be_excused_is_refused_with_the_reason(floor, who, but, why):
    sitting_id = await floor.sit(present=100)
    await floor.excuse(sitting_id, floor.deputies[120])
    person = uuid4() if who is None else floor.deputies[who]

    refused = await floor.excuse(sitting_id, person, status=409, **but)

    assert why in refused["detail"]
    assert refused["provision"]
    assert len(await floor.get(f"/sittings/{sitting_id}/excuses")) == 1


async def test_another_ground_is_accepted_in_words_and_no_ground_outside_the_list(floor):
    sitting_id = await floor.sit(present=100)

    said = await floor.excuse(sitting_id, floor.deputies[120], ground="other", words=WORDS)

    assert said["words"] == WORDS
    for but in ({"ground": "weather"}, {"ground": None}, {"reference": ""}, {"dated": "soon"}):
        await floor.excuse(sitting_id, floor.deputies[121], status=422, **but)


async def test_when_the_sitting_is_over_nothing_is_excused_or_taken_back(floor):
    sitting_id = await floor.sit(present=100)
    excuse = await floor.excuse(sitting_id, floor.deputies[120])
    await floor.post(f"/sittings/{sitting_id}/closing", by=floor.chair)

    late = await floor.excuse(sitting_id, floor.deputies[121], status=409)
    path = f"/excuses/{excuse['id']}/withdrawal"
    back = await floor.post(path, by=floor.clerk, status=409)

    assert "not over" in late["detail"]
    assert "not over" in back["detail"]


@pytest.mark.parametrize("who", ["chair", "deputy_chair", "government", "stranger"])
async def test_only_the_apparatus_excuses_and_takes_back(floor, who):
    sitting_id = await floor.sit(present=100)
    excuse = await floor.excuse(sitting_id, floor.deputies[120])
    body = {"person_id": str(floor.deputies[121]), "ground": "illness", "reference": "1"}
    body |= {"dated": "2026-11-30"}
    by = getattr(floor, who)

    await floor.post(f"/sittings/{sitting_id}/excuses", body, by=by, status=403)
    await floor.post(f"/excuses/{excuse['id']}/withdrawal", by=by, status=403)


async def test_why_somebody_is_away_is_shown_to_few(floor):
    sitting_id = await floor.sit(present=100)
    deputy = floor.deputies[120]
    await floor.excuse(sitting_id, deputy, ground="illness", words=WORDS)
    path = f"/sittings/{sitting_id}/excuses"

    def reasons(one):
        return [one["ground"], one["words"], one["reference"], one["dated"]]

    for reader in (floor.clerk, floor.chair, deputy):
        [shown] = await floor.get(path, by=reader)
        assert reasons(shown) == ["illness", WORDS, "№ 114-ө", "2026-11-30"]
    for reader in (None, floor.government, floor.deputies[121]):
        [shown] = await floor.get(path, by=reader)
        assert reasons(shown) == [None] * 4
        assert shown["person_id"] == str(deputy)


@pytest.mark.parametrize("change", FORBIDDEN)
async def test_not_even_the_owner_rewrites_an_excuse(floor, urls, change):
    sitting_id = await floor.sit(present=100)
    await floor.excuse(sitting_id, floor.deputies[120])
    await floor.open_vote(sitting_id)
    owner = await asyncpg.connect(urls["owner"].replace("postgresql+asyncpg", "postgresql"))
    try:
        with pytest.raises(asyncpg.RestrictViolationError):
            await owner.execute(change)
    finally:
        await owner.close()


async def test_the_apparatus_of_a_sitting_that_is_not_there_is_told_so(floor):
    missing = await floor.excuse(str(uuid4()), floor.deputies[1], status=404)
    path = f"/excuses/{UUID(int=7)}/withdrawal"
    nothing = await floor.post(path, by=floor.clerk, status=404)

    assert (missing["code"], nothing["code"]) == ("sitting-not-found", "excuse-not-found")
