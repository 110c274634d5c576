"""What hearings recommend, from the draft to the answer, over HTTP."""

from datetime import UTC, date, datetime, timedelta

import pytest
import sqlalchemy as sa

from services.hearings.actions.watch_recommendations import tell_overdue
from services.hearings.domain.recommendations.follow_up import last_day
from services.hearings.store.recommendation_tables import recommendations
from services.hearings.store.tables import kept
from shared.kernel.occasion import day_of
from tests.hearings.asking import WORDS, Asker, a_call
from tests.hearings.builders import (
    ANOTHER_CHAIR,
    ANOTHER_COMMITTEE,
    CHAIR,
    CLERK,
    DEPUTY,
    LEADER,
    PROFILE,
)
from tests.hearings.conftest import mandate_of
from tests.hearings.profiles import with_term

OTHER_WORDS = {"kk": "Басқаша", "ru": "Иначе"}
REASON = {"reason": WORDS}
ADDRESSEE = {"name": {"kk": "Қаржы министрлігі", "ru": "Министерство финансов"}}
DRAFT = {"text": WORDS, "addressee": ADDRESSEE, "answer_days": 30}
ANSWER = {"text": {"ru": "Исполнено."}, "on": "2026-12-20"}
TODAY = day_of(datetime.now(UTC))


@pytest.fixture
async def ask(http, register, hear):  # noqa: ARG001 it stands
    await hear(mandate_of(DEPUTY))
    await hear(mandate_of(LEADER))
    return Asker(http)


@pytest.fixture
async def path(ask):
    """A hearing in which two deputies took part, and which is over."""
    path = f"/hearings/{(await ask.done('/hearings', a_call()))['id']}"
    for deputy in (DEPUTY, LEADER):
        await ask.done(f"{path}/registration", by=deputy)
    await ask.done(f"{path}/opening")
    await ask.done(f"{path}/closing")
    return path


async def drafted(ask, path, **but):
    shown = await ask.done(f"{path}/drafts", DRAFT | but)
    return f"/recommendations/{shown['id']}"


async def sent(ask, path, **but):
    one = await drafted(ask, path, **but)
    await ask.done(f"{path}/adoption", {"votes_for": 2, "taking_part": 2})
    await ask.done(f"{one}/sending")
    return one


async def let_pass(desk, days=31):
    """As if it had been sent that many days earlier."""
    earlier = recommendations.update().values(
        answer_by=recommendations.c.answer_by - sa.cast(days, sa.Integer)
    )
    async with desk.sessions.begin() as session:
        await session.execute(earlier)


async def told(work, kind):
    outbox = kept.outbox.c
    query = sa.select(outbox.body).where(outbox.type.like(f"hearings.{kind}.v%"))
    return list(await work.session.scalars(query))


async def test_from_the_draft_to_the_fulfilment(ask, path, work):
    first, second = await drafted(ask, path), await drafted(ask, path, text=OTHER_WORDS)
    hearing = await ask.done(f"{path}/adoption", {"votes_for": 2, "taking_part": 2})
    assert (hearing["stage"], hearing["recommendations"]) == ("concluded", [WORDS, OTHER_WORDS])
    shown = await ask.done(f"{first}/sending")
    assert (shown["stage"], shown["sent_on"]) == ("sent", TODAY.isoformat())
    assert shown["answer_by"] == (TODAY + timedelta(days=30)).isoformat()

    assert (await ask.done(f"{first}/answers", ANSWER, by=CLERK))["stage"] == "answered"
    done = await ask.done(f"{first}/acceptance")

    assert (done["stage"], done["answers"][0]["on"]) == ("fulfilled", "2026-12-20")
    assert (await ask.got(second))["stage"] == "adopted"
    acts = [one["act"] for one in await ask.got(f"{first}/acts")]
    assert acts == ["draft", "adopt", "send", "answer", "accept_answer"]
    [adopted, _] = await told(work, "recommendation_adopted")
    assert (adopted["text"], adopted["addressee"]) == (WORDS, ADDRESSEE["name"])


