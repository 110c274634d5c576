"""The order of things: a chamber forms, a bill becomes law, and four things do not happen."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from kurultai.chamber import Chamber, Deputy
from kurultai.client import Client
from kurultai.demo.founding import elect_chairs, form
from kurultai.demo.path import Path
from kurultai.demo.telling import Telling
from kurultai.sitting import ask, cast_all, close_sitting, close_vote, open_sitting, open_vote

FOR, AGAINST, ABSTAINED = "for", "against", "abstained"
ONE_SHORT_OF_A_LAW, BARE_QUORUM = 72, 97
SHORT_WINDOW_S = 2
IN_TIME = 10

THEME = {"kk": "Дауыс беру нәтижелерінің ашықтығы", "ru": "Открытость результатов голосования"}
RECOMMENDATIONS = [
    {
        "kk": "Нәтижелерді машинамен оқылатын түрде жариялау.",
        "ru": "Публиковать результаты в машиночитаемом виде.",
    }
]
CONCEPT = ("Тұжырымдаманы мақұлдау ұсынылады.", "Рекомендуется одобрить концепцию.")
TEXT = ("Мәтінді мақұлдау ұсынылады.", "Рекомендуется одобрить текст.")
PUBLISHED_IN = {"kk": "Ресми басылым", "ru": "Официальное издание"}
LATE = {"kk": "Кешіккен дауыс туралы", "ru": "Об опоздавшем голосе"}


async def tell(client: Client, telling: Telling, texts: dict[str, str]) -> None:
    """Tell the whole story, over HTTP from its first request to its last."""
    chamber, offices = await form(client, telling)
    sitting_id = await open_sitting(client, chamber, chamber.deputies)
    telling.say(f"{len(chamber.deputies)} deputies registered; the sitting is open")
    committee_id, committee_chair = await elect_chairs(client, telling, chamber, sitting_id)
    path = Path(client, chamber, offices, committee_id, committee_chair)
    await _a_law(path, telling, sitting_id, texts)
    await _one_short(replace(path, ballots=0), telling, sitting_id, texts)
    await _too_late(client, telling, chamber, sitting_id)
    await _at_bare_quorum(replace(path, ballots=0), telling, sitting_id, texts)


async def _a_law(path: Path, telling: Telling, sitting_id: str, texts: dict[str, str]) -> None:
    """From draft to law."""
    await path.introduce("law", texts)
    telling.say(f"bill No. {path.number} is introduced, registered and admitted")
    await path.refer()
    await path.hear(THEME, RECOMMENDATIONS)
    telling.say("its lead committee has held a hearing")
    await _three_readings(path, telling, sitting_id)
    await path.countersign()
    telling.law = await path.sign_and_publish(PUBLISHED_IN)
    telling.say("it is countersigned by two, signed by the President and published")
    telling.timeline = await path.timeline()
    telling.ballots += path.ballots


async def _three_readings(path: Path, telling: Telling, sitting_id: str) -> None:
    deputies = path.chamber.deputies
    await _two_readings(path, telling, sitting_id)
    result = await path.read(sitting_id, _divided(deputies, 120, 15), then="adopted")
    telling.say(f"third reading: {_numbers(result)}: the law is adopted")


async def _two_readings(path: Path, telling: Telling, sitting_id: str) -> None:
    """The concept and the text, each with the committee's conclusion; then the final edit."""
    deputies = path.chamber.deputies
    await path.conclude(*CONCEPT)
    result = await path.read(sitting_id, _divided(deputies, 101, 30), then="amending")
    telling.say(f"first reading: {_numbers(result)}")
    await path.conclude(*TEXT)
    result = await path.read(sitting_id, _divided(deputies, 112, 20), then="final_edit")
    telling.say(f"second reading: {_numbers(result)}")
    await path.act("final-edit", path.chamber.clerk, {})
    await path.until_stage("scheduled")


async def _one_short(path: Path, telling: Telling, sitting_id: str, texts: dict[str, str]) -> None:
    """72 of 145: neither adopted nor rejected."""
    await path.introduce("law", texts)
    await path.refer()
    await path.conclude(*CONCEPT)
    choices = _divided(path.chamber.deputies, ONE_SHORT_OF_A_LAW, 0)
    result = await path.read(sitting_id, choices, then="scheduled")
    telling.keep_refusal("a law with 72 votes: neither adopted nor rejected", _of(result))
    telling.ballots += path.ballots


async def _too_late(client: Client, telling: Telling, chamber: Chamber, sitting_id: str) -> None:
    """A ballot sent when the window is over, by the clock of the database."""
    question_id = await ask(client, chamber, LATE, "maj_resolution")
    vote = await open_vote(client, chamber, sitting_id, question_id, SHORT_WINDOW_S)
    late, *in_time = chamber.deputies[:IN_TIME]
    await cast_all(client, vote["id"], dict.fromkeys(in_time, FOR))
    telling.ballots += len(in_time)
    closes_at = datetime.fromisoformat(vote["closes_at"])
    await asyncio.sleep(max(0.0, (closes_at - datetime.now(UTC)).total_seconds()) + 0.001)
    await telling.must_refuse(
        "a ballot a millisecond late", client.cast(vote["id"], FOR, by=late.person)
    )
    await close_vote(client, chamber, vote["id"])


async def _at_bare_quorum(
    path: Path, telling: Telling, sitting_id: str, texts: dict[str, str]
) -> None:
    """97 present, 97 needed: a constitutional law fails on one abstention."""
    await path.introduce("constitutional_law", texts)
    await path.refer()
    await _two_readings(path, telling, sitting_id)
    await close_sitting(path.client, path.chamber, sitting_id)
    present = path.chamber.deputies[:BARE_QUORUM]
    bare = await open_sitting(path.client, path.chamber, present)
    result = await path.read(bare, _divided(present, BARE_QUORUM - 1, 0), then="scheduled")
    telling.keep_refusal("a constitutional law at bare quorum, one abstaining", _of(result))
    telling.ballots += path.ballots
    await close_sitting(path.client, path.chamber, bare)


def _divided(deputies: list[Deputy], votes_for: int, against: int) -> dict[Deputy, str]:
    """The first for, the next against, the rest abstaining."""
    words = [FOR] * votes_for + [AGAINST] * against
    words += [ABSTAINED] * (len(deputies) - len(words))
    return dict(zip(deputies, words, strict=True))


def _numbers(result: dict[str, Any]) -> str:
    tally = result["tally"]
    return (
        f"{tally['votes_for']} for, {tally['against']} against, {tally['abstained']} abstained; "
        f"{result['needed']} needed"
    )


def _of(result: dict[str, Any]) -> dict[str, Any]:
    """A result that is no decision, told as the refusal that it is."""
    return {
        "code": result["outcome"],
        "detail": _numbers(result),
        "provision": result["provision"],
    }
