"""The verifier, of records that are signed and proven and yet say what is untrue."""

import re

import pytest

from kurultai import verify
from tests.verifier.bundles import (
    LOG_KEY,
    RECEIPT_KEY,
    WITNESS_KEYS,
    a_bundle,
    a_key,
    a_roll,
    a_rule,
    a_vote,
    an_id,
    at,
    bundled,
    copied,
    digest,
    entries_of_a_vote,
    receipt,
    written,
)

WITNESSED = [part for key in WITNESS_KEYS for part in ("--witness", key)]
PINNED = ["--log-key", LOG_KEY, "--receipt-key", RECEIPT_KEY, *WITNESSED]


@pytest.fixture(scope="module")
def small():
    return a_bundle(seats=8, present=7, cast=5)


def with_entry(entries, n, **fields):
    return [*entries[:n], entries[n] | fields, *entries[n + 1 or len(entries) :]]


def with_rule(entries, **fields):
    """Another rule throughout, with its right digest."""
    rule = entries[0]["rule"] | fields
    again = [entry | ({"rules": digest(rule)} if "rules" in entry else {}) for entry in entries]
    return with_entry(again, 0, rule=rule)


UNTRUE = {
    "lacks fields|cannot be": lambda es: with_entry(es, 1, t="10:00"),
    "has two ballots": lambda es: [*es[:2], es[1], *es[2:]],
    "two ballots": lambda es: with_rule([*es[:2], *es[1:]], change_before_close=True),
    "not registered": lambda es: with_entry(es, 1, deputy=an_id(1, 11)),
    "was not registered": lambda es: with_entry(es, 1, deputy=an_id(1, 99)),
    "out of time": lambda es: with_entry(es, 1, t="2026-11-23T09:59:59.999999Z"),
    "voted out of time": lambda es: with_entry(es, 1, t=at(40)),
    "out of tim": lambda es: with_entry(with_entry(es, -1, t=at(9)), 1, t=at(10)),
    "of another vote": lambda es: with_entry(es, 1, vote=an_id(9, 2)),
    "of another vot": lambda es: with_entry(es, 1, round=2),
    "chose what was not": lambda es: with_entry(es, 1, rules="0" * 64),
    "roll is not that of": lambda es: with_entry(es, 0, roll="0" * 64),
    "rule is not the one": lambda es: with_entry(es, 0, rule=es[0]["rule"] | {"note": "changed"}),
    "not to be chosen": lambda es: with_entry(es, 0, options=["against"]),
    "closed not once": lambda es: es[1:],
    "opened or closed not once": lambda es: es[:-1],
    "entries are out of order": lambda es: [es[1], es[0], *es[2:]],
    "or closed not once": lambda es: [*es, es[-1]],
    "closed not onc": lambda es: [es[0], *es],
    "out of order": lambda es: [*es[:-2], es[-1], es[-2]],
    "unknown type 'ballot.moved'": lambda es: [*es, es[1] | {"type": "ballot.moved"}],
    "'v'|cannot be|v cannot": lambda es: with_entry(es, 1, v=2),
    "record says.*tally": lambda es: with_entry(es, -1, tally=es[-1]["tally"] | {"votes_for": 9}),
    "record says.*outcome": lambda es: with_entry(es, -1, outcome="no_decision"),
    "record says.*needed": lambda es: with_entry(es, -1, needed=1),
    "record says.*whole": lambda es: with_entry(es, -1, whole=3),
    "chamber is not that": lambda es: with_entry(
        es, 0, chamber=es[0]["chamber"] | {"registered": 12}
    ),
    "more than the whole": lambda es: with_rule(
        es, adopt=es[0]["rule"]["adopt"] | {"ratio": [3, 2]}
    ),
    "index|not in": lambda es: with_rule(es, adopt=es[0]["rule"]["adopt"] | {"base": "people"}),
    "record says": lambda es: with_rule(
        es, adopt=es[0]["rule"]["adopt"] | {"ratio": [9, 10], "strict": False}
    ),
    "cannot be": lambda es: with_rule(es, quorum=None),
    "other|not known": lambda es: with_entry(es, 1, weight=2),
    "out of ti": lambda es: [
        es[0], beside("vote.suspended", t=at(5)), *es[1:-1],
        beside("vote.resumed", t=at(12), closes_at=at(39)), es[-1],
    ],
    "voted out of ti": lambda es: [
        es[0], beside("vote.suspended", t=at(1)),
        beside("vote.resumed", t=at(2), closes_at=at(9)), *es[1:],
    ],
}  # fmt: skip


