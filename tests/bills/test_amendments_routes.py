"""Amendments over HTTP, on a real database: filed, decided, made into the next text, voted on."""

import asyncio
from datetime import timedelta

import pytest

from services.bills.actions.file_amendment import file_amendment
from services.bills.domain.amendments.making import Asked, Filing
from services.bills.domain.amendments.stages import Verdict
from services.bills.domain.stages import Stage
from services.bills.store.bills import Bills
from shared.contracts.words import Bilingual, Form, ItemResult, Matter, Question
from shared.kernel.errors import NotNow
from shared.kernel.rules import Outcome
from shared.texts.changes import ChangeKind
from tests.bills.amended import (
    ANOTHER_ARTICLE,
    ANOTHER_CHAIR,
    COMMITTEE_CHAIR,
    GROUNDS,
    SHORTER,
    TAKEN_OUT,
    TEXTS,
    WORDED_ANEW,
    Floor,
    put_on_file,
)
from tests.bills.builders import (
    ANOTHER_DEPUTY,
    CHAIR,
    CLERK,
    DEPUTY,
    GOVERNMENT,
    TITLE,
    an_occasion,
)
from tests.bills.facts import a_conclusion, a_result, now

REASON = {"reason": GROUNDS["grounds"]}


@pytest.fixture
async def floor(desk, http, signed):
    return Floor(http, signed, await put_on_file(desk))


async def test_a_deputy_files_an_amendment(floor):
    answer = await floor.file(SHORTER)

    assert answer.status_code == 201, answer.text
    shown = answer.json()
    assert (shown["number"], shown["stage"], shown["text_version"]) == (1, "filed", 1)
    assert shown["proposed"]["element"]["ru"] == "статья 1, пункт 2"
    assert shown["proposed"]["kk"]["instead"] == "бес күнде"
    assert answer.headers["location"] == f"{floor.place}/1"
    assert (await floor.http.get(f"{floor.place}/1")).json() == shown


async def test_the_wording_of_an_article_is_read_and_shown_again(floor):
    shown = (await floor.file(ANOTHER_ARTICLE)).json()
    lines = [line.strip() for line in shown["proposed"]["ru"]["text"].splitlines()]
    assert lines == ANOTHER_ARTICLE["text"]["ru"].splitlines()


@pytest.mark.parametrize(
    ("change", "code", "said"),
    [
        (SHORTER | {"address": "art_9"}, "change-refused", "art_9"),
        (SHORTER | {"words": {"kk": "он күнде", "ru": "сто"}}, "change-refused", "art_1__pt_2"),
        (ANOTHER_ARTICLE | {"address": "art_1"}, "change-refused", "art_2-1"),
        (
            WORDED_ANEW | {"text": {"kk": "2. Дереу.", "ru": "2. Срaзу."}},
            "text-refused",
            "Срaзу",
        ),
        (SHORTER | {"text_version": 7}, "text-not-found", ""),
    ],
)
async def test_what_cannot_be_done_is_refused_by_name_and_takes_no_number(
    floor, change, code, said
):
    answer = await floor.file(change)
    assert (answer.status_code in {404, 422}, answer.json()["code"]) == (True, code)
    assert said in answer.json()["detail"]
    assert (await floor.file(SHORTER)).json()["number"] == 1


async def test_who_is_no_deputy_files_nothing(floor):
    assert (await floor.file(SHORTER, by=CLERK)).status_code == 403
    assert (await floor.file(SHORTER, by=GOVERNMENT)).status_code == 409


async def test_only_other_deputies_are_invited_as_co_authors(floor):
    shown = (await floor.file(SHORTER, co_authors=[str(ANOTHER_DEPUTY.person_id)])).json()
    assert (shown["invited"], shown["co_authors"]) == ([str(ANOTHER_DEPUTY.person_id)], [])
    for person in (DEPUTY, CLERK):
        answer = await floor.file(SHORTER, co_authors=[str(person.person_id)])
        assert (answer.status_code, answer.json()["code"]) == (422, "not-a-co-author")


async def test_a_ministry_that_proposes_is_named(floor):
    ministry = {"source": "ministry", "ministry": TITLE.model_dump(), "document": "№ 5"}
    assert (await floor.file(SHORTER, provenance=ministry)).status_code == 201
    for wrong in ({"source": "ministry"}, ministry | {"source": "own"}):
        assert (await floor.file(SHORTER, provenance=wrong)).status_code == 422


