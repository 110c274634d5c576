"""Questions with items: each decided by itself, one of several, all at once; and run-offs."""

from collections import Counter

import pytest

ITEMS = [
    {"key": key, "title": {"kk": f"{key}-түзету", "ru": f"Поправка {key}"}}
    for key in ("art-1", "art-2", "art-3")
]
CANDIDATES = [
    {"key": key, "title": {"kk": f"{key} үміткер", "ru": f"Кандидат {key}"}} for key in "abc"
]


async def test_items_are_decided_each_by_the_rule_of_the_question(floor):
    vote_id = await opened(floor, form="each", items=ITEMS)
    marks = {"art-1": "for", "art-2": "against", "art-3": "for"}
    undecided = {"art-1": "for", "art-2": "abstained", "art-3": "against"}
    await cast_each(floor, vote_id, [marks] * 73 + [undecided] * 72)

    decided = await floor.decide(vote_id)

    assert decided["outcome"] == "divided"
    told = {
        r["key"]: (r["votes_for"], r["against"], r["abstained"], r["outcome"])
        for r in decided["results"]
    }
    assert told == {
        "art-1": (145, 0, 0, "adopted"),
        "art-2": (0, 73, 72, "rejected"),
        "art-3": (73, 72, 0, "adopted"),
    }
    assert [r["rank"] for r in decided["results"]] == [1, 3, 2]
    assert {r["needed"] for r in decided["results"]} == {73}
    assert decided["tally"]["voted"] == 145


async def test_items_decided_alike_make_one_outcome(floor):
    vote_id = await opened(floor, form="each", items=ITEMS)
    await cast_each(floor, vote_id, [{item["key"]: "for" for item in ITEMS}] * 145)

    assert (await floor.decide(vote_id))["outcome"] == "adopted"


async def test_an_item_that_a_ballot_leaves_out_has_no_vote_of_it(floor):
    vote_id = await opened(floor, form="each", items=ITEMS)
    await cast_each(floor, vote_id, [{"art-1": "for"}] * 145)

    decided = await floor.decide(vote_id)

    assert [r["votes_for"] for r in decided["results"]] == [145, 0, 0]
    assert [r["outcome"] for r in decided["results"]] == ["adopted", "no_decision", "no_decision"]


@pytest.mark.parametrize(
    "choice",
    [
        "for",
        {"art-9": "for"},
        {"art-1": "maybe"},
        {"art-1": "for", "art-9": "for"},
        {"art-1": "art-2"},
    ],
)
async def test_a_ballot_that_does_not_fit_the_items_is_refused(floor, choice):
    vote_id = await opened(floor, form="each", items=ITEMS)

    answer = await floor.cast(vote_id, floor.deputies[10], choice)

    assert (answer.status_code, answer.json()["code"]) == (422, "no-such-choice")
    assert await floor.ballots_in(vote_id) == 0


@pytest.mark.parametrize("choice", ["maybe", "a", {"a": "for"}])
async def test_a_ballot_on_the_whole_knows_no_items(floor, choice):
    vote_id = await opened(floor, form="yes_no", items=ITEMS)

    answer = await floor.cast(vote_id, floor.deputies[10], choice)

    assert (answer.status_code, answer.json()["code"]) == (422, "no-such-choice")


async def test_en_bloc_all_items_stand_or_fall_together(floor):
    vote_id = await opened(floor, form="yes_no", items=ITEMS)
    await floor.cast_all(vote_id, ["for"] * 80 + ["against"] * 65)

    decided = await floor.decide(vote_id)

    assert (decided["outcome"], decided["results"]) == ("adopted", [])
    assert [item["key"] for item in decided["question"]["items"]] == ["art-1", "art-2", "art-3"]


async def test_one_of_several_is_chosen_by_the_majority_that_the_rule_asks(floor):
    vote_id = await opened(floor, form="one_of", items=CANDIDATES)
    await cast_each(floor, vote_id, ["a"] * 73 + ["b"] * 50 + ["against"] * 12 + ["abstained"] * 10)

    decided = await floor.decide(vote_id)

    assert (decided["outcome"], decided["chosen"], decided["runoff"]) == ("adopted", "a", [])
    assert [(r["key"], r["votes_for"], r["rank"]) for r in decided["results"]] == [
        ("a", 73, 1),
        ("b", 50, 2),
        ("c", 0, 3),
    ]
    tally = Counter(decided["tally"])
    assert (tally["voted"], tally["against"], tally["abstained"]) == (123, 12, 10)


