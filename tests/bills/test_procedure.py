"""Properties that must hold of the whole table, whatever rows it has."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.bills.domain.act_names import ACT_NAMES
from services.bills.domain.names import STAGE_NAMES
from services.bills.domain.procedure import PROCEDURE
from services.bills.domain.stages import BEFORE_ADOPTION, LOST, Act, Stage
from shared.kernel.actor import Role
from shared.kernel.errors import DomainError
from shared.kernel.text import Language
from tests.bills import builders
from tests.bills.builders import a_bill, a_package, an_occasion

PROVISION = re.compile(r"(Constitution 2026|Law 480-V), art\. \d|rules profile: [a-z_.]+ \(")
DEPARTURES = {Act.PROPOSE_DEPARTURE, Act.RECORD_DEPARTURE}
CYRILLIC = re.compile("[а-яёәғқңөұүһі]", re.IGNORECASE)

ACTORS = [
    builders.DEPUTY,
    builders.ANOTHER_DEPUTY,
    builders.PRESIDENT,
    builders.GOVERNMENT,
    builders.COUNCIL,
    builders.CLERK,
    builders.CHAIR,
    builders.DEPUTY_CHAIR,
    builders.PRIME_MINISTER,
    builders.NOBODY,
    builders.THE_COMMITTEE,
    builders.THE_KURULTAI,
]

some_bill = st.builds(
    a_bill,
    stage=st.sampled_from(Stage),
    initiator=st.sampled_from(sorted(builders.INITIATORS)),
    in_both_languages=st.booleans(),
    touches_budget=st.booleans(),
    amends_acts=st.booleans(),
    touches_business=st.booleans(),
    calls_for_bylaws=st.booleans(),
    package=st.sampled_from([(), a_package()]),
    money_conclusion=st.sampled_from([None, True, False]),
    named_committee_id=st.sampled_from([None, builders.COMMITTEE]),
    concluding_on=st.sampled_from([None, 1, 2]),
    readings_passed=st.sampled_from([0, 1]),
    countersigned_by=st.frozensets(st.sampled_from([Role.CHAIR, Role.PRIME_MINISTER])),
)


def test_every_row_and_every_condition_names_its_provision():
    grounds = [row.provision for row in PROCEDURE.rows]
    grounds += [condition.provision for row in PROCEDURE.rows for condition in row.when]
    assert [ground for ground in grounds if not PROVISION.match(ground)] == []


def test_every_condition_is_a_sentence_in_three_languages():
    sentences = {condition.sentence for row in PROCEDURE.rows for condition in row.when}
    for sentence in sentences:
        assert len({sentence.on(language) for language in Language}) == len(Language)
        assert CYRILLIC.search(sentence.kk)
        assert CYRILLIC.search(sentence.ru)
        assert not CYRILLIC.search(sentence.en)


@pytest.mark.parametrize("names", [ACT_NAMES, STAGE_NAMES])
def test_every_act_and_stage_has_a_name_in_three_languages(names):
    assert all(name.kk and name.ru and name.en for name in names.values())
    assert set(ACT_NAMES) == set(Act)
    assert set(STAGE_NAMES) == set(Stage)


def test_every_act_is_somewhere_in_the_table():
    assert {row.act for row in PROCEDURE.rows} == set(Act)


def test_every_stage_can_be_reached_from_a_new_bill():
    reached, grew = {Stage.NEW}, True
    while grew:
        found = {Stage(row.target) for row in PROCEDURE.rows if row.origin in reached}
        grew = not found <= reached
        reached |= found
    assert reached == set(Stage)


@given(bill=some_bill, act=st.sampled_from(Act), actor=st.sampled_from(ACTORS))
def test_an_act_is_open_exactly_when_it_succeeds(bill, act, actor):
    occasion = an_occasion(actor)
    is_open = any(o.is_open for o in PROCEDURE.options(bill, occasion) if o.act == act)

    try:
        PROCEDURE.take(bill, act, occasion)
    except DomainError:
        assert not is_open
    else:
        assert is_open


@given(bill=some_bill, act=st.sampled_from(Act), actor=st.sampled_from(ACTORS))
def test_a_refused_act_changes_nothing_and_leaves_no_line_in_the_record(bill, act, actor):
    stage = bill.stage

    try:
        PROCEDURE.take(bill, act, an_occasion(actor))
    except DomainError:
        assert bill.stage is stage
        assert bill.take_acts() == []


@pytest.mark.parametrize("stage", [*sorted(LOST - {Stage.REJECTED}), Stage.IN_EFFECT])
def test_a_final_stage_is_final_but_for_a_departure(stage):
    acts = {option.act for option in PROCEDURE.options(a_bill(stage=stage), an_occasion())}
    assert acts == DEPARTURES


def test_a_draft_cannot_depart_from_what_it_has_not_entered():
    assert not {row.act for row in PROCEDURE.rows if row.origin == Stage.DRAFT} & DEPARTURES


def test_there_is_no_way_round_the_readings():
    into_adopted = {
        (row.act, row.origin)
        for row in PROCEDURE.rows
        if row.target == Stage.ADOPTED != row.origin and not row.anywhere
    }
    assert into_adopted == {
        (Act.ADOPT, Stage.IN_READING),
        (Act.NOTE_CONFIDENCE_KEPT, Stage.CONFIDENCE_PENDING),
        (Act.ADOPT_IN_PRESIDENTS_WORDING, Stage.OBJECTIONS_STAND),
    }


def test_the_kurultai_alone_decides_what_is_in_a_reading():
    deciders = {
        tuple(row.by)
        for row in PROCEDURE.rows
        if row.origin == Stage.IN_READING != row.target and row.act not in {Act.WITHDRAW, Act.LAPSE}
    }
    assert deciders == {(Role.KURULTAI,)}


def test_a_bill_may_be_withdrawn_at_every_stage_before_its_adoption_and_at_none_after():
    stages = [row.origin for row in PROCEDURE.rows if row.act == Act.WITHDRAW]
    assert stages == list(BEFORE_ADOPTION)
    assert Stage.ADOPTED not in stages