async def test_two_deputies_file_at_once_and_numbers_have_no_gaps(floor):
    both = [floor.file(SHORTER, by=DEPUTY if n % 2 else ANOTHER_DEPUTY) for n in range(20)]
    answers = await asyncio.gather(*both)
    assert {answer.status_code for answer in answers} == {201}
    assert sorted(answer.json()["number"] for answer in answers) == list(range(1, 21))


async def test_one_amendment_sent_twice_under_one_key_is_one(floor):
    headers = floor.signed(DEPUTY) | {"Idempotency-Key": "one"}
    body = SHORTER | {"reasons": GROUNDS["grounds"]}
    first, second = [
        await floor.http.post(floor.place, json=body, headers=headers) for _ in range(2)
    ]
    assert first.json() == second.json()
    assert await floor.stages() == ["filed"]


async def test_no_amendment_after_the_deadline(floor):
    day = now().date() + timedelta(days=9)
    place = f"/bills/{floor.bill.id}/amending/reading-day"
    await floor.file(SHORTER)
    put = await floor.http.put(place, json={"day": str(day)}, headers=floor.signed(CHAIR))
    assert put.status_code == 200, put.text

    answer = await floor.file(SHORTER)

    assert (answer.status_code, answer.json()["code"]) == (409, "not-now")
    assert "amendments.deadline_days_before_reading_2" in answer.json()["provision"]


async def test_a_list_is_paged_and_filtered(floor):
    for by in (DEPUTY, ANOTHER_DEPUTY, DEPUTY):
        await floor.file(SHORTER, by=by)
    await floor.file(TAKEN_OUT)

    async def numbers(**asked):
        found = await floor.http.get(floor.place, params=asked)
        return [each["number"] for each in found.json()]

    assert await numbers(author=str(ANOTHER_DEPUTY.person_id)) == [2]
    assert await numbers(address="art_2") == [4]
    assert await numbers(stage="rejected") == []
    assert await numbers(limit=2) == [1, 2]
    first = await floor.http.get(floor.place, params={"limit": 2})
    following = first.links["next"]["url"].removeprefix("/api/bills/v1")
    assert [each["number"] for each in (await floor.http.get(following)).json()] == [3, 4]


async def test_the_lead_committee_alone_decides(floor):
    await floor.file(SHORTER)
    body = {"verdict": "accepted"} | GROUNDS
    assert (await floor.act(1, "decision", DEPUTY, body)).status_code == 403
    refused = await floor.act(1, "decision", ANOTHER_CHAIR, body)
    assert refused.json()["provision"] == "Constitution 2026, art. 59(2)"
    shown = (await floor.decide(1, Verdict.ACCEPTED)).json()
    assert (shown["stage"], shown["decision"]["grounds"]) == ("accepted", GROUNDS["grounds"])


async def test_another_wording_is_given_if_and_only_if_it_is_accepted_so(floor):
    await floor.file(SHORTER)
    other = {name: part for name, part in WORDED_ANEW.items() if name != "address"}
    assert (await floor.decide(1, Verdict.IN_OTHER_WORDING)).json()["code"] == "wording-needed"
    assert (await floor.decide(1, Verdict.REJECTED, wording=other)).status_code == 422
    shown = (await floor.decide(1, Verdict.IN_OTHER_WORDING, wording=other)).json()
    assert shown["stage"] == "accepted_in_other_wording"
    assert shown["decision"]["wording"]["ru"]["text"] == "2. Данные публикуются сразу."


async def test_a_money_amendment_waits_for_the_government(floor):
    await floor.file(SHORTER, touches_budget=True)
    early = await floor.decide(1, Verdict.REJECTED)
    assert "money_amendment_needs_government_conclusion" in early.json()["provision"]
    assert (await floor.act(1, "government-request", COMMITTEE_CHAIR)).json()["stage"] == "on_hold"
    assert (await floor.decide(1, Verdict.ACCEPTED)).status_code == 409

    body = {"positive": False} | REASON
    concluded = await floor.act(1, "government-conclusion", GOVERNMENT, body)

    assert (concluded.json()["stage"], concluded.json()["conclusion"]["positive"]) == (
        "filed",
        False,
    )
    barred = await floor.decide(1, Verdict.ACCEPTED)
    assert "negative_conclusion_bars_acceptance" in barred.json()["provision"]
    assert (await floor.decide(1, Verdict.REJECTED)).json()["stage"] == "rejected"


