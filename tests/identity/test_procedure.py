"""Properties that must hold of both tables, whatever rows they have."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.identity.domain import acts
from services.identity.domain.procedure import KEYS, PERSONS
from services.identity.domain.stages import KeyAct, KeyStage, PersonAct, PersonStage
from shared.kernel.errors import DomainError
from shared.kernel.text import Language
from tests.identity.builders import (
    CLERK,
    CLOCK,
    DEPUTY,
    NOBODY,
    NOON,
    REGISTRAR,
    THE_REGISTER,
    a_key,
    a_pair,
    a_person,
    an_occasion,
)

TABLES = [PERSONS, KEYS]
ACTORS = [REGISTRAR, CLERK, DEPUTY, NOBODY, CLOCK, THE_REGISTER]
HOURS = [timedelta(0), timedelta(minutes=10), timedelta(hours=24), timedelta(days=90)]

ACT_OF_A_PERSON = {PersonAct.FOUND: acts.found, PersonAct.REGISTER: acts.register}
ACT_OF_A_KEY = {
    KeyAct.ROTATE: lambda key, here: acts.rotate(key, a_pair(), here),
    KeyAct.RENEW: lambda key, here: acts.renew(key, a_pair(), here),
    KeyAct.ACTIVATE: acts.activate,
    KeyAct.SUPERSEDE: acts.supersede,
    KeyAct.RETIRE: acts.retire,
    KeyAct.WITHDRAW: lambda key, here: acts.withdraw(key, "stolen", here),
}

others = st.none() | st.builds(a_key, st.sampled_from([KeyStage.PUBLISHED, KeyStage.ACTIVE]))


@pytest.mark.parametrize("table", TABLES)
def test_every_row_names_its_provision_and_who_may_take_it(table):
    assert all(row.provision and row.by for row in table.rows)


@pytest.mark.parametrize("table", TABLES)
def test_every_condition_is_a_sentence_in_three_languages_with_a_provision(table):
    for condition in (c for row in table.rows for c in row.when):
        sentences = {condition.sentence.on(language) for language in Language}
        assert len(sentences) == 3
        assert condition.provision


@pytest.mark.parametrize(("table", "stages"), [(PERSONS, PersonStage), (KEYS, KeyStage)])
def test_every_stage_can_be_reached_from_new(table, stages):
    reached, grew = {stages("new")}, True
    while grew:
        found = {row.target for row in table.rows if row.origin in reached}
        grew = not found <= reached
        reached |= found
    assert reached == set(stages)


@pytest.mark.parametrize("table", TABLES)
def test_nothing_becomes_new_again(table):
    assert all(row.target != "new" for row in table.rows)


def test_every_act_of_the_words_is_an_act_of_the_tables():
    assert {row.act for row in PERSONS.rows} == set(PersonAct) == set(ACT_OF_A_PERSON)
    assert {row.act for row in KEYS.rows} == set(KeyAct) == set(ACT_OF_A_KEY)


@given(
    stage=st.sampled_from(PersonStage),
    act=st.sampled_from(PersonAct),
    actor=st.sampled_from(ACTORS),
    known=st.booleans(),
)
def test_an_act_on_a_person_is_open_exactly_when_it_succeeds(stage, act, actor, known):
    person = a_person(stage=stage, founder_known=known)
    here = an_occasion(actor)
    is_open = any(o.is_open for o in PERSONS.options(person, here) if o.act == act)

    assert succeeds(person, here, ACT_OF_A_PERSON[act]) is is_open


@given(
    key=st.builds(a_key, st.sampled_from(KeyStage), signing=others, waiting=others),
    act=st.sampled_from(KeyAct),
    actor=st.sampled_from(ACTORS),
    later=st.sampled_from(HOURS),
)
def test_an_act_on_a_key_is_open_exactly_when_it_succeeds(key, act, actor, later):
    here = an_occasion(actor, NOON + later)
    is_open = any(o.is_open for o in KEYS.options(key, here) if o.act == act)

    assert succeeds(key, here, ACT_OF_A_KEY[act]) is is_open


@pytest.mark.parametrize("case", [a_person(stage=PersonStage.REGISTERED), a_key(KeyStage.RETIRED)])
@pytest.mark.parametrize("actor", ACTORS)
def test_a_final_stage_is_final(case, actor):
    table = KEYS if isinstance(case.stage, KeyStage) else PERSONS
    assert table.options(case, an_occasion(actor, NOON + timedelta(days=1000))) == []


def succeeds(case, here, act) -> bool:
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
