"""Another parliament is another file: the same count, another result."""

import pytest

from shared.kernel.rules import Chamber, Count, Outcome


def judged(rules, decision, count):
    chamber = Chamber(rules.seats, rules.seats, count.cast)
    return rules.decision(decision).judge(chamber, count)


@pytest.mark.parametrize(
    ("count", "in_the_kurultai", "in_the_bundestag"),
    [
        (Count(60, 50, 35), Outcome.NO_DECISION, Outcome.ADOPTED),
        (Count(50, 60, 35), Outcome.NO_DECISION, Outcome.REJECTED),
        (Count(70, 70, 5), Outcome.NO_DECISION, Outcome.REJECTED),
        (Count(73, 72, 0), Outcome.ADOPTED, Outcome.ADOPTED),
        (Count(72, 73, 0), Outcome.REJECTED, Outcome.REJECTED),
    ],
)
def test_two_parliaments_read_one_count_differently(
    kurultai, bundestag, count, in_the_kurultai, in_the_bundestag
):
    assert judged(kurultai, "maj_law", count) is in_the_kurultai
    assert judged(bundestag, "maj_law", count) is in_the_bundestag


def test_both_know_the_decisions_that_laws_need(kurultai, bundestag):
    only_in_astana = set(kurultai.decisions) - set(bundestag.decisions)

    assert only_in_astana == {
        "override_const_law",
        "chair_recall",
        "deputy_chair_recall",
        "committee_chair_recall",
        "gov_member_dismiss",
        "gov_report_take_note",
        "impeachment_decision",
        "president_incapacity",
    }
    with pytest.raises(KeyError, match="bundestag-2017 has no “override_const_law”"):
        bundestag.decision("override_const_law")


def test_both_know_every_parameter_of_voting_and_readings(kurultai, bundestag):
    shared = {"readings.count", "readings.purpose", "seats", "majority_base"}
    shared |= {key for key in kurultai.parameters if key.startswith("voting.")}

    assert shared <= set(bundestag.parameters)


def test_their_rules_have_different_digests(kurultai, bundestag):
    assert kurultai.digest != bundestag.digest


@pytest.mark.parametrize(
    ("yes", "no", "abstained", "adopted"),
    [
        (435, 196, 37, True),  # 2017-12-12
        (504, 158, 4, True),  # 2017-12-12
        (62, 431, 2, False),  # 2019-05-17
        (361, 294, 4, True),  # 2018-10-18
        (372, 153, 141, True),  # 2018-11-29
    ],
)
def test_published_roll_calls_are_judged_as_they_were(bundestag, yes, no, abstained, adopted):
    outcome = judged(bundestag, "maj_resolution", Count(yes, no, abstained))

    assert outcome is (Outcome.ADOPTED if adopted else Outcome.REJECTED)


@pytest.mark.parametrize(("registered", "met"), [(354, False), (355, True), (495, True)])
def test_the_bundestag_needs_more_than_half_of_709(bundestag, registered, met):
    assert bundestag.decision("maj_law").quorum_met(Chamber(709, 709, registered)) is met