async def test_with_none_chosen_the_first_two_go_into_a_run_off(floor):
    sitting_id = await floor.sit()
    question_id = await asked(floor, form="one_of", items=CANDIDATES)
    first = await floor.open_vote(sitting_id, question_id=question_id)
    await cast_each(floor, first, ["a"] * 60 + ["b"] * 30 + ["c"] * 55)
    undecided = await floor.decide(first)

    second = await floor.open_vote(sitting_id, question_id=question_id)
    prepared = await floor.get(f"/votes/{second}")
    dropped = await floor.cast(second, floor.deputies[0], "b")
    await cast_each(floor, second, ["a"] * 62 + ["c"] * 83)
    decided = await floor.decide(second)

    assert (undecided["outcome"], undecided["runoff"]) == ("no_decision", ["a", "c"])
    assert prepared["options"] == ["a", "c", "against", "abstained"]
    assert (prepared["round"], prepared["follows"]) == (2, first)
    assert (dropped.status_code, dropped.json()["code"]) == (422, "no-such-choice")
    assert (decided["outcome"], decided["chosen"]) == ("adopted", "c")


async def test_with_as_many_votes_at_the_edge_more_go_into_the_run_off(floor):
    items = [*CANDIDATES, {"key": "d", "title": {"kk": "d", "ru": "d"}}]
    vote_id = await opened(floor, form="one_of", items=items)
    await cast_each(floor, vote_id, ["a"] * 65 + ["b"] * 40 + ["c"] * 40)

    assert (await floor.decide(vote_id))["runoff"] == ["a", "b", "c"]


async def test_when_a_majority_is_against_all_it_is_rejected(floor):
    vote_id = await opened(floor, form="one_of", items=CANDIDATES)
    await cast_each(floor, vote_id, ["a"] * 72 + ["against"] * 73)

    decided = await floor.decide(vote_id)

    assert (decided["outcome"], decided["runoff"]) == ("rejected", [])


@pytest.mark.parametrize(
    "wrong",
    [
        {"form": "one_of", "items": CANDIDATES[:1]},
        {"form": "each", "items": []},
        {"form": "each", "items": [ITEMS[0], ITEMS[0]]},
        {"form": "one_of", "items": [{**CANDIDATES[0], "key": "against"}, CANDIDATES[1]]},
        {"form": "some", "items": ITEMS},
        {"form": "each", "items": [{**ITEMS[0], "key": "Ә"}]},
    ],
)
async def test_a_question_whose_items_do_not_fit_its_form_is_refused(floor, wrong):
    body = {"title": {"kk": "Сұрақ", "ru": "Вопрос"}, "decision": "maj_resolution"} | wrong

    await floor.post("/questions", body, by=floor.clerk, status=422)


async def test_the_protocol_says_what_became_of_every_item(floor):
    vote_id = await opened(floor, form="each", items=ITEMS)
    marks = {"art-1": "for", "art-2": "against", "art-3": "abstained"}
    await cast_each(floor, vote_id, [marks] * 145)
    await floor.decide(vote_id)

    for form in ("protocol", "protocol.csv?language=ru", "protocol.pdf?kind=by_name"):
        answer = await floor.http.get(f"/votes/{vote_id}/{form}")
        assert answer.status_code == 200, (form, answer.text)

    protocol = (await floor.http.get(f"/votes/{vote_id}/protocol")).json()
    assert [result["outcome"] for result in protocol["results"]] == [
        "adopted",
        "rejected",
        "no_decision",
    ]
    table = (await floor.http.get(f"/votes/{vote_id}/protocol.csv?language=ru")).text
    assert "Поправка art-2: Против" in table


async def asked(floor, decision="maj_resolution", **but) -> str:
    body = {"title": {"kk": "Сұрақ", "ru": "Вопрос"}, "decision": decision} | but
    return (await floor.post("/questions", body, by=floor.clerk))["id"]


async def opened(floor, **but) -> str:
    return await floor.open_vote(question_id=await asked(floor, **but))


async def cast_each(floor, vote_id, choices) -> None:
    """The first deputies cast these, all at once."""
    await floor.cast_all(vote_id, choices)
