"""Words that mean something to a program, and words that look like others."""

import json
import unicodedata
from itertools import combinations

import pytest

from kurultai import verify
from services.voting.domain.evidence import leaf_of
from shared.kernel.canonical import canonical
from tests.abuse.evidence import bundle_of, holds

HOSTILE = [
    "'; DROP TABLE ballots; --",
    "' OR '1'='1",
    '"}, "choice": "against", "x": {"y": "',
    '{"$ne": null}',
    "$1 %s :name {0} ${jndi:ldap://x}",
    "\\'; UPDATE votes SET outcome = 'adopted'; --",
    "<script>alert(1)</script>",
    "=HYPERLINK(1)",
    "100% _ \\ дауыс",
]
SURNAMES = {
    "composed": unicodedata.normalize("NFC", "Ержанов Қайрат Сёмбай"),
    "decomposed": unicodedata.normalize("NFD", "Ержанов Қайрат Сёмбай"),
    "a Latin a": "Ержaнов Қайрат Сёмбай",
    "a Latin i": "Ілияс".replace("І", "I"),
    "a Cyrillic i": "Ілияс",
    "from right to left": "Ержанов\u202e Қайрат",
    "zero width": "Ержа\u200bнов Қайрат",
    "a joiner": "Ержа\u200dнов Қайрат",
    "a line separator": "Ержанов\u2028Қайрат",
    "a quote": 'Ержанов "Қайрат" \\',
    "beyond the first plane": "Ержанов 𐰚𐰇𐰼",
}


@pytest.mark.parametrize("words", HOSTILE)
async def test_words_are_words_in_every_text_field(floor, words, tmp_path):
    both = {"kk": words, "ru": words}
    body = {"title": both, "decision": "maj_law"}
    question = await floor.post("/questions", body, by=floor.clerk)
    vote_id = await floor.open_vote(question_id=question["id"])
    said = {"kind": "statement", "words": words}
    stated = await floor.post(f"/votes/{vote_id}/declarations", said, by=floor.deputies[3])
    paper = {"person_id": str(floor.deputies[4]), "choice": "for", "reason": both}
    entered = await floor.post(f"/votes/{vote_id}/paper-ballots", paper, by=floor.clerk)
    await floor.post(f"/paper-ballots/{entered['id']}/confirmation", by=floor.chair)
    await floor.end_window(vote_id)
    await floor.close(vote_id)
    path = f"/votes/{vote_id}/annulment-request"
    asked = await floor.post(path, {"reason": both}, by=floor.clerk)

    assert question["title"] == both
    assert stated["words"] == words
    assert entered["reason"] == both
    assert asked["annulment"]["reason"] == both
    assert (asked["tally"]["votes_for"], await floor.ballots_in(vote_id)) == (1, 1)
    assert await holds(floor, await bundle_of(floor, vote_id), tmp_path)


@pytest.mark.parametrize("field", ["title", "words", "reason", "choice", "decision"])
async def test_a_text_with_a_nul_is_the_senders_mistake(floor, field):
    """PostgreSQL keeps no NUL: it must be refused before it gets there."""
    vote_id, nul = await floor.open_vote(), "Қар\u0000сы"
    both = {"kk": nul, "ru": nul}
    paths = {
        "title": ("/questions", {"title": both, "decision": "maj_law"}, floor.clerk),
        "decision": ("/questions", {"title": {"kk": "а", "ru": "а"}, "decision": nul}, floor.clerk),
        "words": (
            f"/votes/{vote_id}/declarations",
            {"kind": "statement", "words": nul},
            floor.deputies[3],
        ),
        "reason": (f"/votes/{vote_id}/annulment-request", {"reason": both}, floor.clerk),
        "choice": (
            f"/votes/{vote_id}/ballot",
            {"choice": nul, "request_id": vote_id},
            floor.deputies[3],
        ),
    }
    path, body, who = paths[field]

    answer = await floor.http.post(path, json=body, headers=floor.signed(who))

    assert 400 <= answer.status_code < 500, answer.text


@pytest.mark.parametrize("words", SURNAMES.values(), ids=SURNAMES)
def test_the_record_and_the_verifier_write_a_name_alike(words):
    entry = {"name": {"kk": words, "ru": words}}

    assert canonical(entry).decode() == verify.canonical(entry)
    assert json.loads(canonical(entry)) == entry


def test_names_that_look_alike_are_not_the_same_entry():
    for one, other in combinations(SURNAMES.values(), 2):
        assert leaf_of({"name": one}) != leaf_of({"name": other})


async def test_a_vote_of_deputies_with_such_names_is_verified(floor, tmp_path):
    for number, words in enumerate(SURNAMES.values(), 1):
        name = json.dumps({"kk": words, "ru": words})
        query = "UPDATE register_mandates SET name = $2 WHERE number = $1"
        await floor.admin.execute(query, number, name)
    vote_id = await floor.open_vote()
    await floor.cast_all(vote_id, ["for"] * 145)
    await floor.close(vote_id)

    bundle = await bundle_of(floor, vote_id)

    told = [line["name"]["kk"] for line in bundle["roll"][: len(SURNAMES)]]
    assert told == list(SURNAMES.values())
    assert await holds(floor, bundle, tmp_path)
