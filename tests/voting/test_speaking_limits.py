"""How long a speaker has the floor, where the rules set a limit."""

from datetime import timedelta
from uuid import uuid4

import pytest

from services.voting.api.speaking_shown import SpeechShown
from services.voting.domain import speaking_acts as acts
from services.voting.domain.speaking import (
    Debate,
    DebateAct,
    DebateStage,
    Speech,
    SpeechAct,
    SpeechKind,
    SpeechStage,
)
from services.voting.domain.speaking_procedure import DEBATES, SPEECHES
from services.voting.domain.stages import SittingStage
from shared.kernel.occasion import Occasion
from shared.kernel.parameters import Parameter
from shared.kernel.text import Language
from tests.voting.builders import CHAIR, DEPUTY, NOON, RULES, an_occasion

TABLES = [DEBATES, SPEECHES]


def a_speech(**but) -> Speech:
    given = {"kind": SpeechKind.DEBATE, "person_id": DEPUTY.person_id}
    around = {
        "debate_stage": DebateStage.OPEN,
        "is_present": True,
        "asked_already": False,
        "someone_speaks": False,
        "sitting_stage": SittingStage.OPEN,
    }
    ids = {"id": uuid4(), "debate_id": uuid4(), "sitting_id": uuid4()}
    return Speech(**ids | given | around | but)


def with_limit(minutes: int) -> Occasion:
    key = "speeches.minutes.debate"
    limit = Parameter(value=minutes, unit="minutes", source="a test", status="unknown")
    rules = type(RULES)(
        profile_name=RULES.profile_name,
        decisions=RULES.decisions,
        groups=RULES.groups,
        terms=RULES.terms,
        parameters={**RULES.parameters, key: limit},
    )
    return Occasion(DEPUTY, NOON, rules)


def test_with_a_limit_the_end_of_the_time_is_known_and_what_was_exceeded():
    speech = a_speech()
    acts.ask(speech, with_limit(5))
    acts.give(speech, an_occasion(CHAIR))
    acts.end_speech(speech, an_occasion(CHAIR, NOON + timedelta(minutes=7)))

    shown = SpeechShown.of(speech)

    assert shown.until == NOON + timedelta(minutes=5)
    assert shown.over_seconds == 120


def test_without_a_limit_there_is_none_to_exceed():
    speech = a_speech()
    acts.ask(speech, an_occasion(DEPUTY))
    acts.give(speech, an_occasion(CHAIR))
    acts.end_speech(speech, an_occasion(CHAIR, NOON + timedelta(hours=7)))

    shown = SpeechShown.of(speech)

    assert (shown.limit_seconds, shown.until, shown.over_seconds) == (None, None, None)


@pytest.mark.parametrize("table", TABLES)
def test_every_row_and_condition_names_its_provision_in_three_languages(table):
    for row in table.rows:
        assert row.provision
        for condition in row.when:
            assert len({condition.sentence.on(language) for language in Language}) == 3
            assert condition.provision


@pytest.mark.parametrize(
    ("table", "stages", "words"),
    [(DEBATES, DebateStage, DebateAct), (SPEECHES, SpeechStage, SpeechAct)],
)
def test_every_stage_is_reached_and_every_act_is_in_the_table(table, stages, words):
    assert {row.target for row in table.rows} | {stages("new")} == set(stages)
    assert {row.act for row in table.rows} == set(words)


def test_a_debate_that_ended_stays_so():
    debate = Debate(uuid4(), uuid4(), None, DebateStage.ENDED)

    assert DEBATES.options(debate, an_occasion(CHAIR)) == []
