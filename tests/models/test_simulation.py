"""The core under accidents drawn from seeds: a seed that breaks a promise is named, and repeats.

`python -c "from tests.models.simulated_chamber import course_of; print(course_of(SEED).trace)"`
shows what happened.
"""

from collections import Counter

import pytest

from services.voting.domain.ballot import Verdict
from shared.tlog.merkle import leaf_hash, root_of, verify_consistency, verify_inclusion
from shared.tlog.proofs import consistency_proof, inclusion_proof
from shared.tlog.tiles import Coordinate
from tests.models.simulated_chamber import SEATS, Course, course_of
from tests.models.simulated_database import Bug
from tests.models.size import TIMES

SEEDS = 2_000
FOUND_WITHIN = 300
ACKNOWLEDGED = {Verdict.ACCEPTED, Verdict.REPEATED}
FOR_NOW = {*ACKNOWLEDGED, Verdict.VOTE_SUSPENDED}
"""A suspended vote refuses a sending, not the paper: the one before it, of which nothing is known,
may still be on its way when the vote is resumed."""


def test_no_seed_breaks_a_promise():
    wrong = {
        seed: complaints
        for seed in range(SEEDS * TIMES)
        if (complaints := wrong_in(course_of(seed)))
    }
    assert not wrong, f"seeds and what is wrong with them: {wrong}"


@pytest.mark.parametrize("seed", range(5))
def test_a_seed_gives_the_same_course_twice(seed):
    first, again = course_of(seed), course_of(seed)

    assert first.trace == again.trace
    assert first.log == again.log


@pytest.mark.parametrize("bug", Bug)
def test_a_seeded_bug_is_found(bug):
    assert any(wrong_in(course_of(seed, bug)) for seed in range(FOUND_WITHIN))


def test_the_seeds_draw_every_kind_of_accident():
    events = [event for seed in range(FOUND_WITHIN) for event in course_of(seed).trace]

    expected = {"choked", "connection lost", "killed before the commit", "suspend", "not now"}
    assert expected <= {event[1] for event in events}
    told = {event[3] for event in events if event[1] == "told"}
    assert {"accepted", "repeated", "already-voted", "vote-closed", "TimeoutError"} <= told


def wrong_in(course: Course) -> list[str]:
    """Which promises were broken."""
    found = [
        *_lost_or_doubled(course),
        *_refused_but_recorded(course),
        *_wrongly_counted(course),
        *_late(course),
    ]
    return found or _log_is_broken(course)


def _lost_or_doubled(course: Course) -> list[str]:
    recorded = {ballot.receipt for ballot in course.ballots}
    given = {t.receipt: t.paper for t in course.told if t.verdict in ACKNOWLEDGED}
    voters = Counter(paper.person_id for paper in given.values())
    return [f"{paper} is lost" for receipt, paper in given.items() if receipt not in recorded] + [
        f"{person} has {n} receipts" for person, n in voters.items() if n > 1
    ]


def _refused_but_recorded(course: Course) -> list[str]:
    recorded = {ballot.request_id for ballot in course.ballots}
    final = {t.paper.request_id: t.verdict for t in course.told if t.verdict}
    voted = {ballot.person_id for ballot in course.ballots}
    return [
        f"{request} was told {verdict} and is on record"
        for request, verdict in final.items()
        if verdict not in FOR_NOW and request in recorded
    ] + [
        f"{t.paper} was told of a ballot that there is not"
        for t in course.told
        if t.verdict is Verdict.ALREADY_VOTED and t.paper.person_id not in voted
    ]


def _wrongly_counted(course: Course) -> list[str]:
    said = Counter(ballot.choice for ballot in course.ballots)
    tally, majority = course.vote.tally, SEATS // 2 + 1
    if tally is None:
        return ["the vote was never counted"]
    counted = {"for": tally.votes_for, "against": tally.against, "abstained": tally.abstained}
    outcome = (
        "adopted"
        if said["for"] >= majority
        else "rejected"
        if said["against"] >= majority
        else "no_decision"
    )
    wrong = [f"counted {counted} of {said}"] if Counter(counted) != said else []
    return wrong + ([f"{course.vote.outcome} of {said}"] if course.vote.outcome != outcome else [])


def _late(course: Course) -> list[str]:
    closed_at = course.vote.closed_at
    return [
        f"{ballot.person_id} voted at {ballot.recorded_at}, closed at {closed_at}"
        for ballot in course.ballots
        if closed_at is None or ballot.recorded_at >= closed_at
    ]


def _log_is_broken(course: Course) -> list[str]:
    """Raises ProofInvalid if a proof does not hold."""
    leaves = [leaf_hash(entry) for entry in course.log]
    size, root = len(leaves), root_of(leaves)
    tiles = {Coordinate(0, 0, size): b"".join(leaves)}
    old = course.opened_with
    proof = consistency_proof(tiles, old, size)
    verify_consistency(old, size, proof, root_of(leaves[:old]), root)
    receipts = {bytes.fromhex(ballot.receipt) for ballot in course.ballots}
    for leaf in receipts & set(leaves):
        place = leaves.index(leaf)
        verify_inclusion(leaf, place, size, inclusion_proof(tiles, place, size), root)
    return [f"{leaf.hex()} is not in the log" for leaf in receipts - set(leaves)]
