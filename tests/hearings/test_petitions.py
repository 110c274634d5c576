"""Petitions: each once, to a committee from a threshold on, answered in a term."""

import asyncio
from datetime import UTC, datetime
from uuid import UUID

import pytest
import sqlalchemy as sa

from services.hearings.actions.watch_petitions import tell_unanswered
from services.hearings.domain.petition import PetitionAct, PetitionStage
from services.hearings.domain.petitions_procedure import PETITIONS
from services.hearings.service import SERVICE
from services.hearings.store.tables import kept
from shared.contracts.committees import CommitteeFormed
from shared.contracts.words import Bilingual
from shared.kernel.text import Language
from tests.a_service import http_of
from tests.hearings.asking import WORDS, Asker
from tests.hearings.builders import (
    ANOTHER_CHAIR,
    ANOTHER_COMMITTEE,
    CHAIR,
    CLERK,
    COMMITTEE,
    COMMITTEE_CHAIR,
)
from tests.hearings.conftest import LONG_AGO
from tests.hearings.profiles import with_parameters, with_term

THRESHOLD = 50_000
ANSWER = {"answer": WORDS}


def a_petition(signatures=THRESHOLD, **but):
    told = {"source": "epetition.kz", "number": "1204", "subject": WORDS}
    return told | {"signatures": signatures, "filed_on": "2026-11-20"} | but


def to_the_committee(signatures=THRESHOLD, **but):
    return a_petition(signatures, committee_id=str(COMMITTEE), **but)


@pytest.fixture
async def ask(http, register, hear):  # noqa: ARG001 it stands
    await hear(a_committee())
    return Asker(http)


def a_committee():
    return CommitteeFormed(
        at=LONG_AGO,
        committee_id=COMMITTEE,
        convocation_id=UUID(int=77),
        name=Bilingual(kk="Комитет", ru="Комитет"),
        reserved_for_opposition=False,
    )


async def told(work):
    outbox = kept.outbox.c
    query = sa.select(outbox.type).where(outbox.about == "petition").order_by(outbox.place)
    return [kind.split(".")[1] for kind in await work.session.scalars(query)]


async def test_with_enough_signatures_it_is_a_question_to_the_committee_at_once(ask, work):
    shown = await ask.done("/petitions", to_the_committee(), by=CLERK)

    assert (shown["stage"], shown["committee_id"]) == ("referred", str(COMMITTEE))
    assert (shown["threshold"], shown["last_day"]) == (THRESHOLD, None)
    assert await told(work) == ["petition_recorded", "petition_referred"]


async def test_one_signature_short_it_is_recorded_and_referred_to_nobody(ask):
    shown = await ask.done("/petitions", to_the_committee(THRESHOLD - 1), by=CLERK)
    body = {"committee_id": str(COMMITTEE)}

    refusal = await ask.post(f"/petitions/{shown['id']}/referral", body, by=CLERK)

    assert shown["stage"] == "recorded"
    assert refusal.status_code == 409
    assert refusal.json()["provision"] == "rules profile: petitions.threshold (unknown)"


async def test_told_again_it_is_the_same_petition_with_what_is_new_of_it(ask, work):
    first = await ask.done("/petitions", to_the_committee(100), by=CLERK)
    same = await ask.done("/petitions", to_the_committee(100), by=CLERK)
    fewer = await ask.done("/petitions", to_the_committee(90), by=CLERK)
    grown = await ask.done("/petitions", to_the_committee(), by=CLERK)
    after = await ask.done("/petitions", to_the_committee(THRESHOLD + 5), by=CLERK)

    assert {one["id"] for one in (same, fewer, grown, after)} == {first["id"]}
    assert (same["version"], fewer["signatures"]) == (first["version"], 100)
    assert (grown["stage"], after["signatures"]) == ("referred", THRESHOLD)
    assert await told(work) == ["petition_recorded", "petition_supported", "petition_referred"]


async def test_told_ten_times_at_once_it_is_entered_once(ask):
    answers = await asyncio.gather(
        *(ask.post("/petitions", to_the_committee(), by=CLERK) for _ in range(10))
    )

    assert {answer.status_code for answer in answers} == {200}
    assert len(await ask.got("/petitions")) == 1


async def test_a_committee_there_is_not_is_asked_nothing(ask, work):
    body = to_the_committee() | {"committee_id": str(ANOTHER_COMMITTEE)}

    answer = await ask.post("/petitions", body, by=CLERK)

    assert answer.status_code == 409
    assert await told(work) == []


async def test_others_than_the_apparatus_enter_none(ask):
    assert (await ask.post("/petitions", a_petition(), by=CHAIR)).status_code == 403


async def test_the_committee_that_was_asked_answers(ask):
    petition = await ask.done("/petitions", to_the_committee(), by=CLERK)
    path = f"/petitions/{petition['id']}/answer"

    other = await ask.post(path, ANSWER, by=ANOTHER_CHAIR)
    answered = await ask.done(path, ANSWER, by=COMMITTEE_CHAIR)
    again = await ask.post(path, ANSWER, by=COMMITTEE_CHAIR)

    assert other.status_code == again.status_code == 409
    assert (answered["stage"], answered["answer"]) == ("answered", WORDS)
    asked = await ask.got("/petitions", committee_id=str(COMMITTEE), stage="answered")
    assert [one["id"] for one in asked] == [petition["id"]]


async def test_where_the_rules_set_a_term_it_ends_and_that_is_told_once(desk, ask, work):
    profile = with_term("petition_consideration", amount=15, unit="days", starts="day_after")
    async with http_of(SERVICE, desk, profile) as http:
        shown = await Asker(http).done("/petitions", to_the_committee(), by=CLERK)
    async with desk.work() as moved:
        await moved.session.execute(sa.text("UPDATE petitions SET last_day = DATE '2026-11-01'"))

    await asyncio.gather(*(tell_unanswered(desk, profile) for _ in range(3)))
    await tell_unanswered(desk, profile)
    answered = await ask.done(f"/petitions/{shown['id']}/answer", ANSWER, by=COMMITTEE_CHAIR)

    assert shown["last_day"] > datetime.now(UTC).date().isoformat()
    assert (await told(work)).count("petition_overdue") == 1
    assert answered["stage"] == "answered"


async def test_where_the_rules_take_no_petitions_none_is_entered(desk, ask):  # noqa: ARG001
    async with http_of(SERVICE, desk, with_parameters({"petitions.enabled": False})) as http:
        answer = await Asker(http).post("/petitions", a_petition(), by=CLERK)

    assert answer.status_code == 409
    assert answer.json()["provision"] == "rules profile: petitions.enabled (unknown)"


@pytest.mark.parametrize(
    "but", [{"signatures": -1}, {"address": "http://insecure.example"}, {"source": "a\nb"}]
)
async def test_what_no_petition_says_is_refused(ask, but):
    answer = await ask.post("/petitions", a_petition() | but, by=CLERK)

    assert answer.status_code == 422


def test_the_table_is_whole():
    assert {row.target for row in PETITIONS.rows} | {PetitionStage.NEW} == set(PetitionStage)
    assert {row.act for row in PETITIONS.rows} == set(PetitionAct)
    for condition in (c for row in PETITIONS.rows for c in row.when):
        assert len({condition.sentence.on(language) for language in Language}) == 3