async def test_only_its_author_withdraws_an_amendment_and_not_after_the_decision(floor):
    await floor.file(SHORTER)
    assert (await floor.act(1, "withdrawal", ANOTHER_DEPUTY, REASON)).status_code == 409
    assert (await floor.act(1, "withdrawal", DEPUTY, REASON)).json()["stage"] == "withdrawn"
    await floor.file(SHORTER)
    await floor.decide(2, Verdict.ACCEPTED)
    late = await floor.act(2, "withdrawal", DEPUTY, REASON)
    assert "withdrawal_until" in late.json()["provision"]


async def test_conflicts_are_shown_and_the_second_one_is_not_accepted(floor):
    await floor.file(SHORTER)
    await floor.file(WORDED_ANEW, by=ANOTHER_DEPUTY)
    await floor.file(TAKEN_OUT)

    [shown] = (await floor.http.get(f"{floor.place}/conflicts")).json()
    assert (shown["address"], shown["amendments"]) == ("art_1__pt_2", [1, 2])
    assert (shown["kind"], shown["languages"]) == ("same_element", ["kk", "ru"])

    await floor.decide(1, Verdict.ACCEPTED)
    refused = await floor.decide(2, Verdict.ACCEPTED)
    assert "no accepted amendment excludes it" in refused.json()["detail"]
    await floor.decide(1, Verdict.REJECTED)
    assert (await floor.decide(2, Verdict.ACCEPTED)).status_code == 200


async def test_the_text_is_made_of_those_accepted_with_their_provenance(floor):
    for change in (SHORTER, ANOTHER_ARTICLE, TAKEN_OUT):
        await floor.file(change)
    early = await floor.whole("closing", COMMITTEE_CHAIR)
    assert "decided on every amendment" in early.json()["detail"]
    for number, verdict in enumerate((Verdict.ACCEPTED, Verdict.ACCEPTED, Verdict.REJECTED), 1):
        await floor.decide(number, verdict)

    closed = await floor.whole("closing", COMMITTEE_CHAIR)

    assert (closed.json()["stage"], closed.json()["laid_down"]) == ("closed", 2), closed.text
    assert "за пять дней" in await floor.text("ru")
    assert "2-1-бап. Бақылау" in await floor.text("kk")
    assert "Статья 2. Ответственность" in await floor.text("ru")
    found = (await floor.http.get(f"{floor.place}/provenance")).json()
    assert [(each["number"], each["address"]) for each in found] == [
        (1, "art_1__pt_2"),
        (2, "art_2"),
    ]
    late = await floor.file(SHORTER)
    assert late.status_code == 409


async def test_a_table_opened_again_is_made_again_from_the_same_text(floor):
    await floor.file(SHORTER)
    await floor.decide(1, Verdict.ACCEPTED)
    await floor.whole("closing", COMMITTEE_CHAIR)
    await floor.whole("reopening", COMMITTEE_CHAIR)
    assert (await floor.file(TAKEN_OUT)).json()["text_version"] == 1
    await floor.decide(1, Verdict.REJECTED)
    await floor.decide(2, Verdict.ACCEPTED)

    await floor.whole("closing", COMMITTEE_CHAIR)

    text = await floor.text()
    assert ("за десять дней" in text, "Статья 2." in text) == (True, False)
    assert (await floor.http.get(f"{floor.place}/2")).json()["element_gone"]


async def test_the_conclusion_waits_until_every_amendment_is_decided(desk, floor, hear):
    await floor.file(SHORTER)
    with pytest.raises(NotNow, match="decided on every amendment"):
        await hear(a_conclusion(floor.bill.id, 2))
    assert await stage_of(desk, floor) is Stage.AMENDING

    await floor.decide(1, Verdict.ACCEPTED)
    await floor.whole("closing", COMMITTEE_CHAIR)
    await hear(a_conclusion(floor.bill.id, 2))
    assert await stage_of(desk, floor) is Stage.SCHEDULED


async def stage_of(desk, floor):
    async with desk.work() as work:
        return (await Bills(work).get(floor.bill.id)).stage


@pytest.fixture
async def closed(floor, hear):
    """Three amendments accepted, rejected and reworded; the bill awaits its second reading."""
    for change in (ANOTHER_ARTICLE, TAKEN_OUT, SHORTER):
        await floor.file(change)
    other = {name: part for name, part in WORDED_ANEW.items() if name != "address"}
    await floor.decide(1, Verdict.ACCEPTED)
    await floor.decide(2, Verdict.REJECTED)
    await floor.decide(3, Verdict.IN_OTHER_WORDING, wording=other)
    await floor.whole("closing", COMMITTEE_CHAIR)
    await hear(a_conclusion(floor.bill.id, 2))
    return floor


