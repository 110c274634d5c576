"""Standing for the chair of a committee, and what is kept for the opposition."""

from uuid import UUID

import pytest

from services.committees.domain.acts.candidacies import decide, nominate
from services.committees.domain.stages import CandidacyStage
from shared.contracts.committees import ChairElected, ChairNominated, ChairNotElected
from shared.contracts.words import Matter
from shared.kernel.errors import NotEntitled, NotNow
from shared.kernel.rules import Outcome
from tests.committees.builders import (
    CHAIR,
    COMMITTEES,
    DEPUTY,
    FACTION_LEADER,
    NAME,
    OF_MAJORITY,
    OF_OPPOSITION,
    OPPOSITION,
    REGISTRAR,
    THE_KURULTAI,
    a_candidacy,
    a_composition,
    a_person,
    an_occasion,
    chairs,
)

VOTE = UUID(int=9)


def nominated(person_id=OF_MAJORITY[0], **but):
    return a_candidacy(person_id, stage=CandidacyStage.NOMINATED, **but)


def unmet_by(candidacy):
    with pytest.raises(NotNow) as refusal:
        nominate(candidacy, an_occasion(CHAIR))
    assert candidacy.stage is CandidacyStage.NEW
    return [(one.sentence.en, one.provision) for one in refusal.value.unmet]


@pytest.mark.parametrize("by", [CHAIR, FACTION_LEADER])
def test_a_candidate_is_put_to_the_kurultai_by_name_and_committee(by):
    candidacy = a_candidacy(OF_MAJORITY[0], name=None)

    nominate(candidacy, an_occasion(by))

    [recorded] = candidacy.take_recorded()
    assert isinstance(recorded.fact, ChairNominated)
    question = recorded.fact.question
    assert (question.matter, question.case_id) == (Matter.COMMITTEE_CHAIR, candidacy.id)
    assert (question.id, question.decision) == (candidacy.question_id, "committee_chair_election")
    assert NAME.kk in question.title.kk
    assert NAME.ru in question.title.ru
    assert "Депутат № 200" in question.title.ru
    assert "№ 200 депутат" in question.title.kk


@pytest.mark.parametrize("by", [REGISTRAR, DEPUTY])
def test_others_nominate_nobody(by):
    with pytest.raises(NotEntitled):
        nominate(a_candidacy(), an_occasion(by))


def test_a_candidate_is_a_deputy():
    [(sentence, _), *_] = unmet_by(a_candidacy(a_person(number=999).person_id))
    assert sentence == "the candidate is a deputy of this convocation"


def test_nobody_stands_for_a_chair_that_is_taken():
    taken = a_composition(posts=chairs((COMMITTEES[0], OF_MAJORITY[1])))
    [(sentence, _)] = unmet_by(a_candidacy(composition=taken))
    assert sentence == "the committee has no chair"


def test_several_stand_for_a_chair():
    waiting = a_composition(candidates={COMMITTEES[0]: frozenset({OF_MAJORITY[1]})})
    nominate(a_candidacy(composition=waiting), an_occasion(CHAIR))


def test_nobody_stands_twice():
    [(sentence, _)] = unmet_by(a_candidacy(stands_already=True))
    assert sentence == "the candidate does not stand for this office already"


def test_nobody_stands_before_the_factions_consulted():
    [(sentence, provision)] = unmet_by(a_candidacy(consulted=False))
    assert sentence.startswith("the factions have consulted on this chair")
    assert provision.startswith("rules profile: committees.factions_consult_first (last known")


def test_of_two_candidates_for_the_last_committee_one_of_the_majority_is_too_many():
    both = {LAST: frozenset({OF_MAJORITY[8], OF_OPPOSITION[0]})}
    composition = a_composition(posts=ALL_BUT_THE_LAST[1:], candidates=both)
    first = a_candidacy(OF_MAJORITY[9], committee_id=COMMITTEES[0], composition=composition)
    [(sentence, _)] = unmet_by(first)
    assert sentence == "enough committees would remain for the opposition to chair"


def test_a_reserved_chair_is_not_for_the_majority():
    [(sentence, provision)] = unmet_by(a_candidacy(OF_MAJORITY[0], reserved=True))
    assert sentence == "the candidate is of the opposition, where the chair is reserved for it"
    assert provision == (
        "rules profile: opposition.chair_candidates_only_from_opposition "
        "(last known: bill on the status of deputies, as reported)"
    )


