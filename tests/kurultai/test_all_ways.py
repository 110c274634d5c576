"""A bill goes the long way, through all services and the broker between them."""

import asyncio
from datetime import UTC, datetime

from kurultai import chamber as forming
from kurultai.chamber import Faction, enrol, take_office
from kurultai.client import BILLS, COMMITTEES, VOTING, Client
from kurultai.demo.chamber import COMMITTEE_NAMES, OFFICE_NAMES
from kurultai.demo.path import Offices, Path, question
from kurultai.sitting import close_vote, open_sitting, open_vote
from kurultai.up import Choices, up
from shared.kernel.occasion import day_of
from tests.kurultai.small_chamber import a_small_chamber

SEATS, KURULTAI = 5, "kz-kurultai-2026-provisional"
TEXTS = {
    "kk": "Ашық деректер туралы\n1-бап. Деректер\n1. Он күнде.\n2-бап. Жауапкершілік\n1. Бар.",
    "ru": "Об открытых данных\nСтатья 1. Данные\n1. За десять дней.\n"
    "Статья 2. Ответственность\n1. Есть.",
}
SHORTER = {
    "kind": "replace_words",
    "address": "art_1__pt_1",
    "words": {"kk": "Он күнде", "ru": "десять дней"},
    "instead": {"kk": "Бес күнде", "ru": "пять дней"},
    "reasons": {"kk": "Жылдам болсын.", "ru": "Быстрее."},
}
WORDS = {"kk": "Негізі бар.", "ru": "Есть основания."}
READY = ("Дайын.", "Готово.")


def silent(*_):
    """Nobody watches."""


async def a_chamber(client):
    """Five deputies of a majority and an opposition, the offices, a committee with its chair."""
    sides = [Faction({"kk": "Көпшілік", "ru": "Большинство"}, opposition=False)]
    sides.append(Faction({"kk": "Оппозиция", "ru": "Оппозиция"}, opposition=True))
    members = [forming.deputy(n, sides[n > SEATS - 2]) for n in range(1, SEATS + 1)]
    formed = await forming.form(client, sides, members)
    people = []
    for number, role, name in OFFICE_NAMES:
        people.append(await enrol(client, formed.registrar, number, name, role))
        await take_office(client, formed.registrar, people[-1], role)
    sitting_id = await open_sitting(client, formed, members)
    for place in (1, 0):
        body = {"convocation_id": formed.convocation_id, "name": COMMITTEE_NAMES[place]}
        reserved = {"reserved_for_opposition": bool(place)}
        committee = await client.post(f"{COMMITTEES}/committees", body | reserved, by=formed.chair)
    talks = {
        "held_on": day_of(datetime.now(UTC)).isoformat(),
        "committee_ids": [committee["id"]],
        "voices": [{"faction_id": side.id} for side in sides],
        "outcome": {"kk": "Келісілді.", "ru": "Согласовано."},
    }
    consultations = f"{COMMITTEES}/convocations/{formed.convocation_id}/consultations"
    await client.post(consultations, talks, by=formed.chair)
    nominated = {"committee_id": committee["id"], "person_id": members[1].person.id}
    candidacy = await client.post(f"{COMMITTEES}/candidacies", nominated, by=formed.chair)
    path = Path(client, formed, Offices(*people), committee["id"], members[1].person)
    await vote_on(path, sitting_id, candidacy["question_id"], "for")
    return path, sitting_id


async def vote_on(path, sitting_id, question_id, choice):
    """All vote alike; the result is proclaimed."""
    client = path.client
    await client.until(lambda: question(client, question_id), "voting knows the question")
    vote = await open_vote(client, path.chamber, sitting_id, question_id, 30)
    ballots = (client.cast(vote["id"], choice, by=d.person) for d in path.chamber.deputies)
    await asyncio.gather(*ballots)
    return await close_vote(client, path.chamber, vote["id"])


async def read(path, sitting_id, then):
    """The next reading, which everyone approves."""
    opened = await path.act("reading", path.chamber.chair)
    await vote_on(path, sitting_id, opened["readings"][-1]["question_id"], "for")
    return await path.until_stage(then)


async def amend(path):
    """A deputy amends, the committee accepts and makes the text, the plenary takes the table."""
    author, chair = path.chamber.deputies[-1].person, path.committee_chair
    filed = await path.client.until(lambda: filing(path, author), "the bill is being amended")
    decision = {"verdict": "accepted", "grounds": WORDS}
    await path.act(f"amendments/{filed['number']}/decision", chair, decision)
    await path.act("amending/closing", chair)
    await path.conclude(*READY)
    await path.act("amending/vote", path.chamber.chair, {"mode": "table_en_bloc"})


async def filing(path, author):
    return await path.act("amendments", author, SHORTER)


async def test_a_bill_is_amended_returned_by_articles_and_confirmed(tmp_path):
    choices = Choices(tmp_path / "data", a_small_chamber(tmp_path, SEATS, KURULTAI))
    async with up(choices, silent) as running, Client.at(running.base_url) as client:
        path, sitting_id = await a_chamber(client)
        await path.introduce("law", TEXTS)
        await path.refer()
        await path.conclude(*READY)
        await read(path, sitting_id, "amending")
        await amend(path)
        await read(path, sitting_id, "final_edit")
        await path.act("final-edit", path.chamber.clerk)
        await read(path, sitting_id, "adopted")
        await path.countersign()
        objections = {"articles": ["1", "2"], "reason": WORDS}
        await path.act("objections", path.offices.president, objections)
        opened = await path.act("repeat-vote", path.chamber.chair)
        both = {"art_1": "for", "art_2": "for"}
        voted = await vote_on(path, sitting_id, opened["asked"][-1]["question_id"], both)
        await path.until_stage("overridden")
        await path.sign_and_publish(WORDS)

        law = await path.until_stage("published")
        text = await client.get(f"{BILLS}/bills/{law['id']}/text", language="ru")
        amendments = await client.get(f"{BILLS}/bills/{law['id']}/amendments")
        [act] = await client.get(f"{BILLS}/acts")
        found = await client.get(f"{BILLS}/bills", q="данных")
        votes = await client.get(f"{VOTING}/votes/{voted['id']}")

    assert "За пять дней." in text["text"]
    assert [one["stage"] for one in amendments] == ["adopted"]
    assert [item["outcome"] for item in votes["results"]] == ["adopted", "adopted"]
    assert (act["bill_id"], act["digests"]) == (law["id"], law["digests"])
    assert [one["id"] for one in found] == [law["id"]]
