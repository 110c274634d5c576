"""Several processes behind one port: they are one service to whoever meets them."""

import asyncio
import json
import os
import signal
from contextlib import suppress
from urllib.parse import urlsplit
from uuid import uuid4

from kurultai import chamber, sitting
from kurultai.client import VOTING, Client
from kurultai.up import Choices, up
from kurultai.wire import Origin, Wire
from tests.kurultai.small_chamber import a_small_chamber

SEATS, WITHIN_S = 5, 30
BOTH = {"services", "services-2"}


def silent(*_):
    """Nobody watches."""


async def process_of(wire):
    """Which process is at the other end of this connection."""
    status, body = await wire.exchange(wire.origin.request("GET", "/readyz"))
    assert status == 200, body
    return json.loads(body)["process"]


async def wires_to_both(origin):
    """A connection to each of the processes; the kernel says whose a new one is."""
    found = {}
    async with asyncio.timeout(WITHIN_S):
        while found.keys() != BOTH:
            wire = Wire(origin)
            with suppress(ConnectionError):  # Taken by a process that was just killed.
                found.setdefault(await process_of(wire), wire)
    return found["services"], found["services-2"]


def ballot(origin, vote_id, deputy, choice, request_id):
    body = json.dumps({"choice": choice, "request_id": request_id}).encode()
    path = f"{VOTING}/votes/{vote_id}/ballot"
    return origin.request("POST", path, token=deputy.person.token, body=body)


async def test_ballots_to_either_process_are_in_one_box_and_one_dies_without_the_other(tmp_path):
    choices = Choices(tmp_path / "data", a_small_chamber(tmp_path, SEATS), processes=2)
    async with up(choices, silent) as running, Client.at(running.base_url) as client:
        where = urlsplit(running.base_url)
        origin = Origin(where.hostname, where.port)
        members = [chamber.deputy(number, None) for number in range(1, SEATS + 1)]
        formed = await chamber.form(client, [], members)
        sitting_id = await sitting.open_sitting(client, formed, members)
        question_id = await sitting.ask(
            client, formed, {"kk": "Сұрақ", "ru": "Вопрос"}, "maj_resolution"
        )
        vote = await sitting.open_vote(client, formed, sitting_id, question_id, 600)
        first, second = await wires_to_both(origin)

        requests = [ballot(origin, vote["id"], one, "for", str(uuid4())) for one in members]
        answers = [
            await (second if number % 2 else first).exchange(request)
            for number, request in enumerate(requests)
        ]
        again = await second.exchange(requests[0])
        os.kill(running.pids["services-2"], signal.SIGKILL)
        left = await first.exchange(requests[1])
        _, back = await wires_to_both(origin)
        once_more = await back.exchange(requests[2])
        closed = await sitting.close_vote(client, formed, vote["id"])

    assert [status for status, _ in answers] == [201] * SEATS
    assert again == (200, answers[0][1])
    assert left == (200, answers[1][1])
    assert once_more == (200, answers[2][1])
    assert closed["tally"]["votes_for"] == SEATS
