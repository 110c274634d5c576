"""Properties that must hold of all these tables, whatever rows they have."""

from datetime import timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.voting.domain import acts, certify, excusing, question_acts, vote_acts
from services.voting.domain.calling import Calling
from services.voting.domain.procedure import EXCUSES, QUESTIONS, REGISTRATIONS, SITTINGS, VOTES
from services.voting.domain.sitting import ClosedPart
from services.voting.domain.stages import (
    CallingOrder,
    ExcuseAct,
    ExcuseStage,
    Ground,
    QuestionAct,
    QuestionStage,
    RegistrationAct,
    RegistrationStage,
    SittingAct,
    SittingForm,
    SittingStage,
    VoteAct,
    VoteStage,
)
from shared.contracts.words import Bilingual
from shared.kernel.errors import DomainError
from shared.kernel.text import Language
from tests.voting.builders import (
    ACTORS,
    NOON,
    QUORUM,
    SEATS,
    WINDOW,
    a_house,
    a_question,
    a_registration,
    a_sitting,
    a_tally,
    a_vote,
    an_annulment,
    an_excuse,
    an_occasion,
)

TABLES = [SITTINGS, REGISTRATIONS, EXCUSES, QUESTIONS, VOTES]
ACTS = {
    SittingAct.CALL: acts.call,
    SittingAct.OPEN_REGISTRATION: acts.open_registration,
    SittingAct.OPEN: acts.open_sitting,
    SittingAct.TAKE_THE_CHAIR: lambda sitting, here: acts.take_the_chair(
        sitting, uuid4(), None, here
    ),
    SittingAct.ANNOUNCE_BREAK: acts.announce_break,
    SittingAct.RESUME: acts.resume_sitting,
    SittingAct.ADJOURN: acts.adjourn,
    SittingAct.CLOSE: acts.close_sitting,
    SittingAct.GO_BEHIND_CLOSED_DOORS: lambda sitting, here: acts.go_behind_closed_doors(
        sitting, REASON, here
    ),
    SittingAct.GO_PUBLIC: acts.go_public,
}
ACTS_ON_A_QUESTION = {
    QuestionAct.PUT: question_acts.put,
    QuestionAct.NOTE: question_acts.note,
    QuestionAct.TAKE_BACK: question_acts.take_back,
}
ACTS_ON_AN_EXCUSE = {ExcuseAct.RECORD: excusing.record, ExcuseAct.TAKE_BACK: excusing.take_back}
COMMITTEE = uuid4()
REASON = Bilingual(kk="Құрылғылар істен шықты", ru="Отказ устройств")
BY_ALPHABET = Calling(CallingOrder.ALPHABETICAL)
ACTS_ON_A_VOTE = {
    VoteAct.PREPARE: vote_acts.prepare,
    VoteAct.ORDER_CALLING: lambda vote, here: vote_acts.order_calling(vote, here, BY_ALPHABET),
    VoteAct.OPEN: vote_acts.open_vote,
    VoteAct.SUSPEND: vote_acts.suspend,
    VoteAct.RESUME: vote_acts.resume,
    VoteAct.CLOSE: certify.close,
    VoteAct.TIME_OUT: certify.time_out,
    VoteAct.PROCLAIM: certify.proclaim,
    VoteAct.ASK_TO_ANNUL: lambda vote, here: certify.ask_to_annul(vote, here, REASON),
    VoteAct.ANNUL: certify.annul,
}

actors = st.sampled_from(ACTORS)
houses = st.none() | st.sampled_from([QUORUM - 1, QUORUM, SEATS]).map(a_house)
moments = st.sampled_from([NOON, NOON + WINDOW - timedelta(microseconds=1), NOON + WINDOW])
votes = st.builds(
    a_vote,
    st.sampled_from(VoteStage),
    st.sampled_from(["maj_law", "maj_const_law", "chair_election", "committee_decision"]),
    sitting_stage=st.none() | st.sampled_from(SittingStage),
    floor=houses,
    in_committee=st.booleans(),
    decided=st.sampled_from([None, True, False]),
    open_elsewhere=st.sampled_from([None, True, False]),
    counted=st.sampled_from([a_tally(), a_tally(votes_for=SEATS)]),
    round=st.sampled_from([1, 2]),
    calling=st.sampled_from([None, BY_ALPHABET]),
    prepared_by=st.sampled_from([actor.person_id for actor in ACTORS]),
    annulment=st.none() | st.builds(an_annulment, actors.map(lambda actor: actor.person_id)),
)


@pytest.mark.parametrize("table", TABLES)
def test_every_row_names_its_provision_and_who_may_take_it(table):
    assert all(row.provision and row.by for row in table.rows)


@pytest.mark.parametrize("table", TABLES)
def test_every_condition_is_a_sentence_in_three_languages_with_a_provision(table):
    for condition in (c for row in table.rows for c in row.when):
        assert len({condition.sentence.on(language) for language in Language}) == 3
        assert condition.provision