def test_a_reserved_chair_is_for_the_opposition():
    nominate(a_candidacy(OF_OPPOSITION[0], reserved=True), an_occasion(CHAIR))


def test_a_chair_reserved_for_an_opposition_that_is_not_there_is_reserved_for_nobody():
    nobody = a_composition(opposition=frozenset())
    nominate(a_candidacy(OF_MAJORITY[0], reserved=True, composition=nobody), an_occasion(CHAIR))


LAST = COMMITTEES[-1]
ALL_BUT_THE_LAST = chairs(*zip(COMMITTEES[:-1], OF_MAJORITY, strict=False))


def test_the_last_committee_is_left_to_an_opposition_that_chairs_none():
    composition = a_composition(posts=ALL_BUT_THE_LAST)
    majority = a_candidacy(OF_MAJORITY[8], committee_id=LAST, composition=composition)
    [(sentence, provision)] = unmet_by(majority)
    assert sentence == "enough committees would remain for the opposition to chair"
    assert provision.startswith("rules profile: opposition.chairs_min (last known")

    opposition = a_candidacy(OF_OPPOSITION[0], committee_id=LAST, composition=composition)
    nominate(opposition, an_occasion(CHAIR))


def test_the_last_committee_is_free_once_the_opposition_chairs_another():
    composition = a_composition(
        posts=(*ALL_BUT_THE_LAST[1:], *chairs((COMMITTEES[0], OF_OPPOSITION[0])))
    )
    nominate(
        a_candidacy(OF_MAJORITY[8], committee_id=LAST, composition=composition),
        an_occasion(CHAIR),
    )


def test_a_candidate_of_the_majority_who_waits_counts_as_if_elected():
    composition = a_composition(
        posts=ALL_BUT_THE_LAST[1:], candidates={LAST: frozenset({OF_MAJORITY[8]})}
    )
    first = a_candidacy(OF_MAJORITY[9], committee_id=COMMITTEES[0], composition=composition)
    [(sentence, _)] = unmet_by(first)
    assert sentence == "enough committees would remain for the opposition to chair"


def test_without_opposition_the_majority_takes_the_last_committee_too():
    composition = a_composition(posts=ALL_BUT_THE_LAST, opposition=frozenset())
    nominate(
        a_candidacy(OF_MAJORITY[8], committee_id=LAST, composition=composition),
        an_occasion(CHAIR),
    )


def test_a_majority_elects():
    candidacy = nominated()
    assert decide(candidacy, VOTE, Outcome.ADOPTED, an_occasion(THE_KURULTAI))
    assert (candidacy.stage, candidacy.vote_id) == (CandidacyStage.ELECTED, VOTE)
    [recorded] = candidacy.take_recorded()
    assert isinstance(recorded.fact, ChairElected)


@pytest.mark.parametrize("outcome", [Outcome.REJECTED, Outcome.NO_DECISION])
def test_anything_less_does_not(outcome):
    candidacy = nominated()
    assert not decide(candidacy, VOTE, outcome, an_occasion(THE_KURULTAI))
    assert candidacy.stage is CandidacyStage.NOT_ELECTED
    [recorded] = candidacy.take_recorded()
    assert isinstance(recorded.fact, ChairNotElected)


def test_who_lost_the_mandate_before_the_vote_is_not_elected():
    candidacy = nominated(composition=a_composition(seats=()))
    assert not decide(candidacy, VOTE, Outcome.ADOPTED, an_occasion(THE_KURULTAI))
    assert candidacy.stage is CandidacyStage.NOT_ELECTED


def test_the_kurultai_decides_once():
    candidacy = nominated()
    decide(candidacy, VOTE, Outcome.REJECTED, an_occasion(THE_KURULTAI))
    with pytest.raises(NotNow):
        decide(candidacy, VOTE, Outcome.ADOPTED, an_occasion(THE_KURULTAI))


def test_the_opposition_is_whoever_declared_it():
    assert a_composition().of_the_opposition(OF_OPPOSITION[0])
    assert not a_composition(opposition=frozenset()).of_the_opposition(OF_OPPOSITION[0])
    assert not a_composition(seats=(), opposition={OPPOSITION}).has_opposition