def beside(kind, **fields):
    return {"v": 1, "type": kind, "vote": an_id(9, 1), "round": 1, **fields}


@pytest.mark.parametrize("reason", UNTRUE)
def test_a_signed_untruth_is_refused_by_its_reason(reason, tmp_path, capsys):
    roll, entries = a_vote(12, 11, 9)
    untrue = bundled(UNTRUE[reason](entries), roll)
    assert verify.main([written(untrue, tmp_path), *PINNED]) == 1
    said = capsys.readouterr().out
    assert re.search(f"FAULT.*({reason})", said), said


def test_where_it_may_be_changed_the_last_ballot_counts_and_only_the_last(tmp_path, capsys):
    roll, entries = a_vote(12, 11, 9)
    former = entries[1] | {"t": at(9), "choice": "abstained"}
    lenient = with_rule([entries[0], former, *entries[1:]], change_before_close=True)
    turned = [lenient[0], lenient[2], lenient[1], *lenient[3:]]

    statuses = [
        verify.main([written(bundled(written_so, roll), tmp_path), *PINNED])
        for written_so in (lenient, turned)
    ]

    assert statuses == [0, 1]
    assert "has two ballots" in capsys.readouterr().out


def test_a_paper_ballot_is_taken_while_the_vote_is_suspended(tmp_path):
    roll, entries = a_vote(12, 11, 9)
    stop = beside("vote.suspended", t=at(11))
    by_hand = with_entry([entries[0], stop, *entries[1:]], 2, source="paper", t=at(12))
    assert verify.main([written(bundled(by_hand, roll), tmp_path), *PINNED]) == 0
    by_button = with_entry(by_hand, 2, source="electronic")
    assert verify.main([written(bundled(by_button, roll), tmp_path), *PINNED]) == 1


def test_who_recused_or_reported_a_fault_before_the_end_is_counted_so(tmp_path, capsys):
    roll, entries = a_vote(12, 11, 9)
    said = {9: "recusal", 10: "device_fault", 11: "device_fault", 0: "device_fault"}
    entries[1:1] = [beside(kind, deputy=an_id(1, n), t=at(3)) for n, kind in said.items()]
    entries.append(beside("device_fault", deputy=an_id(1, 9), t=at(41)))
    tally = entries[-2]["tally"] | {"present_not_voted": 0, "recused": 1, "device_fault": 1}
    bundle = bundled(with_entry(entries, len(entries) - 2, tally=tally), roll)
    assert verify.main([written(bundle, tmp_path), *PINNED]) == 1
    bundle["states"] |= {an_id(1, 9): "recused", an_id(1, 10): "device_fault"}
    assert verify.main([written(bundle, tmp_path), *PINNED]) == 0
    bundle["states"][an_id(1, 10)] = "present_not_voted"
    assert verify.main([written(bundle, tmp_path), *PINNED]) == 1
    assert "the states are not those" in capsys.readouterr().out


def excused(*places, registered=()):
    """A vote of 12 with 10 present, where these of the roll are excused, and who counts them."""
    roll = a_roll(12, 10)
    for n in places:
        roll[n]["excused"] = True
    entries = entries_of_a_vote(roll, ["for"] * 9, a_rule())
    tally = entries[-1]["tally"] | {"absent": 2 - len(places), "absent_excused": len(places)}
    bundle = bundled(with_entry(entries, -1, tally=tally), roll)
    bundle["states"] |= {an_id(1, n): "absent_excused" for n in places if n not in registered}
    return bundle


