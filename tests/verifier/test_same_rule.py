"""The verifier's few lines on majorities against the rules that the votes are held by."""

from kurultai import verify
from shared import rules
from shared.kernel.majority import Chamber, Count
from shared.kernel.parameters import NotSettled
from tests.verifier.bundles import digest


def test_the_rules_are_applied_as_the_law_s_own_model_applies_them():
    compared = 0
    for name in rules.names():
        profile = rules.load(name)
        day = profile.on(max(entry.since for entry in profile.entries()))
        for rule in (settled(day, key) for key in day.decisions):
            for seats, here, yes, no in COUNTS if rule else ():
                compared += agrees(rule, Chamber(seats, seats - 1, here), Count(yes, no, 2))
    assert compared > 100


COUNTS = [(145, 98, 73, 20), (145, 97, 66, 29), (145, 140, 97, 1), (9, 7, 2, 2), (145, 60, 0, 0),
          (145, 144, 73, 69), (145, 144, 72, 72), (145, 145, 1, 142), (3, 2, 0, 0)]  # fmt: skip


def settled(day, key):
    try:
        return day.decision(key)
    except NotSettled:
        return None


def agrees(rule, chamber, count):
    """One where the verifier closes the vote as the rule does."""
    opened = {
        "question": {},
        "rule": rule.model_dump(mode="json"), "rules": digest(rule.model_dump(mode="json")),
        "chamber": {"seats": chamber.seats, "filled": chamber.filled,
                    "registered": chamber.registered},
    }  # fmt: skip
    numbers = {"for": count.for_, "against": count.against, "abstained": count.abstained}
    cast = dict(enumerate(choice for choice, n in numbers.items() for _ in range(n)))
    roll = {n: {"registered": False} for n in cast}
    closed = {
        "type": "vote.closed", "outcome": rule.judge(chamber, count).value,
        "needed": rule.needed(chamber, count), "whole": rule.adopt.whole(chamber, count),
        "tally": {"votes_for": count.for_, "against": count.against, "abstained": count.abstained,
                  "present_not_voted": 0, "absent": 0,
                  "recused": 0, "device_fault": 0, "voted": 0},
        "results": [], "chosen": None, "runoff": [],
    }  # fmt: skip
    verify.check_result([opened | {"type": "vote.opened"}, closed], roll, cast, cast)
    return 1
