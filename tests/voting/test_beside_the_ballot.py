"""Beside the ballot: statements, faults, recusals; and ballots that two persons enter."""

import asyncio
from uuid import UUID

import asyncpg
import pytest

REASON = {"kk": "Құрылғы істен шықты", "ru": "Отказ устройства"}


async def test_a_statement_stands_beside_the_ballot_and_changes_nothing(floor):
    vote_id, deputy = await floor.open_vote(), floor.deputies[10]
    await floor.cast_all(vote_id, ["for"] * 145)
    closed = await floor.close(vote_id)

    made = await declare(floor, vote_id, deputy, "statement", "Мен қарсымын.")

    assert (made["kind"], made["words"], made["person_id"]) == (
        "statement",
        "Мен қарсымын.",
        str(deputy),
    )
    assert (await floor.get(f"/votes/{vote_id}"))["tally"] == closed["tally"]
    by_name = await floor.get(f"/votes/{vote_id}/ballots")
    assert by_name["roll"][10]["state"] == "for"
    assert [made] == await floor.get(f"/votes/{vote_id}/declarations")


@pytest.mark.parametrize(
    "field", [{"choice": "against"}, {"tally": {"votes_for": 0}}, {"person_id": str(UUID(int=1))}]
)
async def test_a_statement_cannot_say_more_than_words(floor, field):
    vote_id = await floor.open_vote()
    body = {"kind": "statement", "words": "Қарсы"} | field

    await floor.post(f"/votes/{vote_id}/declarations", body, by=floor.deputies[10], status=422)


async def test_declarations_are_hidden_while_the_vote_goes_on(floor):
    vote_id = await floor.open_vote()
    await declare(floor, vote_id, floor.deputies[10], "statement", "Мен қолдаймын.")

    answer = await floor.http.get(f"/votes/{vote_id}/declarations")

    assert (answer.status_code, answer.json()["code"]) == (409, "hidden-until-close")


async def test_the_same_declaration_again_is_the_same(floor):
    vote_id, deputy = await floor.open_vote(), floor.deputies[10]

    twice = [await declare(floor, vote_id, deputy, "device_fault", "Не работает") for _ in "12"]

    assert twice[0] == twice[1]


@pytest.mark.parametrize("who", ["clerk", "government", "stranger"])
async def test_only_a_deputy_on_the_roll_declares(floor, who):
    vote_id = await floor.open_vote()
    body = {"kind": "statement", "words": "Қарсы"}

    answer = await floor.post(
        f"/votes/{vote_id}/declarations", body, by=getattr(floor, who), status=403
    )

    assert answer["provision"]


async def test_a_fault_is_reported_within_the_window_and_is_a_state_of_its_own(floor):
    vote_id = await floor.open_vote(await floor.sit(present=100))
    await floor.cast_all(vote_id, ["for"] * 90)
    await declare(floor, vote_id, floor.deputies[95], "device_fault", "Планшет не отвечает")
    await declare(floor, vote_id, floor.deputies[10], "device_fault", "Но голос принят")
    await declare(floor, vote_id, floor.deputies[120], "device_fault", "Меня нет в зале")
    await floor.end_window(vote_id)
    body = {"kind": "device_fault", "words": "Поздно"}
    path = f"/votes/{vote_id}/declarations"
    late = await floor.post(path, body, by=floor.deputies[96], status=409)
    await floor.close(vote_id)

    by_name = await floor.get(f"/votes/{vote_id}/ballots")

    assert "its time is not over" in late["detail"]
    states = [by_name["roll"][place]["state"] for place in (10, 95, 96, 120)]
    assert states == ["for", "device_fault", "present_not_voted", "absent"]
    assert (by_name["tally"]["device_fault"], sum(by_name["tally"].values())) == (1, 145)


async def test_who_is_recused_does_not_vote(floor):
    vote_id, deputy = await floor.open_vote(), floor.deputies[10]
    await declare(floor, vote_id, deputy, "recusal", "Менің мүддем бар.")

    refused = await floor.cast(vote_id, deputy)
    await floor.end_window(vote_id)
    closed = await floor.close(vote_id)

    assert (refused.status_code, refused.json()["code"]) == (403, "recused")
    assert closed["tally"]["recused"] == 1


async def test_who_has_voted_is_not_recused(floor):
    vote_id, deputy = await floor.open_vote(), floor.deputies[10]
    await floor.cast(vote_id, deputy)
    body = {"kind": "recusal", "words": "Передумал"}

    refused = await floor.post(f"/votes/{vote_id}/declarations", body, by=deputy, status=409)

    assert "has not voted" in refused["detail"]