def test_who_was_excused_when_the_roll_was_frozen_is_counted_so(tmp_path, capsys):
    assert verify.main([written(excused(11), tmp_path), *PINNED]) == 0
    for wrong in ({an_id(1, 11): "absent"}, {an_id(1, 10): "absent_excused"}):
        bundle = excused(11)
        bundle["states"] |= wrong
        assert verify.main([written(bundle, tmp_path), *PINNED]) == 1
        assert "the states are not those" in capsys.readouterr().out


def test_who_is_there_is_not_excused_whatever_the_roll_says(tmp_path, capsys):
    bundle = excused(9, registered={9})
    assert verify.main([written(bundle, tmp_path), *PINNED]) == 1
    assert "FAULT" in capsys.readouterr().out


def test_a_tally_that_leaves_the_excused_out_does_not_hold(tmp_path, capsys):
    roll = a_roll(12, 10)
    roll[11]["excused"] = True
    entries = entries_of_a_vote(roll, ["for"] * 9, a_rule())
    bundle = bundled(with_entry(entries, -1, tally=entries[-1]["tally"] | {"absent": 1}), roll)
    bundle["states"][an_id(1, 11)] = "absent_excused"
    assert verify.main([written(bundle, tmp_path), *PINNED]) == 1
    assert "does not count everyone on the roll" in capsys.readouterr().out


def test_a_suspended_vote_holds_and_an_annulled_one_is_said_to_be(tmp_path, capsys):
    roll, entries = a_vote(12, 11, 9)
    entries[1:1] = [
        beside("vote.suspended", t=at(1)), beside("vote.resumed", t=at(2), closes_at=at(50)),
    ]  # fmt: skip
    entries += [
        {"v": 1, "type": "statement", "vote": an_id(9, 1), "deputy": an_id(1, 1)},
        beside("vote.proclaimed", t=at(41), outcome=entries[-1]["outcome"]),
        beside("vote.annulled", t=at(42)),
    ]  # fmt: skip
    assert verify.main([written(bundled(entries, roll), tmp_path), *PINNED]) == 0
    assert "THE VOTE WAS ANNULLED" in capsys.readouterr().out


def test_two_deputies_on_the_roll_under_one_number_are_refused(tmp_path, capsys):
    roll, entries = a_vote(12, 11, 9)
    roll[4] |= {"number": 4}
    again = with_entry(entries, 0, roll=digest(roll))
    assert verify.main([written(bundled(again, roll), tmp_path), *PINNED]) == 1
    assert "a number stands twice" in capsys.readouterr().out


def test_a_receipt_of_somebody_else_s_ballot_is_refused(small, tmp_path, capsys):
    bundle, (first, second) = copied(small), list(small["receipts"])[:2]
    bundle["receipts"][first] = bundle["receipts"][second]
    assert verify.main([written(bundle, tmp_path), *PINNED]) == 1
    bundle = copied(small)
    bundle["receipts"][an_id(1, 10)] = receipt({"v": 1})
    assert verify.main([written(bundle, tmp_path), *PINNED]) == 1
    assert "a receipt is of nobody who voted" in capsys.readouterr().out


def test_another_log_under_the_same_name_is_refused_by_its_key(tmp_path, capsys):
    roll, entries = a_vote(12, 11, 9)
    other = bundled(entries, roll, log_key=a_key("kurultai.example/votes", 99))
    assert verify.main([written(other, tmp_path)]) == 0
    assert verify.main([written(other, tmp_path), "--log-key", LOG_KEY]) == 1
    assert "not of that key" in capsys.readouterr().out


def test_too_few_witnesses_are_refused_and_one_under_two_names_is_one(tmp_path, capsys):
    roll, entries = a_vote(12, 11, 9)
    twice = [a_key("a.example/w", 50), a_key("b.example/w", 50)]
    bundle = written(bundled(entries, roll, witnesses=twice), tmp_path)
    names = [part for key in twice for part in ("--witness", str(key.public(4)))]
    assert verify.main([bundle, *names, "--witnesses-needed", "1"]) == 0
    assert verify.main([bundle, *names]) == 1
    assert verify.main([bundle, *WITNESSED]) == 1
    assert verify.main([bundle, "--witnesses-needed", "1"]) == 1
    assert "1 witnesses have cosigned, 2 are needed" in capsys.readouterr().out
