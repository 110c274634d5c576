"""The whole service as its users meet it: started by its command, spoken to over HTTP."""

import asyncio
import json
import os
import signal
import sys
from contextlib import asynccontextmanager
from pathlib import Path

import httpx

from kurultai import replay
from kurultai.client import Client
from kurultai.demo.story import tell
from kurultai.demo.telling import Telling
from kurultai.up import Choices, up
from tests.kurultai.roll_calls import POLLS, a_folder
from tests.kurultai.small_chamber import a_small_chamber

TEXTS = {"kk": "Ашық деректер туралы\n1-бап. …", "ru": "Об открытых данных\nСтатья 1. …"}
READY_S = 60


def silent(*_):
    """Nobody watches."""


async def test_a_replay_gives_the_published_counts(tmp_path, capsys):
    profile = a_small_chamber(tmp_path)

    code = await replay.run(a_folder(tmp_path / "d"), profile=profile, as_json=True, split=False)

    told = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert code == 0
    assert (told["polls"], told["ballots"], told["matching"]) == (1, 4, 1)
    assert told["differences"] == []
    assert told["enrolled"] == ["e"]


async def test_a_replay_tells_a_count_that_was_published_wrong(tmp_path, capsys):
    wrong = a_folder(tmp_path / "d", polls=POLLS.replace(",3,1,", ",4,0,"))

    code = await replay.run(wrong, profile=a_small_chamber(tmp_path), as_json=True, split=True)

    told = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert code == 1
    [difference] = told["differences"]
    assert difference["published"]["yes"] == 4
    assert difference["certified"]["yes"] == 3


async def test_a_bill_becomes_law_and_four_things_are_refused(tmp_path):
    telling = Telling(silent)
    async with up(Choices(tmp_path), silent) as running, Client.at(running.base_url) as client:
        await tell(client, telling, TEXTS)

    assert telling.law["stage"] == "published"
    assert telling.ballots == 13 * 145 + 145 + 9 + 97
    votes = [step["vote"] for step in telling.timeline if step["vote"]]
    assert [(v["votes_for"], v["needed"], v["outcome"]) for v in votes] == [
        (101, 73, "adopted"),
        (112, 73, "adopted"),
        (120, 73, "adopted"),
    ]
    assert all(step["provision"] for step in telling.timeline if step["act"])
    refused = {r["attempted"]: r for r in telling.refusals}
    assert len(refused) == 5
    assert refused["a law with 72 votes: neither adopted nor rejected"]["code"] == "no_decision"
    late = refused["a ballot a millisecond late"]
    assert (late["code"], late["status"]) == ("vote-closed", 409)
    bare = refused["a constitutional law at bare quorum, one abstaining"]
    assert bare["code"] == "no_decision"
    assert "97 needed" in bare["detail"]
    unchaired = refused["to begin work with a committee without its opposition chair"]
    assert "opposition.chairs_min" in unchaired["provision"]


@asynccontextmanager
async def kurultai_up(folder):
    """The command itself, in a process of its own, once it answers; with its base URL."""
    command = (sys.executable, "-m", "kurultai", "up", "--data", str(folder))
    process = await asyncio.create_subprocess_exec(
        *command, stdout=asyncio.subprocess.PIPE, env=os.environ | {"COLUMNS": "200"}
    )
    try:
        yield process, await _base_url(process)
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


async def _base_url(process):
    async with asyncio.timeout(READY_S):
        async for line in process.stdout:
            if line.startswith(b"The API is at "):
                return line.split()[-1].decode()
    raise AssertionError


async def _parked(url):
    async with httpx.AsyncClient(base_url=url, trust_env=False) as http:
        answer = await http.get("/api/identity/v1/readyz")
        assert answer.status_code == 200, answer.text
        return answer.json()


def _ours(folder):
    """The processes whose command names the folder."""
    found = set()
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            if str(folder).encode() in path.read_bytes():
                found.add(int(path.parent.name))
        except OSError:
            continue
    return found


async def test_killed_it_leaves_no_orphan_and_starts_again_on_its_data(tmp_path):
    async with kurultai_up(tmp_path) as (process, url):
        assert (await _parked(url))["status"] == "ready"
        process.send_signal(signal.SIGKILL)
        await process.wait()
    async with asyncio.timeout(READY_S):
        while _ours(tmp_path):  # noqa: ASYNC110 other processes end when they end
            await asyncio.sleep(0.1)

    async with kurultai_up(tmp_path) as (process, url):
        assert (await _parked(url))["status"] == "ready"
        process.send_signal(signal.SIGINT)
        said = (await process.communicate())[0]

    assert process.returncode == 0
    assert b"Everything is kept." in said
    assert not _ours(tmp_path)
