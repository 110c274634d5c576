"""What the clients of a vote were told, against what the service has on record. Nothing else.

Pure, so that it can be shown to find what it looks for.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from kurultai.chaos.records import CHOICES, Ledger, Record

NAMED_OTHERWISE = {"votes_for": "for"}
"""The fields of a tally that are not called as the state they count."""
ALREADY_VOTED = "already-voted"


class Column(StrEnum):
    """Where a fault is counted."""

    LOST = "lost"
    DOUBLE = "double"
    LATE = "late"
    MISMATCHED = "mismatched"


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that must not be; the same fault seen twice is one."""

    column: Column
    vote_id: str
    whose: str
    why: str = field(compare=False)


def faults_of(ledger: Ledger, record: Record, members: frozenset[str]) -> set[Fault]:
    """All that is wrong with the vote; `members`, by their ids, must be the roll."""
    found = {
        Column.LOST: _lost(ledger, record),
        Column.DOUBLE: _double(ledger, record),
        Column.LATE: _late(ledger, record),
        Column.MISMATCHED: _mismatched(ledger, record, members),
    }
    return {
        # A poll is mismatched or not, however many reasons there are; a ballot is somebody's.
        Fault(column, ledger.vote_id, "" if column is Column.MISMATCHED else whose, f"{whose}{why}")
        for column, faults in found.items()
        for whose, why in faults
    }


type Found = Iterator[tuple[str, str]]
"""Whose, and what."""


def _lost(ledger: Ledger, record: Record) -> Found:
    """Acknowledged, and not on record as it was acknowledged, or denied afterwards."""
    recorded = {(d.person_id, d.state, d.receipt) for d in record.roll}
    denied = {refused.sent.request_id for refused in ledger.refused}
    for told in ledger.acknowledged:
        whose = told.sent.person_id
        if told.choice != told.sent.choice:
            yield whose, f" sent {told.sent.choice}, acknowledged {told.choice}"
        if (whose, told.sent.choice, told.receipt) not in recorded:
            yield whose, f" {told.sent.choice} {told.receipt} is not on record"
        if told.sent.request_id in denied:
            yield whose, f" {told.sent.request_id} was acknowledged and refused"


def _double(ledger: Ledger, record: Record) -> Found:
    """Deputies who count twice, or were told of two ballots."""
    told = Counter(person_id for person_id, _ in ledger.ballots)
    listed = Counter(d.person_id for d in record.roll if d.state in CHOICES)
    kept = Counter(ballot.person_id for ballot in record.kept)
    for what, counted in {"acknowledged": told, "by name": listed, "kept": kept}.items():
        yield from (
            (whose, f" {what} {times} times") for whose, times in counted.items() if times > 1
        )


def _late(ledger: Ledger, record: Record) -> Found:
    """Taken when the vote was over."""
    for told in ledger.acknowledged:
        if told.recorded_at >= record.ended_at:
            yield told.sent.person_id, f" acknowledged of {told.recorded_at}"
        if told.sent.after_close:
            yield told.sent.person_id, " acknowledged though sent after the close"
    for ballot in record.kept:
        if ballot.recorded_at >= record.ended_at:
            yield ballot.person_id, f" kept of {ballot.recorded_at}"


def _mismatched(ledger: Ledger, record: Record, members: frozenset[str]) -> Found:
    """The certified tally is not what three recounts say, or the record is not what was sent."""
    yield from _miscounted(ledger, record)
    yield from _not_as_sent(ledger, record)
    if Counter(d.person_id for d in record.roll) != Counter(members):
        yield "the roll", " does not name every member once"
    voted = {ballot.person_id for ballot in record.kept}
    for refusal in ledger.refused:
        if refusal.code == ALREADY_VOTED and refusal.sent.person_id not in voted:
            yield refusal.sent.person_id, " had voted already, and has no ballot on record"


def _miscounted(ledger: Ledger, record: Record) -> Found:
    told_of = record.tally.items()
    certified = Counter({NAMED_OTHERWISE.get(name, name): number for name, number in told_of})
    by_name = Counter(d.state for d in record.roll)
    kept = Counter(ballot.choice for ballot in record.kept)
    # The ledger may know less than the record, never more: an answer may have been lost.
    told = Counter(a.choice for a in {a.receipt: a for a in ledger.acknowledged}.values())
    # Counters are equal when they differ in zeros only.
    if certified != by_name:
        yield "the tally", f" {certified}, by name {by_name}"
    if Counter({choice: certified[choice] for choice in CHOICES}) != kept:
        yield "the tally", f" {certified}, in the table {kept}"
    if not told <= certified:
        yield "the tally", f" {certified}, acknowledged {told}"


def _not_as_sent(ledger: Ledger, record: Record) -> Found:
    refused = {refusal.sent.request_id for refusal in ledger.refused}
    for ballot in record.kept:
        sent = ledger.sent.get(ballot.request_id)
        if sent is None or (sent.person_id, sent.choice) != (ballot.person_id, ballot.choice):
            yield ballot.person_id, " has a ballot on record that was not sent"
        if ballot.request_id in refused:
            yield ballot.person_id, " has a ballot on record that was refused"
