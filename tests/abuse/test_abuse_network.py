"""A wire that fails at the worst moment, senders who never finish, and one who never stops."""

import asyncio
from contextlib import AsyncExitStack
from time import monotonic
from uuid import UUID, uuid4

import asyncpg
import pytest

from services.voting.domain.ballot import Paper, Verdict
from services.voting.store.line import Line
from tests.web.web_server import served

SLOW_SENDERS = 200
FLOOD = 600


class CutAfterTheCommit(Line):
    """The first answer never arrives."""

    cut = False

    async def fetch(self, query, *given):
        rows = await super().fetch(query, *given)
        if not self.cut:
            self.cut = True
            self.drop()
            raise asyncpg.ConnectionDoesNotExistError("the connection was closed")
        return rows


async def test_a_ballot_whose_answer_was_cut_off_after_the_commit_is_recorded_once(floor, box):
    vote_id, deputy = await floor.open_vote(), floor.deputies[10]
    box._lines[0] = CutAfterTheCommit(floor.database_url, patience_s=5)  # noqa: SLF001 the wire
    paper = Paper(UUID(vote_id), deputy, "for", uuid4())

    with pytest.raises(asyncpg.PostgresConnectionError):
        await box.cast(paper)
    again = await box.cast(paper)
    changed_mind = await box.cast(Paper(UUID(vote_id), deputy, "against", uuid4()))

    assert again.verdict is Verdict.REPEATED
    assert changed_mind.verdict is Verdict.ALREADY_VOTED
    assert await floor.ballots_in(vote_id) == 1


async def test_senders_who_never_finish_keep_nobody_from_voting(floor, app):
    vote_id = await floor.open_vote()
    async with served(app) as (client, _), AsyncExitStack() as held:
        for _ in range(SLOW_SENDERS):
            _, writer = await asyncio.open_connection(client.base_url.host, client.base_url.port)
            held.callback(writer.close)
            writer.write(_begun(vote_id, floor.signed(floor.deputies[0])["Authorization"]))
        began = monotonic()
        answers = await asyncio.gather(*(_cast(client, floor, vote_id, p) for p in floor.deputies))
        took = monotonic() - began

    assert {answer.status_code for answer in answers} == {201}
    assert took < 30  # the window of a vote
    assert await floor.ballots_in(vote_id) == 145


async def test_one_deputy_who_floods_the_box_keeps_nobody_from_voting(floor):
    """Of his ballots one is recorded, and few are even looked at; the others are recorded."""
    vote_id = await floor.open_vote()
    flooder, *others = floor.deputies

    flood = [asyncio.create_task(floor.cast(vote_id, flooder)) for _ in range(FLOOD)]
    await asyncio.sleep(0)
    began = monotonic()
    answers = await asyncio.gather(*(floor.cast(vote_id, person) for person in others))
    took = monotonic() - began
    flooded = [answer.status_code for answer in await asyncio.gather(*flood)]

    assert {answer.status_code for answer in answers} == {201}
    assert took < 30
    assert flooded.count(201) == 1
    assert flooded.count(429) > FLOOD / 2
    assert set(flooded) == {201, 409, 429}
    assert await floor.ballots_in(vote_id) == 145


def _begun(vote_id, authorization):
    return (
        f"POST /votes/{vote_id}/ballot HTTP/1.1\r\nHost: kurultai\r\n"
        f"Content-Type: application/json\r\nAuthorization: {authorization}\r\n"
        'Content-Length: 500\r\n\r\n{"choice":'
    ).encode()


async def _cast(client, floor, vote_id, person):
    body = {"choice": "for", "request_id": str(uuid4())}
    return await client.post(f"/votes/{vote_id}/ballot", json=body, headers=floor.signed(person))
