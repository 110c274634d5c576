"""What chaos would say of a service that loses, invents, alters or doubles ballots."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from kurultai.chaos.ledger import faults_of
from kurultai.chaos.records import Acknowledged, Kept, Ledger, OnTheRoll, Record, Refused, Sent

ENDED_AT = datetime(2026, 12, 2, 5, 0, tzinfo=UTC)
IN_TIME = ENDED_AT - timedelta(milliseconds=1)
MEMBERS = frozenset("abcd")


def a_sound_vote():
    """`a` and `b` voted, `c` was lost to sight and yet recorded, `d` was too late."""
    ledger = Ledger("v")
    for person_id, choice in {"a": "for", "b": "against", "c": "for"}.items():
        ledger.sent[f"{person_id}1"] = Sent(person_id, choice, f"{person_id}1")
    ledger.sent["d1"] = Sent("d", "for", "d1", after_close=True)
    for person_id in "ab":
        ledger.acknowledged.append(an_acknowledgement(ledger, f"{person_id}1"))
    ledger.refused.append(Refused(ledger.sent["d1"], "vote-closed"))
    tally = {"votes_for": 2, "against": 1, "abstained": 0, "present_not_voted": 1, "absent": 0}
    choices = {"a": "for", "b": "against", "c": "for"}
    kept = tuple(Kept(p, choice, f"{p}1", IN_TIME) for p, choice in choices.items())
    voted = [OnTheRoll(p, choice, f"receipt of {p}1") for p, choice in choices.items()]
    roll = (*voted, OnTheRoll("d", "present_not_voted", None))
    return ledger, Record(ENDED_AT, tally, roll, kept)


def an_acknowledgement(ledger, request_id, **changes):
    sent = ledger.sent[request_id]
    told = Acknowledged(sent, sent.choice, IN_TIME, f"receipt of {request_id}")
    return replace(told, **changes)


def columns(ledger, record, members=MEMBERS):
    return {str(fault.column) for fault in faults_of(ledger, record, members)}


def without(person_id, record):
    """The record as if the service had forgotten the ballot, and counted without it."""
    roll = [
        replace(d, state="present_not_voted", receipt=None) if d.person_id == person_id else d
        for d in record.roll
    ]
    kept = tuple(ballot for ballot in record.kept if ballot.person_id != person_id)
    return replace(record, roll=tuple(roll), kept=kept, tally=counted(roll))


def counted(roll):
    names = {"votes_for": "for", "against": "against", "abstained": "abstained"}
    names |= {name: name for name in ("present_not_voted", "absent")}
    return {name: sum(d.state == state for d in roll) for name, state in names.items()}


def with_kept(record, place, **changes):
    kept = list(record.kept)
    kept[place] = replace(kept[place], **changes)
    return replace(record, kept=tuple(kept))


def with_roll(record, place, **changes):
    roll = list(record.roll)
    roll[place] = replace(roll[place], **changes)
    return replace(record, roll=tuple(roll))


def test_of_a_sound_vote_there_is_nothing_to_say():
    assert columns(*a_sound_vote()) == set()


def test_a_ballot_acknowledged_and_forgotten_is_lost():
    ledger, record = a_sound_vote()

    # The other counts agree with each other; that of what was said sees it where nobody who was
    # not told of their ballot makes up for it.
    assert columns(ledger, without("a", record)) == {"lost"}
    assert columns(ledger, without("b", record)) == {"lost", "mismatched"}


def test_a_ballot_on_record_with_another_choice_is_lost():
    ledger, record = a_sound_vote()
    altered = with_roll(with_kept(record, 0, choice="against"), 0, state="against")
    altered = replace(altered, tally=counted(altered.roll))

    assert columns(ledger, altered) == {"lost", "mismatched"}


def test_a_ballot_on_record_with_another_receipt_is_lost():
    ledger, record = a_sound_vote()

    assert columns(ledger, with_roll(record, 0, receipt="another")) == {"lost"}


def test_a_ballot_acknowledged_as_another_choice_is_lost():
    ledger, record = a_sound_vote()
    ledger.acknowledged[0] = an_acknowledgement(ledger, "a1", choice="against")

    assert "lost" in columns(ledger, record)


def test_a_ballot_acknowledged_and_then_denied_is_lost():
    ledger, record = a_sound_vote()
    ledger.refused.append(Refused(ledger.sent["a1"], "vote-closed"))

    assert "lost" in columns(ledger, record)


def test_two_devices_that_both_get_a_receipt_are_double():
    ledger, record = a_sound_vote()
    ledger.sent["a2"] = Sent("a", "for", "a2")
    ledger.acknowledged.append(an_acknowledgement(ledger, "a2"))

    assert {"double", "lost"} <= columns(ledger, record)


def test_a_request_sent_again_that_gets_another_receipt_is_double():
    ledger, record = a_sound_vote()
    ledger.acknowledged.append(an_acknowledgement(ledger, "a1", receipt="another"))

    assert "double" in columns(ledger, record)


def test_a_deputy_with_two_ballots_in_the_table_is_double():
    ledger, record = a_sound_vote()
    twice = replace(record, kept=(*record.kept, replace(record.kept[0], request_id="a1")))

    assert columns(ledger, twice) == {"double", "mismatched"}


def test_a_deputy_listed_twice_is_double():
    ledger, record = a_sound_vote()
    twice = replace(record, roll=(*record.roll, record.roll[0]))

    assert columns(ledger, twice) == {"double", "mismatched"}


@pytest.mark.parametrize("late_by", [timedelta(0), timedelta(microseconds=1)])
def test_a_ballot_acknowledged_of_the_end_or_later_is_late(late_by):
    ledger, record = a_sound_vote()
    ledger.acknowledged[0] = an_acknowledgement(ledger, "a1", recorded_at=ENDED_AT + late_by)

    assert columns(ledger, record) == {"late"}


def test_a_ballot_in_the_table_after_the_end_is_late():
    assert columns(*_changed(with_kept, 0, recorded_at=ENDED_AT)) == {"late"}


def test_a_ballot_sent_after_the_close_and_taken_is_late():
    ledger, record = a_sound_vote()
    ledger.sent["a1"] = replace(ledger.sent["a1"], after_close=True)
    ledger.acknowledged[0] = an_acknowledgement(ledger, "a1")

    assert columns(ledger, record) == {"late"}


def _changed(change, place, **changes):
    ledger, record = a_sound_vote()
    return ledger, change(record, place, **changes)


def test_a_tally_that_differs_from_the_names_is_mismatched():
    ledger, record = a_sound_vote()
    tally = record.tally | {"votes_for": 1, "against": 2}

    assert columns(ledger, replace(record, tally=tally)) == {"mismatched"}


def test_a_table_that_differs_from_the_tally_is_mismatched():
    ledger, record = a_sound_vote()

    assert columns(ledger, replace(record, kept=record.kept[:2])) == {"mismatched"}


def test_a_ballot_nobody_sent_is_mismatched():
    assert columns(*_changed(with_kept, 2, request_id="invented")) == {"mismatched"}


def test_a_ballot_that_was_refused_and_is_on_record_is_mismatched():
    ledger, record = a_sound_vote()
    ledger.refused.append(Refused(ledger.sent["c1"], "vote-closed"))

    assert columns(ledger, record) == {"mismatched"}


def test_already_voted_without_a_ballot_is_mismatched():
    ledger, record = a_sound_vote()
    ledger.refused[0] = Refused(ledger.sent["d1"], "already-voted")

    assert columns(ledger, record) == {"mismatched"}


def test_a_deputy_who_is_missing_from_the_roll_is_mismatched():
    ledger, record = a_sound_vote()

    assert columns(ledger, record, MEMBERS | {"e"}) == {"mismatched"}