async def test_of_a_ballot_and_a_recusal_at_once_one_stands(floor):
    vote_id = await floor.open_vote()
    deputies = floor.deputies[10:40]
    body = {"kind": "recusal", "words": "Самоотвод"}
    path = f"/votes/{vote_id}/declarations"

    async def both(deputy):
        return await asyncio.gather(
            floor.cast(vote_id, deputy),
            floor.http.post(path, json=body, headers=floor.signed(deputy)),
        )

    for cast, recused in await asyncio.gather(*map(both, deputies)):
        assert (cast.status_code == 201) != (recused.status_code == 201)


async def test_a_paper_ballot_is_entered_by_one_person_and_confirmed_by_another(floor):
    vote_id, deputy = await floor.open_vote(), floor.deputies[10]
    await floor.post(f"/votes/{vote_id}/suspension", by=floor.clerk)
    paper = await enter(floor, vote_id, deputy, "against")
    before = await floor.ballots_in(vote_id)

    alone = await floor.post(f"/paper-ballots/{paper}/confirmation", by=floor.clerk, status=409)
    confirmed = await floor.post(f"/paper-ballots/{paper}/confirmation", by=floor.chair)

    assert "another person entered it" in alone["detail"]
    assert before == 0
    assert (confirmed["stage"], confirmed["confirmed_by"]) == ("confirmed", str(floor.chair))
    await floor.post(f"/votes/{vote_id}/resumption", by=floor.chair)
    await floor.end_window(vote_id)
    closed = await floor.close(vote_id)
    entry = (await floor.get(f"/votes/{vote_id}/ballots"))["roll"][10]
    assert (entry["state"], entry["source"]) == ("against", "paper")
    assert closed["tally"]["against"] == 1


async def test_a_paper_ballot_does_not_replace_an_electronic_one(floor):
    vote_id, deputy = await floor.open_vote(), floor.deputies[10]
    await floor.cast(vote_id, deputy, "for")
    paper = await enter(floor, vote_id, deputy, "against")

    refused = await floor.post(f"/paper-ballots/{paper}/confirmation", by=floor.chair, status=409)

    assert refused["code"] == "already-voted"
    assert await floor.ballots_in(vote_id) == 1
    stage = await floor.admin.fetchval("SELECT stage FROM paper_ballots")
    assert stage == "entered"  # a refusal changes nothing


async def test_who_has_voted_on_paper_does_not_vote_again_on_a_device(floor):
    vote_id, deputy = await floor.open_vote(), floor.deputies[10]
    paper = await enter(floor, vote_id, deputy, "against")
    await floor.post(f"/paper-ballots/{paper}/confirmation", by=floor.chair)

    refused = await floor.cast(vote_id, deputy, "for")

    assert (refused.status_code, refused.json()["code"]) == (409, "already-voted")


@pytest.mark.parametrize("who", ["chair", "government", "stranger"])
async def test_only_the_apparatus_enters_paper_ballots(floor, who):
    vote_id = await floor.open_vote()
    body = {"person_id": str(floor.deputies[10]), "choice": "for", "reason": REASON}

    await floor.post(f"/votes/{vote_id}/paper-ballots", body, by=getattr(floor, who), status=403)


async def test_the_database_itself_records_no_paper_ballot_that_nobody_confirmed(floor, urls):
    """The service's own role, should somebody else speak in its name."""
    vote_id, deputy = await floor.open_vote(), floor.deputies[10]
    paper = await enter(floor, vote_id, deputy, "against")
    service = await asyncpg.connect(urls["service"].replace("postgresql+asyncpg", "postgresql"))
    try:
        verdict = await service.fetchval(
            "SELECT verdict FROM cast_ballots(ARRAY[$1::uuid], ARRAY[$2::uuid], "
            "ARRAY['\"against\"'::jsonb], ARRAY[$3::uuid], ARRAY[gen_random_uuid()], 'paper', "
            "NULL, true)",
            UUID(vote_id),
            deputy,
            UUID(paper),
        )
    finally:
        await service.close()

    assert verdict == "not-confirmed"
    assert await floor.ballots_in(vote_id) == 0


async def declare(floor, vote_id, deputy, kind, words):
    body = {"kind": kind, "words": words}
    return await floor.post(f"/votes/{vote_id}/declarations", body, by=deputy)


async def enter(floor, vote_id, deputy, choice) -> str:
    body = {"person_id": str(deputy), "choice": choice, "reason": REASON}
    return (await floor.post(f"/votes/{vote_id}/paper-ballots", body, by=floor.clerk))["id"]