@pytest.mark.parametrize(
    ("table", "stages", "words"),
    [
        (SITTINGS, SittingStage, SittingAct),
        (REGISTRATIONS, RegistrationStage, RegistrationAct),
        (EXCUSES, ExcuseStage, ExcuseAct),
        (QUESTIONS, QuestionStage, QuestionAct),
        (VOTES, VoteStage, VoteAct),
    ],
)
def test_every_stage_can_be_reached_from_new_and_every_act_is_in_the_table(table, stages, words):
    reached, grew = {stages("new")}, True
    while grew:
        found = {row.target for row in table.rows if row.origin in reached}
        grew = not found <= reached
        reached |= found
    assert reached == set(stages)
    assert {row.act for row in table.rows} == set(words)


@pytest.mark.parametrize("table", TABLES)
def test_nothing_becomes_new_again(table):
    assert all(row.target != "new" for row in table.rows)


@given(
    sitting=st.builds(
        a_sitting,
        st.sampled_from(SittingStage),
        chamber=houses,
        open_votes=st.sampled_from([None, 0, 1]),
        bodies=st.sampled_from([(), (COMMITTEE,)]),
        starts_at=st.sampled_from([NOON, NOON + timedelta(hours=1)]),
        form=st.sampled_from(SittingForm),
        taker_may=st.sampled_from([None, True, False]),
        items_left=st.sampled_from([None, 0, 1]),
        ended_early=st.sampled_from([None, REASON]),
        closed_parts=st.sampled_from([(), (ClosedPart(since=NOON, ground=REASON),)]),
    ),
    act=st.sampled_from(SittingAct),
    actor=actors,
)
def test_an_act_on_a_sitting_is_open_exactly_when_it_succeeds(sitting, act, actor):
    here = an_occasion(actor)

    assert is_open(SITTINGS, sitting, act, here) is succeeds(sitting, ACTS[act], here)


@given(
    stage=st.none() | st.sampled_from(SittingStage),
    is_member=st.sampled_from([None, True, False]),
    actor=actors,
)
def test_registering_is_open_exactly_when_it_succeeds(stage, is_member, actor):
    registration = a_registration(sitting_stage=stage, is_member=is_member)
    here = an_occasion(actor)
    is_it = is_open(REGISTRATIONS, registration, RegistrationAct.REGISTER, here)

    assert is_it is succeeds(registration, acts.register, here)


@given(
    excuse=st.builds(
        an_excuse,
        stage=st.sampled_from(ExcuseStage),
        ground=st.sampled_from(Ground),
        words=st.sampled_from([None, REASON]),
        sitting_stage=st.none() | st.sampled_from(SittingStage),
        is_deputy=st.sampled_from([None, True, False]),
        is_registered=st.sampled_from([None, True, False]),
        is_excused=st.sampled_from([None, True, False]),
    ),
    act=st.sampled_from(ExcuseAct),
    actor=actors,
)
def test_an_act_on_an_excuse_is_open_exactly_when_it_succeeds(excuse, act, actor):
    here = an_occasion(actor)

    assert is_open(EXCUSES, excuse, act, here) is succeeds(excuse, ACTS_ON_AN_EXCUSE[act], here)


@given(act=st.sampled_from(QuestionAct), actor=actors, stage=st.sampled_from(QuestionStage))
def test_an_act_on_a_question_is_open_exactly_when_it_succeeds(act, actor, stage):
    question, here = a_question(stage=stage), an_occasion(actor)
    is_it = is_open(QUESTIONS, question, act, here)

    assert is_it is succeeds(question, ACTS_ON_A_QUESTION[act], here)


@given(vote=votes, act=st.sampled_from(VoteAct), actor=actors, at=moments)
def test_an_act_on_a_vote_is_open_exactly_when_it_succeeds(vote, act, actor, at):
    here = an_occasion(actor, at)

    assert is_open(VOTES, vote, act, here) is succeeds(vote, ACTS_ON_A_VOTE[act], here)


@pytest.mark.parametrize("actor", ACTORS)
@pytest.mark.parametrize(
    ("table", "case"),
    [
        (SITTINGS, a_sitting(SittingStage.CLOSED)),
        (REGISTRATIONS, a_registration(stage=RegistrationStage.REGISTERED)),
        (EXCUSES, an_excuse(stage=ExcuseStage.TAKEN_BACK)),
        (QUESTIONS, a_question(stage=QuestionStage.TAKEN_BACK)),
        (VOTES, a_vote(VoteStage.PROCLAIMED)),
        (VOTES, a_vote(VoteStage.ANNULLED)),
    ],
)
def test_a_final_stage_is_final(table, case, actor):
    assert table.options(case, an_occasion(actor, NOON + timedelta(days=1000))) == []


def is_open(table, case, act, here) -> bool:
    return any(option.is_open for option in table.options(case, here) if option.act == act)


def succeeds(case, act, here) -> bool:
    """Whether the act is taken; if it is, one line and one fact tell of it, and if not, nothing."""
    before = (case.stage, case.version)
    try:
        act(case, here)
    except DomainError:
        assert (case.stage, case.version) == before
        assert not case.take_recorded()
        assert not case.take_acts()
        return False
    assert case.version == before[1] + 1
    assert len(case.take_recorded()) == len(case.take_acts()) == 1
    return True
