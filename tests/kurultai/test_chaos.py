"""Chaos: a run of it, and the schedule it follows. A longer one is `kurultai chaos` itself."""

import json
import re
from dataclasses import replace

from kurultai import chaos
from kurultai.chaos.schedule import Asked, drawn

POLLS, KILLS = 60, 15
TARGETS = ["PostgreSQL", "NATS", "services"]


async def test_nothing_is_lost_while_servers_and_services_are_killed(capsys):
    code = await chaos.run(polls=POLLS, kills=KILLS, seed=7, as_json=True)

    said = capsys.readouterr()
    # Whatever else of this process logs meanwhile, one line is the answer.
    [answer] = [line for line in said.out.splitlines() if line.startswith('{"polls"')]
    told = json.loads(answer)
    assert list(told) == ["polls", "acknowledged", "lost", "double", "late", "mismatched", "kills"]
    assert {told[name] for name in ("lost", "double", "late", "mismatched")} == {0}
    assert (told["polls"], told["kills"], code) == (POLLS, KILLS, 0)
    assert told["acknowledged"] > 100 * POLLS
    replaced = re.findall(r"killed (\w+)\s+(\d+),\s+back\s+as\s+(\d+)", said.err)
    assert len(replaced) == KILLS
    assert {target for target, _, _ in replaced} == set(TARGETS)
    assert all(before != after for _, before, after in replaced)


def test_the_same_number_draws_the_same_schedule():
    asked = Asked(seed=3, polls=20, kills=5, deputies=40)

    assert drawn(asked, TARGETS) == drawn(asked, TARGETS)
    assert drawn(asked, TARGETS) != drawn(replace(asked, seed=4), TARGETS)
    assert drawn(asked, TARGETS).polls == drawn(replace(asked, kills=9), TARGETS).polls


def test_each_target_is_killed_in_its_turn():
    kills = drawn(Asked(seed=3, polls=20, kills=6, deputies=40), TARGETS).kills

    targets = [kill.target for kill in kills]
    assert set(targets[:3]) == set(targets[3:]) == set(TARGETS)
