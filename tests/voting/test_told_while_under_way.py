"""What is told of a vote while it is under way: what the rule that was frozen lets be told."""

import asyncio
from uuid import UUID

import pytest

from services.voting.api import reading, watching
from shared.kernel.rules import Live
from tests.voting.builders import RULES
from tests.voting.test_live import events, watch


@pytest.fixture(autouse=True)
def _often(monkeypatch):
    monkeypatch.setattr(reading, "FAREWELL_SECONDS", 0.2)
    monkeypatch.setattr(reading, "LOOK_SECONDS", 0.02)


async def freeze(floor, vote_id, live):
    """As if the vote had been opened under rules that say so; of votes of before, nothing."""
    changed = "jsonb_set(rule, '{live}', to_jsonb($2::text))" if live else "rule - 'live' - $2"
    await floor.admin.execute(
        f"UPDATE votes SET rule = {changed} WHERE id = $1",  # noqa: S608 the tests' own words
        UUID(vote_id),
        live or "",
    )


async def progress_of(floor, vote_id):
    """Everything that is told of a vote while ballots come in, with the numbers of the events."""
    watcher = asyncio.create_task(watch(floor, vote_id))
    for choices in (["for"] * 3 + ["against"] * 2, ["for"] * 5 + ["abstained"]):
        await asyncio.sleep(0.2)
        already = await floor.ballots_in(vote_id)
        for place, choice in enumerate(choices, already):
            await floor.cast(vote_id, floor.deputies[place], choice)
    await asyncio.sleep(0.2)
    await floor.end_window(vote_id)
    await floor.close(vote_id)
    await asyncio.sleep(0.2)
    await floor.post(f"/votes/{vote_id}/proclamation", by=floor.chair)
    told = events(await watcher)
    assert told[-1][2]["tally"]["votes_for"] == 8
    return [(number, data) for number, name, data in told if name == "progress"]


async def test_where_the_rule_shows_sides_they_are_shown(floor):
    vote_id = await floor.open_vote()
    await freeze(floor, vote_id, "sides")

    told = [data for _, data in await progress_of(floor, vote_id)]

    assert told[0]["sides"] == {}
    assert told[-1]["sides"] == {"for": 8, "against": 2, "abstained": 1}
    assert [sum(data["sides"].values()) for data in told] == [data["cast"] for data in told]


async def test_where_the_rule_hides_all_not_even_the_numbers_of_events_tell(floor):
    vote_id = await floor.open_vote()
    await freeze(floor, vote_id, "none")

    told = await progress_of(floor, vote_id)

    assert len(told) == 1
    [(number, data)] = told
    assert number % watching.MORE_THAN_CAN_BE_CAST == 0
    assert data.keys() == {"stage", "registered", "closes_at", "remaining_ms", "now"}


@pytest.mark.parametrize("live", ["cast", None])
async def test_otherwise_no_side_is_shown_nor_in_votes_opened_before_there_was_a_choice(
    floor, live
):
    vote_id = await floor.open_vote()
    await freeze(floor, vote_id, live)

    told = [data for _, data in await progress_of(floor, vote_id)]

    assert told[-1]["cast"] == 11
    assert not any("sides" in data for data in told)


async def test_the_rule_of_a_vote_says_what_is_told_and_its_digest_covers_it(floor):
    vote_id = await floor.open_vote()

    shown = await floor.get(f"/votes/{vote_id}")

    assert shown["rule"]["live"] == "cast"
    assert RULES.decision("maj_law").live is Live.CAST
