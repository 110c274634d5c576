"""What the plenary votes on, in which order, and what of it goes into the text."""

import pytest

from services.bills.domain.amendments.amendment import Decision, Proposed
from services.bills.domain.amendments.asking import questions_on
from services.bills.domain.amendments.making import Asked, Pair, excluding, proposed, texts_with
from services.bills.domain.amendments.plenary import (
    compatible,
    own,
    standing_together,
    voted_singly,
)
from services.bills.domain.amendments.stages import AmendmentStage, Mode, Verdict
from services.bills.domain.structure import Acts
from shared.kernel.text import Language
from shared.store.ids import new_id
from shared.texts.changes import ChangeKind
from shared.texts.reading import read_act
from tests.bills.amended import TEXTS, a_bill_being_amended, an_amendment
from tests.bills.builders import NOON, REASON

S, K = AmendmentStage, ChangeKind
ACTS = Acts(read_act(TEXTS.kk, Language.KK), read_act(TEXTS.ru, Language.RU))


def change(kind: ChangeKind, address: str, kk: str = "", ru: str = "") -> Proposed:
    return proposed(Asked(kind, address, text=Pair(kk, ru)), ACTS)


NEW_POINT = change(K.NEW_WORDING, "art_1__pt_2", "2. Дереу.", "2. Сразу.")
NO_POINT = change(K.REMOVE, "art_1__pt_2")
NO_ARTICLE = change(K.REMOVE, "art_1")
NEW_ARTICLE = change(
    K.INSERT_AFTER, "art_2", "2-1-бап. Бақылау\n1. Бар.", "Статья 2-1. Контроль\n1. Есть."
)


def numbered(number: int, wording: Proposed, stage: S = S.REJECTED, **but):
    return an_amendment(
        number=number,
        proposed=wording,
        address=wording.address,
        scope=wording.scope,
        stage=stage,
        **but,
    )


def test_of_several_to_one_article_those_come_first_whose_result_decides_the_others():
    all_ = [
        numbered(1, NEW_ARTICLE),
        numbered(2, NEW_POINT),
        numbered(3, NO_POINT),
        numbered(4, NO_ARTICLE),
        numbered(5, NEW_POINT, separate_vote=True),
    ]
    asked = voted_singly(all_, Mode.TABLE_ITEM_BY_ITEM, ACTS)
    assert [entry.key for entry in asked] == ["a5", "a4", "a3", "a2", "a1"]


def test_what_an_adopted_one_excludes_falls():
    entries = [
        own(numbered(n, wording))
        for n, wording in enumerate((NO_ARTICLE, NO_POINT, NEW_ARTICLE), 1)
    ]
    assert [entry.key for entry in compatible(entries, ACTS)] == ["a1", "a3"]
    assert [entry.key for entry in compatible(entries[1:], ACTS)] == ["a2", "a3"]


@pytest.mark.parametrize(
    ("mode", "keys"),
    [
        (Mode.TABLE_EN_BLOC, ["a1", "c3"]),
        (Mode.INITIATOR_TEXT, []),
        (Mode.TABLE_ITEM_BY_ITEM, []),
    ],
)
def test_only_the_table_en_bloc_stands_without_votes_of_its_own(mode, keys):
    said = Decision(
        verdict=Verdict.IN_OTHER_WORDING, grounds=REASON, by=None, at=NOON, wording=NO_POINT
    )
    all_ = [
        numbered(1, NEW_ARTICLE, S.ACCEPTED),
        numbered(2, NO_ARTICLE, S.REJECTED),
        numbered(3, NEW_POINT, S.ACCEPTED_IN_OTHER_WORDING, decision=said),
        numbered(4, NO_ARTICLE, S.WITHDRAWN),
    ]
    standing = standing_together(all_, mode)
    assert [entry.key for entry in standing] == keys
    assert voted_singly(all_, Mode.TABLE_EN_BLOC, ACTS) == []


def test_more_amendments_than_a_ballot_carries_are_asked_in_several_questions():
    entries = [own(numbered(n, NO_POINT)) for n in range(1, 1002)]
    bill = a_bill_being_amended()
    asked = questions_on(bill, entries, bill.digests, new_id)
    assert [len(question.items) for question in asked] == [500, 500, 1]
    assert asked[0].items[0].title.ru == "Поправка № 1: статья 1, пункт 2"


def test_texts_are_made_in_both_languages_alike():
    made = texts_with(ACTS, [own(numbered(1, NEW_ARTICLE)), own(numbered(2, NO_POINT))])
    kk, ru = read_act(made.kk, Language.KK), read_act(made.ru, Language.RU)
    assert [address for address, _ in kk.addressed()] == [address for address, _ in ru.addressed()]
    assert "Статья 2-1. Контроль" in made.ru


def test_changes_of_two_articles_are_apart_and_those_beyond_one_are_not():
    assert (NO_POINT.scope, NO_ARTICLE.scope, NEW_ARTICLE.scope) == ("art_1", "art_1", "")
    accepted = [numbered(7, NO_ARTICLE, S.ACCEPTED), numbered(8, NEW_ARTICLE, S.ACCEPTED)]
    assert excluding(NEW_POINT, accepted, ACTS) == (7,)