async def read(floor, hear, outcome=Outcome.ADOPTED):
    """The second reading: opened, voted on."""
    opened = await floor.http.post(f"/bills/{floor.bill.id}/reading", headers=floor.signed(CHAIR))
    assert opened.status_code == 200, opened.text
    question = opened.json()["readings"][-1]["question_id"]
    await hear(a_result(floor.bill.id, question, outcome, 2))


def voted(floor, put, adopted):
    """The result of a vote on single amendments."""
    items = tuple({"key": key, "title": TITLE} for key in put["items"])
    question = Question(
        id=put["question_id"],
        matter=Matter.AMENDMENTS,
        case_id=floor.bill.id,
        reading=2,
        decision="maj_amendment",
        title=TITLE,
        form=Form.EACH,
        items=items,
    )
    results = tuple(
        ItemResult(
            key=key,
            votes_for=100,
            needed=73,
            rank=1,
            outcome=Outcome.ADOPTED if key in adopted else Outcome.REJECTED,
        )
        for key in put["items"]
    )
    return a_result(
        floor.bill.id,
        put["question_id"],
        Outcome.DIVIDED,
        2,
        question=question,
        results=results,
    )


async def test_the_reading_does_not_open_before_the_mode_is_chosen(closed):
    place = f"/bills/{closed.bill.id}/reading"
    refused = await closed.http.post(place, headers=closed.signed(CHAIR))
    assert "amendments.plenary_vote_modes" in refused.json()["provision"]


async def test_en_bloc_the_table_is_decided_with_the_text(closed, hear):
    put = await closed.whole("vote", CHAIR, {"mode": "table_en_bloc"})
    assert (put.json()["stage"], put.json()["put"]) == ("settled", []), put.text
    await read(closed, hear)
    assert await closed.stages() == ["adopted", "not_adopted", "adopted"]
    assert "публикуются сразу" in await closed.text()


async def test_on_the_initiators_text_no_amendment_is_adopted(closed, hear):
    await closed.whole("vote", CHAIR, {"mode": "initiator_text"})
    assert await closed.text() == TEXTS.ru
    await read(closed, hear)
    assert set(await closed.stages()) == {"not_adopted"}


async def test_item_by_item_each_is_decided_and_the_text_is_made_of_those_adopted(closed, hear):
    put = (await closed.whole("vote", CHAIR, {"mode": "table_item_by_item"})).json()
    assert put["stage"] == "voting"
    [asked] = put["put"]
    assert asked["items"] == ["c3", "a2", "a1"]

    await hear(voted(closed, asked, {"a2", "c3"}))

    assert await closed.stages() == ["not_adopted", "adopted", "adopted"]
    text = await closed.text()
    assert ("Статья 2." in text, "Статья 2-1." in text, "сразу" in text) == (False, False, True)
    await read(closed, hear)
    assert (await closed.http.get(f"/bills/{closed.bill.id}")).json()["stage"] == "final_edit"
    steps = (await closed.http.get(f"/bills/{closed.bill.id}/timeline")).json()
    told = [(step["act"], step["fact"], step["text_version"]) for step in steps]
    assert told == [
        ("amend_text", None, 2),
        ("note_conclusion", "committees.conclusion_adopted.v1", None),
        ("amend_text", None, 3),
        (None, "voting.result_certified.v1", None),
        ("open_reading", None, None),
        ("approve_text", "voting.result_certified.v1", None),
    ]


async def test_what_an_author_demands_is_voted_first_and_decides_the_rest(closed, hear):
    assert (await closed.act(3, "separate-vote", DEPUTY)).status_code == 200
    assert (await closed.act(3, "separate-vote", DEPUTY)).status_code == 409
    assert (await closed.act(1, "separate-vote", DEPUTY)).status_code == 409
    assert (await closed.act(2, "separate-vote", ANOTHER_DEPUTY)).status_code == 409
    put = (await closed.whole("vote", CHAIR, {"mode": "table_en_bloc"})).json()
    assert [one["items"] for one in put["put"]] == [["a3"]]

    await hear(voted(closed, put["put"][0], {"a3"}))

    assert "за пять дней" in await closed.text()
    await read(closed, hear)
    assert await closed.stages() == ["adopted", "not_adopted", "adopted"]


