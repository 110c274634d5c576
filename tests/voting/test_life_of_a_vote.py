"""Suspended and resumed, proclaimed, annulled by two persons, held again in a new round."""

from datetime import datetime
from uuid import UUID

import asyncpg
import pytest

from services.voting.actions.close_on_time import close_overdue
from shared.contracts.voting import ResultCertified, VoteAnnulled

REASON = {"reason": {"kk": "Құрылғылар істен шықты", "ru": "Отказ устройств"}}


async def test_a_suspended_vote_takes_no_ballots_and_keeps_what_is_left_of_its_window(floor):
    vote_id = await floor.open_vote(window_seconds=100)
    await floor.cast(vote_id, floor.deputies[10])

    suspended = await floor.post(f"/votes/{vote_id}/suspension", by=floor.clerk)
    refused = await floor.cast(vote_id, floor.deputies[11])

    assert suspended["stage"] == "suspended"
    assert 90_000 < suspended["remaining_ms"] <= 100_000
    assert (refused.status_code, refused.json()["code"]) == (409, "vote-suspended")

    resumed = await floor.post(f"/votes/{vote_id}/resumption", by=floor.chair)
    taken = await floor.cast(vote_id, floor.deputies[11])

    assert (resumed["stage"], resumed["remaining_ms"]) == ("open", None)
    assert datetime.fromisoformat(resumed["closes_at"]) > datetime.fromisoformat(
        suspended["closes_at"]
    )
    assert taken.status_code == 201
    assert await floor.ballots_in(vote_id) == 2


async def test_a_ballot_recorded_before_the_suspension_is_confirmed_during_it(floor):
    vote_id, deputy, request_id = await floor.open_vote(), floor.deputies[10], UUID(int=7)
    first = await floor.cast(vote_id, deputy, request_id=request_id)
    await floor.post(f"/votes/{vote_id}/suspension", by=floor.chair)

    again = await floor.cast(vote_id, deputy, request_id=request_id)

    assert (again.status_code, again.json()) == (200, first.json())


async def test_the_clock_does_not_close_a_suspended_vote(floor, running):
    vote_id = await floor.open_vote()
    await floor.post(f"/votes/{vote_id}/suspension", by=floor.clerk)
    await floor.end_window(vote_id)

    await close_overdue(running, UUID(vote_id))

    assert (await floor.get(f"/votes/{vote_id}"))["stage"] == "suspended"


async def test_a_vote_whose_window_is_over_is_not_suspended(floor):
    vote_id = await floor.open_vote()
    await floor.end_window(vote_id)

    refused = await floor.post(f"/votes/{vote_id}/suspension", by=floor.clerk, status=409)

    assert "time for voting is not over" in refused["detail"]


async def test_others_hear_of_a_result_when_it_is_proclaimed_and_not_before(floor):
    vote_id = await decided(floor)
    told = "SELECT count(*) FROM outbox WHERE type = $1"
    assert await floor.admin.fetchval(told, ResultCertified.type) == 0

    proclaimed = await floor.post(f"/votes/{vote_id}/proclamation", by=floor.deputy_chair)

    assert (proclaimed["stage"], proclaimed["outcome"]) == ("proclaimed", "adopted")
    assert await floor.admin.fetchval(told, ResultCertified.type) == 1
    await floor.post(f"/votes/{vote_id}/proclamation", by=floor.chair, status=409)


@pytest.mark.parametrize("who", ["clerk", "government", "stranger"])
async def test_only_the_presiding_officers_proclaim_and_annul(floor, who):
    vote_id = await decided(floor)
    await floor.post(f"/votes/{vote_id}/annulment-request", REASON, by=floor.chair)

    for act in ("proclamation", "annulment"):
        await floor.post(f"/votes/{vote_id}/{act}", by=getattr(floor, who), status=403)


async def test_annulling_takes_two_persons(floor):
    vote_id = await decided(floor)
    unasked = await floor.post(f"/votes/{vote_id}/annulment", by=floor.chair, status=409)
    await floor.post(f"/votes/{vote_id}/annulment-request", REASON, by=floor.chair)

    alone = await floor.post(f"/votes/{vote_id}/annulment", by=floor.chair, status=409)
    meanwhile = await floor.post(f"/votes/{vote_id}/proclamation", by=floor.chair, status=409)
    annulled = await floor.post(f"/votes/{vote_id}/annulment", by=floor.deputy_chair)

    assert "another officer has asked" in unasked["detail"]
    assert "another officer has asked" in alone["detail"]
    assert "asked to annul" in meanwhile["detail"]
    assert (annulled["stage"], annulled["annulment"]["reason"]) == ("annulled", REASON["reason"])
    assert annulled["tally"]["votes_for"] == 145  # what was counted stays on record
    told = await floor.admin.fetchval("SELECT body FROM outbox WHERE type = $1", VoteAnnulled.type)
    assert VoteAnnulled.model_validate_json(told).reason.kk == REASON["reason"]["kk"]
    assert await floor.ballots_in(vote_id) == 145


async def test_what_one_person_asked_is_not_granted_by_the_same_person_in_another_office(floor):
    """The deputy chair becomes a clerk too: two offices, one person."""
    vote_id = await decided(floor)
    await floor.post(f"/votes/{vote_id}/annulment-request", REASON, by=floor.deputy_chair)
    await floor.admin.execute(
        "INSERT INTO register_offices (office_id, role, person_id, since) "
        "VALUES (gen_random_uuid(), 'chair', $1, '2026-09-01')",
        floor.deputy_chair,
    )

    await floor.post(f"/votes/{vote_id}/annulment", by=floor.deputy_chair, status=409)


