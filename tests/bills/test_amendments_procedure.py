"""The tables of amendments, and what holds of them whatever rows they have."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.bills.domain.amendments.acts import decide, demand_separate_vote
from services.bills.domain.amendments.amending_procedure import AMENDING
from services.bills.domain.amendments.amendment import Setting
from services.bills.domain.amendments.names import (
    AMENDING_ACT_NAMES,
    AMENDING_STAGE_NAMES,
    AMENDMENT_ACT_NAMES,
    AMENDMENT_STAGE_NAMES,
    CHANGE_NAMES,
    MODE_NAMES,
)
from services.bills.domain.amendments.procedure import AMENDMENTS
from services.bills.domain.amendments.stages import (
    AmendingAct,
    AmendingStage,
    AmendmentAct,
    AmendmentStage,
    Mode,
    Verdict,
)
from services.bills.domain.stages import Stage
from shared.kernel.errors import DomainError, NotNow
from shared.kernel.text import Language
from shared.texts.changes import ChangeKind
from tests.bills import builders
from tests.bills.amended import COMMITTEE_CHAIR, IN_THE_COMMITTEE, an_amendment
from tests.bills.builders import ANOTHER_DEPUTY, COMMITTEE, DEPUTY, REASON, an_occasion

PROVISION = re.compile(r"(Constitution 2026|Law 480-V), art\. \d|rules profile: [a-z_.0-9]+ \(")
TABLES = [AMENDMENTS, AMENDING]

some_amendment = st.builds(
    an_amendment,
    stage=st.sampled_from(AmendmentStage),
    touches_budget=st.booleans(),
    separate_vote=st.booleans(),
    setting=st.builds(
        Setting,
        bill_stage=st.sampled_from([Stage.AMENDING, Stage.SCHEDULED]),
        lead_committee_id=st.sampled_from([None, COMMITTEE]),
        amending_stage=st.sampled_from(AmendingStage),
        base_version=st.sampled_from([1, 2]),
        conflicts_with=st.sampled_from([(), (7,)]),
    ),
)
someone = st.sampled_from(
    [DEPUTY, ANOTHER_DEPUTY, COMMITTEE_CHAIR, builders.GOVERNMENT, builders.THE_KURULTAI]
)


@pytest.mark.parametrize("table", TABLES)
def test_every_row_and_condition_names_its_provision_in_three_languages(table):
    conditions = [condition for row in table.rows for condition in row.when]
    grounds = [row.provision for row in table.rows] + [c.provision for c in conditions]
    assert [ground for ground in grounds if not PROVISION.match(ground)] == []
    for condition in conditions:
        assert len({condition.sentence.on(language) for language in Language}) == len(Language)


def test_the_provisions_are_parameters_of_the_profile_with_their_status():
    rules = builders.PROFILE.on(builders.NOON.date())
    rows = [row for table in TABLES for row in table.rows]
    grounds = {row.provision for row in rows} | {c.provision for row in rows for c in row.when}
    for ground in grounds:
        if ground.startswith("rules profile: "):
            key, status = re.fullmatch(r"rules profile: (\S+) \((\S+)\)", ground).groups()
            assert rules.parameters[key].status == status


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (AMENDMENT_STAGE_NAMES, AmendmentStage),
        (AMENDMENT_ACT_NAMES, AmendmentAct),
        (AMENDING_STAGE_NAMES, AmendingStage),
        (AMENDING_ACT_NAMES, AmendingAct),
        (MODE_NAMES, Mode),
        (CHANGE_NAMES, ChangeKind),
    ],
)
def test_every_word_has_its_name(names, words):
    assert set(names) == set(words)
    assert all(name.kk and name.ru and name.en for name in names.values())


@pytest.mark.parametrize(
    ("table", "stages"), [(AMENDMENTS, AmendmentStage), (AMENDING, AmendingStage)]
)
def test_every_stage_can_be_reached(table, stages):
    reached, grew = {stages.NEW}, True
    while grew:
        found = {stages(row.target) for row in table.rows if row.origin in reached}
        grew = not found <= reached
        reached |= found
    assert reached == set(stages)


@given(amendment=some_amendment, act=st.sampled_from(AmendmentAct), actor=someone)
def test_an_act_is_open_exactly_when_it_succeeds(amendment, act, actor):
    occasion, stage = an_occasion(actor), amendment.stage
    is_open = any(o.is_open for o in AMENDMENTS.options(amendment, occasion) if o.act == act)
    try:
        AMENDMENTS.take(amendment, act, occasion)
    except DomainError:
        assert not is_open
        assert (amendment.stage, amendment.take_acts()) == (stage, [])
    else:
        assert is_open


def test_a_committee_thinks_again_while_its_table_is_open():
    amendment, by = an_amendment(), an_occasion(COMMITTEE_CHAIR)
    decide(amendment, Verdict.REJECTED, REASON, by)
    decide(amendment, Verdict.ACCEPTED, REASON, by)
    assert amendment.stage is AmendmentStage.ACCEPTED
    amendment.setting = Setting(Stage.AMENDING, COMMITTEE, AmendingStage.CLOSED, 1)
    with pytest.raises(NotNow):
        decide(amendment, Verdict.REJECTED, REASON, by)


def test_nothing_is_demanded_of_an_amendment_that_was_accepted_as_filed():
    amendment = an_amendment(stage=AmendmentStage.ACCEPTED, setting=IN_THE_COMMITTEE)
    with pytest.raises(NotNow):
        demand_separate_vote(amendment, an_occasion(DEPUTY))
