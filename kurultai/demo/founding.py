"""The chamber forms: people, factions, offices, eight committees and their chairs, by vote."""

import asyncio
from datetime import UTC, datetime
from typing import Any

from kurultai import chamber as forming
from kurultai.chamber import Chamber, Deputy, enrol, take_office
from kurultai.client import COMMITTEES, Client, Person
from kurultai.demo.chamber import (
    COMMITTEE_NAMES,
    OFFICE_NAMES,
    RESERVED,
    deputies,
    factions,
    of_the_majority,
    of_the_opposition,
)
from kurultai.demo.path import Offices, question
from kurultai.demo.telling import Telling
from kurultai.sitting import cast_all, close_vote, open_vote
from shared.kernel.occasion import day_of

WINDOW_S = 30
AGREED = {"kk": "Кандидаттар келісілді.", "ru": "Кандидаты согласованы."}


async def form(client: Client, telling: Telling) -> tuple[Chamber, Offices]:
    """Enter 145 deputies, six factions with their leaders, and the offices of state."""
    parties = factions()
    chamber = await forming.form(client, parties, deputies(parties))
    offices = Offices(
        *[await _office(client, chamber, number, role, name) for number, role, name in OFFICE_NAMES]
    )
    await asyncio.gather(*(_leader(client, chamber, faction) for faction in parties))
    telling.say(f"{len(chamber.deputies)} deputies in {len(parties)} factions, two in opposition")
    return chamber, offices


async def _office(
    client: Client, chamber: Chamber, number: int, role: str, name: dict[str, str]
) -> Person:
    person = await enrol(client, chamber.registrar, number, name, role)
    await take_office(client, chamber.registrar, person, role)
    return person


async def _leader(client: Client, chamber: Chamber, faction: forming.Faction) -> None:
    leader = next(d for d in chamber.deputies if d.faction is faction)
    await take_office(
        client, chamber.registrar, leader.person, "faction_leader", body_id=faction.id
    )


async def elect_chairs(
    client: Client, telling: Telling, chamber: Chamber, sitting_id: str
) -> tuple[str, Person]:
    """Form eight committees and elect their chairs; the first committee and its chair."""
    ids = [await _committee(client, chamber, place) for place in range(len(COMMITTEE_NAMES))]
    await _consult(client, chamber, ids)
    candidates = of_the_majority(chamber.deputies)[1 : len(ids)]
    await telling.must_refuse(
        "a candidate of the majority for the committee reserved for the opposition",
        _nominate(client, chamber, ids[RESERVED], candidates[0]),
    )
    candidates.insert(RESERVED, of_the_opposition(chamber.deputies)[1])
    elections = list(zip(ids, candidates, strict=True))
    for committee_id, candidate in elections[:RESERVED]:
        await _elect(client, telling, chamber, sitting_id, (committee_id, candidate))
    await telling.must_refuse(
        "to begin work with a committee without its opposition chair",
        _constitute(client, chamber),
    )
    await _elect(client, telling, chamber, sitting_id, elections[RESERVED])
    await _secretaries(client, chamber, ids)
    await _constitute(client, chamber)
    telling.say("8 committees have elected chairs, one of them of the opposition")
    return ids[0], candidates[0].person


async def _committee(client: Client, chamber: Chamber, place: int) -> str:
    body = {
        "convocation_id": chamber.convocation_id,
        "name": COMMITTEE_NAMES[place],
        "reserved_for_opposition": place == RESERVED,
    }
    formed = await client.post(f"{COMMITTEES}/committees", body, by=chamber.chair)
    committee_id: str = formed["id"]
    return committee_id


async def _consult(client: Client, chamber: Chamber, ids: list[str]) -> None:
    """All factions talk of the chairs before anyone is nominated."""
    there = sorted({str(deputy.faction.id) for deputy in chamber.deputies if deputy.faction})
    body = {
        "held_on": day_of(datetime.now(UTC)).isoformat(),
        "committee_ids": ids,
        "voices": [{"faction_id": faction_id} for faction_id in there],
        "outcome": AGREED,
    }
    path = f"{COMMITTEES}/convocations/{chamber.convocation_id}/consultations"
    await client.post(path, body, by=chamber.chair)


async def _nominate(
    client: Client, chamber: Chamber, committee_id: str, candidate: Deputy
) -> dict[str, Any]:
    body = {"committee_id": committee_id, "person_id": candidate.person.id}
    nominated: dict[str, Any] = await client.post(
        f"{COMMITTEES}/candidacies", body, by=chamber.chair
    )
    return nominated


async def _elect(
    client: Client,
    telling: Telling,
    chamber: Chamber,
    sitting_id: str,
    election: tuple[str, Deputy],
) -> None:
    candidacy = await _nominate(client, chamber, *election)
    question_id = candidacy["question_id"]
    await client.until(lambda: question(client, question_id), "voting knows the question")
    vote = await open_vote(client, chamber, sitting_id, question_id, WINDOW_S)
    await cast_all(client, vote["id"], dict.fromkeys(chamber.deputies, "for"))
    telling.ballots += len(chamber.deputies)
    await close_vote(client, chamber, vote["id"])
    await client.until(lambda: _elected(client, candidacy["id"]), "the chair is elected")


async def _elected(client: Client, candidacy_id: str) -> bool | None:
    candidacy = await client.get(f"{COMMITTEES}/candidacies/{candidacy_id}")
    return True if candidacy["stage"] == "elected" else None


async def _secretaries(client: Client, chamber: Chamber, ids: list[str]) -> None:
    """Two committees have a secretary from the opposition."""
    for committee_id, deputy in zip(ids[:2], of_the_opposition(chamber.deputies)[2:4], strict=True):
        await take_office(
            client, chamber.registrar, deputy.person, "committee_secretary", body_id=committee_id
        )


async def _constitute(client: Client, chamber: Chamber) -> Any:
    path = f"{COMMITTEES}/convocations/{chamber.convocation_id}/constitution"
    return await client.post(path, by=chamber.chair)