async def test_a_request_that_nobody_granted_in_time_lapses(floor):
    vote_id = await decided(floor)
    await floor.post(f"/votes/{vote_id}/annulment-request", REASON, by=floor.chair)
    await floor.admin.execute(
        "UPDATE votes SET annulment = jsonb_set(annulment, '{at}', '\"2026-11-01T00:00:00Z\"')"
    )

    await floor.post(f"/votes/{vote_id}/annulment", by=floor.deputy_chair, status=409)
    await floor.post(f"/votes/{vote_id}/proclamation", by=floor.chair)


async def test_a_request_for_one_vote_annuls_no_other(floor):
    asked, other = await decided(floor), await decided(floor)
    await floor.post(f"/votes/{asked}/annulment-request", REASON, by=floor.chair)

    await floor.post(f"/votes/{other}/annulment", by=floor.deputy_chair, status=409)


async def test_after_an_annulled_vote_a_new_round_is_held_by_two_persons(floor):
    sitting_id, question_id = await floor.sit(), await floor.ask()
    first = await floor.open_vote(sitting_id, question_id=question_id)
    await floor.cast(first, floor.deputies[10], request_id=UUID(int=9))
    await floor.post(f"/votes/{first}/suspension", by=floor.clerk)
    await floor.post(f"/votes/{first}/annulment-request", REASON, by=floor.clerk)
    await floor.post(f"/votes/{first}/annulment", by=floor.chair)

    body = {"question_id": question_id}
    path = f"/sittings/{sitting_id}/votes"
    second = await floor.post(path, body, by=floor.chair)
    refused = await floor.post(f"/votes/{second['id']}/opening", by=floor.chair, status=409)
    opened = await floor.post(f"/votes/{second['id']}/opening", by=floor.deputy_chair)
    replayed = await floor.cast(second["id"], floor.deputies[10], request_id=UUID(int=9))

    assert (second["round"], second["follows"]) == (2, first)
    assert "a second person opens the new round" in refused["detail"]
    assert opened["stage"] == "open"
    assert replayed.status_code == 201  # another vote, so another ballot
    assert await floor.ballots_in(first) == 1


async def test_without_annulling_a_decided_question_has_no_new_round(floor):
    sitting_id, question_id = await floor.sit(), await floor.ask()
    vote_id = await floor.open_vote(sitting_id, question_id=question_id)
    await floor.cast_all(vote_id, ["for"] * 145)
    await floor.close(vote_id)

    body = {"question_id": question_id}
    await floor.post(f"/sittings/{sitting_id}/votes", body, by=floor.clerk, status=409)


async def test_a_sitting_is_not_closed_before_its_results_are_proclaimed(floor):
    sitting_id = await floor.sit()
    vote_id = await floor.open_vote(sitting_id)
    await floor.cast_all(vote_id, ["for"] * 145)
    await floor.close(vote_id)

    refused = await floor.post(f"/sittings/{sitting_id}/closing", by=floor.chair, status=409)
    await floor.post(f"/votes/{vote_id}/proclamation", by=floor.chair)
    await floor.post(f"/sittings/{sitting_id}/closing", by=floor.chair)

    assert "waits to be proclaimed" in refused["detail"]


@pytest.mark.parametrize(
    ("stage", "change"),
    [
        ("closed", "stage = 'open'"),
        ("closed", "stage = 'proclaimed', outcome = 'rejected'"),
        ("closed", "stage = 'annulled', tally = '{}'"),
        ("proclaimed", "stage = 'annulled'"),
        ("proclaimed", "annulment = '{}'"),
        ("annulled", "stage = 'closed'"),
        ("annulled", "annulled_at = now()"),
        ("suspended", "closes_at = closes_at + interval '1 hour'"),
        ("suspended", "stage = 'closed', closed_at = now(), tally = '{}', outcome = 'adopted'"),
        ("open", "stage = 'annulled'"),
    ],
)
async def test_even_the_owner_of_the_tables_moves_no_vote_along_another_path(
    floor, urls, stage, change
):
    vote_id = await brought_to(floor, stage)
    owner = await asyncpg.connect(urls["owner"].replace("postgresql+asyncpg", "postgresql"))
    try:
        with pytest.raises(asyncpg.RestrictViolationError):
            await owner.execute(f"UPDATE votes SET {change} WHERE id = $1", UUID(vote_id))  # noqa: S608
    finally:
        await owner.close()


async def decided(floor) -> str:
    """A vote that is counted and waits to be proclaimed."""
    vote_id = await floor.open_vote()
    await floor.cast_all(vote_id, ["for"] * 145)
    await floor.close(vote_id)
    return vote_id


async def brought_to(floor, stage) -> str:
    if stage in {"open", "suspended"}:
        vote_id = await floor.open_vote()
        if stage == "suspended":
            await floor.post(f"/votes/{vote_id}/suspension", by=floor.clerk)
        return vote_id
    vote_id = await decided(floor)
    if stage == "proclaimed":
        await floor.post(f"/votes/{vote_id}/proclamation", by=floor.chair)
    if stage == "annulled":
        await floor.post(f"/votes/{vote_id}/annulment-request", REASON, by=floor.clerk)
        await floor.post(f"/votes/{vote_id}/annulment", by=floor.chair)
    return vote_id