async def test_drafts_are_seen_by_the_chamber_and_not_by_the_public(ask, path):
    draft = await drafted(ask, path)
    assert (await ask.http.get(draft)).status_code == 404
    assert (await ask.http.get(f"{draft}/acts")).status_code == 404
    assert await ask.got(f"{path}/recommendations") == []
    assert await ask.got("/recommendations") == []
    assert (await ask.got(draft, by=DEPUTY))["stage"] == "drafted"
    assert len(await ask.got(f"{path}/recommendations", by=DEPUTY)) == 1
    await ask.done(f"{path}/adoption", {"votes_for": 2, "taking_part": 2})
    assert (await ask.got(draft))["stage"] == "adopted"


async def test_a_deputys_wording_is_taken_over_or_declined_and_decided_before_the_vote(ask, path):
    draft = await drafted(ask, path)
    taken, left = [
        f"/wordings/{(await ask.done(f'{draft}/wordings', {'text': OTHER_WORDS}, by=by))['id']}"
        for by in (DEPUTY, LEADER)
    ]
    ballots = {"votes_for": 2, "taking_part": 2}
    early = await ask.post(f"{path}/adoption", ballots)
    assert early.status_code == 409
    assert early.json()["provision"] == "rules profile: hearing_recommendations (unknown)"

    await ask.done(f"{taken}/acceptance")
    await ask.done(f"{left}/refusal", REASON, by=CLERK)

    assert (await ask.done(f"{path}/adoption", ballots))["recommendations"] == [OTHER_WORDS]
    stages = [one["stage"] for one in await ask.got(f"{draft}/wordings")]
    assert stages == ["accepted", "declined"]
    assert (await ask.post(f"{draft}/wordings", {"text": WORDS}, by=DEPUTY)).status_code == 409


@pytest.mark.parametrize(("by", "status"), [(CLERK, 403), (ANOTHER_CHAIR, 403), (None, 401)])
async def test_only_deputies_propose_wordings(ask, path, by, status):
    draft = await drafted(ask, path)
    answer = await ask.post(f"{draft}/wordings", {"text": OTHER_WORDS}, by=by)
    assert answer.status_code == status


async def test_who_does_not_run_the_hearing_drafts_sends_and_closes_nothing(ask, path):
    assert (await ask.post(f"{path}/drafts", DRAFT, by=ANOTHER_CHAIR)).status_code == 409
    one = await sent(ask, path)
    for what, body in (("answers", ANSWER), ("closing", REASON)):
        assert (await ask.post(f"{one}/{what}", body, by=ANOTHER_CHAIR)).status_code == 409
        assert (await ask.post(f"{one}/{what}", body, by=DEPUTY)).status_code == 403
    assert (await ask.got(one))["stage"] == "sent"


async def test_nothing_is_drafted_before_the_hearing_nor_after_its_vote(ask, path):
    ahead = f"/hearings/{(await ask.done('/hearings', a_call()))['id']}"
    assert (await ask.post(f"{ahead}/drafts", DRAFT)).status_code == 409
    await sent(ask, path)
    assert (await ask.post(f"{path}/drafts", DRAFT)).status_code == 409


async def test_what_is_adopted_is_what_was_drafted(ask, path):
    assert (
        await ask.post(f"{path}/adoption", {"votes_for": 2, "taking_part": 2})
    ).status_code == 409
    dropped, _ = await drafted(ask, path), await drafted(ask, path)
    await ask.done(f"{dropped}/dropping", REASON)
    whole = {"recommendations": [OTHER_WORDS], "votes_for": 2, "taking_part": 2}
    assert (await ask.post(f"{path}/recommendations", whole)).status_code == 409
    minority = await ask.post(f"{path}/adoption", {"votes_for": 1, "taking_part": 2})
    assert minority.status_code == 409
    assert [r["stage"] for r in await ask.got("/recommendations", by=CLERK)] == [
        "drafted",
        "dropped",
    ]
    done = await ask.done(f"{path}/adoption", {"votes_for": 2, "taking_part": 2})
    assert done["recommendations"] == [WORDS]


async def test_a_wording_proposed_while_the_hearing_votes_is_decided_or_refused(ask, path):
    draft = await drafted(ask, path)
    wording, vote = await ask.at_once(
        ask.post(f"{draft}/wordings", {"text": OTHER_WORDS}, by=DEPUTY),
        ask.post(f"{path}/adoption", {"votes_for": 2, "taking_part": 2}),
    )
    assert (wording.status_code, vote.status_code) in {(201, 409), (409, 200)}


