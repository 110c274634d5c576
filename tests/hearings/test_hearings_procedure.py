"""Properties that must hold of the whole table, whatever rows it has."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.hearings.domain.procedure import PROCEDURE
from services.hearings.domain.stages import Act, Initiator, Stage
from shared.kernel.errors import DomainError
from shared.kernel.text import Language
from tests.hearings import builders
from tests.hearings.builders import LATER, NOON, a_hearing, an_occasion

PROVISION = re.compile(r"Constitution 2026, art\. \d|rules profile: [a-z_.]+ \(")
CYRILLIC = re.compile("[а-яёәғқңөұүһі]", re.IGNORECASE)
CONDITIONS = {c.sentence.en: c for row in PROCEDURE.rows for c in row.when}

some_hearing = st.builds(
    a_hearing,
    on_behalf_of=st.sampled_from(Initiator),
    stage=st.sampled_from(Stage),
    starts_at=st.sampled_from([NOON, LATER]),
    bill_id=st.sampled_from([None, builders.BILL]),
    seen_bill=st.booleans(),
    called_before=st.sampled_from([0, 1]),
    seen_opposition=st.booleans(),
    taking_part=st.sampled_from([None, 21]),
    counted=st.sampled_from([None, 21, 146]),
    drafted=st.sampled_from([(), builders.RECOMMENDATIONS]),
    undecided=st.sampled_from([0, 1]),
    to_adopt=st.sampled_from([None, (), builders.RECOMMENDATIONS]),
    wanted_at=st.sampled_from([None, LATER]),
    wanted=st.sampled_from([None, builders.ARRANGED, builders.OUT_OF_ORDER]),
    proposed=st.sampled_from([None, builders.ballots(), builders.ballots(10)]),
)


def test_every_row_names_its_provision_and_who_may_take_it():
    assert all(PROVISION.match(row.provision) and row.by for row in PROCEDURE.rows)


@pytest.mark.parametrize("condition", CONDITIONS.values(), ids=CONDITIONS)
def test_every_condition_is_a_sentence_in_three_languages_with_its_provision(condition):
    said = [condition.sentence.on(language) for language in Language]
    assert len(set(said)) == len(Language)
    assert CYRILLIC.search(condition.sentence.kk)
    assert CYRILLIC.search(condition.sentence.ru)
    assert not CYRILLIC.search(condition.sentence.en)
    assert PROVISION.match(condition.provision)


def test_every_word_is_in_the_table_and_every_stage_can_be_reached():
    reached, grew = {Stage.NEW}, True
    while grew:
        found = {row.target for row in PROCEDURE.rows if row.origin in reached}
        grew = not found <= reached
        reached |= found
    assert reached == set(Stage)
    assert {row.act for row in PROCEDURE.rows} == set(Act)


@given(
    hearing=some_hearing,
    act=st.sampled_from(Act),
    actor=st.sampled_from(builders.ACTORS),
)
def test_an_act_is_open_exactly_when_it_succeeds(hearing, act, actor):
    occasion, stage = an_occasion(actor), hearing.stage
    is_open = any(o.is_open for o in PROCEDURE.options(hearing, occasion) if o.act == act)

    try:
        PROCEDURE.take(hearing, act, occasion)
    except DomainError:
        assert not is_open
        assert hearing.stage is stage
        assert hearing.take_acts() == []
    else:
        assert is_open


@pytest.mark.parametrize("stage", [Stage.CONCLUDED, Stage.CANCELLED, Stage.DECLINED])
@pytest.mark.parametrize("actor", builders.ACTORS)
def test_a_final_stage_is_final(stage, actor):
    assert PROCEDURE.options(a_hearing(stage=stage), an_occasion(actor, LATER)) == []