async def test_an_own_wording_voted_down_leaves_that_of_the_committee(closed, hear):
    await closed.act(3, "separate-vote", DEPUTY)
    put = (await closed.whole("vote", CHAIR, {"mode": "table_en_bloc"})).json()
    await hear(voted(closed, put["put"][0], set()))
    assert "сразу" in await closed.text()
    assert (await closed.stages())[2] == "accepted_in_other_wording"
    await read(closed, hear)
    assert (await closed.stages())[2] == "adopted"


async def test_a_result_heard_twice_changes_nothing(closed, hear):
    put = (await closed.whole("vote", CHAIR, {"mode": "table_item_by_item"})).json()
    fact = voted(closed, put["put"][0], {"a1"})
    await hear(fact)
    before = await closed.text()
    await hear(fact, sequence=2)
    assert await closed.text() == before


async def test_a_bill_without_amendments_goes_its_way_as_before(desk, floor, hear):
    await hear(a_conclusion(floor.bill.id, 2))
    await read(floor, hear)
    assert await stage_of(desk, floor) is Stage.FINAL_EDIT


async def test_the_options_of_an_amendment_say_what_is_closed_and_why(floor):
    await floor.file(SHORTER)
    place = f"{floor.place}/1/options"
    shown = (await floor.http.get(place, headers=floor.signed(COMMITTEE_CHAIR))).json()
    open_ = {each["act"] for each in shown if each["is_open"]}
    assert open_ == {"accept", "reject", "reword"}
    acts = (await floor.http.get(f"{floor.place}/1/acts")).json()
    assert [act["act"] for act in acts] == ["file"]


async def test_nothing_is_filed_or_decided_behind_the_back_of_a_closing(floor):
    await floor.file(SHORTER)
    await floor.decide(1, Verdict.ACCEPTED)

    answers = await asyncio.gather(
        floor.file(TAKEN_OUT),
        floor.whole("closing", COMMITTEE_CHAIR),
        floor.file(TAKEN_OUT, by=ANOTHER_DEPUTY),
        floor.decide(1, Verdict.REJECTED),
    )

    assert {answer.status_code for answer in answers} <= {200, 201, 409}
    amending = (await floor.http.get(f"/bills/{floor.bill.id}/amending")).json()
    accepted = "accepted" in amending["counts"]
    if amending["stage"] == "closed":
        assert "filed" not in amending["counts"]
        assert accepted is ("за пять дней" in await floor.text())
    else:
        assert amending["laid_down"] is None


async def test_a_bill_sent_back_is_amended_in_a_new_table_from_its_newest_text(desk, closed, hear):
    await closed.whole("vote", CHAIR, {"mode": "table_en_bloc"})
    async with desk.work() as work:
        bill = await Bills(work).get(closed.bill.id)
        bill.stage, bill.concluded_for = Stage.AMENDING, 1

    words = {"kk": "дереу", "ru": "сразу"}
    later = SHORTER | {"words": words, "instead": {"kk": "бірден", "ru": "немедленно"}}
    filed = (await closed.file(later)).json()
    assert (filed["number"], filed["text_version"]) == (4, 2), filed
    await closed.decide(4, Verdict.ACCEPTED)
    again = (await closed.whole("closing", COMMITTEE_CHAIR)).json()

    assert again["laid_down"] == 3, again
    text = await closed.text()
    assert ("публикуются немедленно" in text, "Статья 2-1." in text) == (True, True)
    await hear(a_conclusion(closed.bill.id, 2, at=now()), sequence=2)
    await closed.whole("vote", CHAIR, {"mode": "table_en_bloc"})
    await read(closed, hear)
    assert await closed.stages() == ["adopted", "not_adopted", "adopted", "adopted"]


async def test_a_closing_waits_for_who_is_filing_and_then_knows_of_it(desk, floor):
    filing = Filing(Asked(ChangeKind.REMOVE, "art_2"), reasons=Bilingual(kk="Артық.", ru="Лишняя."))
    async with desk.work() as work:
        occasion = an_occasion(DEPUTY, at=now())
        await file_amendment(work, occasion, bill_id=floor.bill.id, filing=filing)
        closing = asyncio.create_task(floor.whole("closing", COMMITTEE_CHAIR))
        await asyncio.sleep(1)
        assert not closing.done()
    answer = await closing
    assert "decided on every amendment" in answer.json()["detail"]