async def test_an_overdue_recommendation_is_told_once_by_however_many_clocks(ask, path, desk, work):
    one = await sent(ask, path)
    await tell_overdue(desk, PROFILE)
    assert (await ask.got(one))["stage"] == "sent"

    await let_pass(desk)
    await ask.at_once(*(tell_overdue(desk, PROFILE) for _ in range(5)))
    await tell_overdue(desk, PROFILE)

    assert (await ask.got(one))["stage"] == "overdue"
    [fact] = await told(work, "recommendation_overdue")
    assert fact["answer_by"] == (TODAY - timedelta(days=1)).isoformat()
    record = await ask.got(f"{one}/acts")
    assert (record[-1]["act"], record[-1]["role"]) == ("pass_term", "clock")
    assert (await ask.done(f"{one}/answers", ANSWER))["stage"] == "answered"


async def test_on_its_last_day_nothing_is_overdue(ask, path, desk):
    one = await sent(ask, path)
    await let_pass(desk, days=30)
    await tell_overdue(desk, PROFILE)
    assert (await ask.got(one))["stage"] == "sent"


async def test_an_answer_that_is_not_enough_is_asked_for_again(ask, path, desk, work):
    one = await sent(ask, path)
    await ask.done(f"{one}/answers", ANSWER)
    shown = await ask.done(f"{one}/return", REASON | {"answer_days": 10})
    assert (shown["stage"], shown["answers"][0]["returned"]) == ("sent", WORDS)
    assert shown["answer_by"] == (TODAY + timedelta(days=10)).isoformat()
    await let_pass(desk, days=11)
    await tell_overdue(desk, PROFILE)
    assert len(await told(work, "recommendation_overdue")) == 1
    closed = await ask.done(f"{one}/closing", REASON)
    assert (closed["stage"], closed["reason"]) == ("closed", WORDS)
    assert (await ask.post(f"{one}/answers", ANSWER)).status_code == 409


async def test_recommendations_are_found_by_state_overdue_and_addressee(ask, path, desk):
    to_committee = ADDRESSEE | {"body_id": str(ANOTHER_COMMITTEE)}
    await drafted(ask, path, addressee=to_committee)
    one = await sent(ask, path)
    await let_pass(desk)
    await tell_overdue(desk, PROFILE)

    async def found(**asked):
        return [f"/recommendations/{r['id']}" for r in await ask.got("/recommendations", **asked)]

    assert await found(overdue=True) == [one]
    assert await found(state="overdue") == [one]
    assert await found(state="fulfilled") == []
    [other] = await found(overdue=False)
    assert await found(addressee_id=str(ANOTHER_COMMITTEE)) == [other]
    assert len(await found(hearing_id=path.rpartition("/")[2])) == 2


def test_a_term_is_that_of_the_hearing_else_of_the_rules_else_unknown():
    sent_on, rules = date(2026, 11, 10), PROFILE.on(date(2026, 11, 10))
    assert last_day(rules, sent_on, 30) == date(2026, 12, 10)
    assert last_day(rules, sent_on, None) is None
    known = with_term("recommendation_answer", amount=1, unit="months").on(sent_on)
    assert last_day(known, sent_on, None) == date(2026, 12, 10)


async def test_where_no_term_is_known_nothing_becomes_overdue(ask, path, desk):
    one = await sent(ask, path, answer_days=None)
    await tell_overdue(desk, PROFILE)
    assert ((await ask.got(one))["stage"], (await ask.got(one))["answer_by"]) == ("sent", None)


async def test_the_options_say_who_may_follow_up(ask, path):
    one = await sent(ask, path)
    options = await ask.got(f"{one}/options", by=CHAIR)
    assert {o["act"] for o in options} == {"pass_term", "answer", "close"}
    assert not any(o["is_open"] for o in options)
    by_clerk = await ask.got(f"{one}/options", by=CLERK)
    assert {o["act"] for o in by_clerk if o["is_open"]} == {"answer", "close"}


@pytest.mark.parametrize(
    "but",
    [{"answer_days": 0}, {"addressee": {}}, {"text": {"kk": "жалғыз"}}, {"answer_days": "30"}],
)
async def test_a_draft_that_cannot_be_is_refused(ask, path, but):
    assert (await ask.post(f"{path}/drafts", DRAFT | but)).status_code == 422


async def test_an_answer_without_words_is_refused(ask, path):
    one = await sent(ask, path)
    assert (await ask.post(f"{one}/answers", ANSWER | {"text": {}})).status_code == 422
