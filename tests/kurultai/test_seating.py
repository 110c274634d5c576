"""Successors take their seats, and there are never more mandates than seats."""

from hypothesis import given
from hypothesis import strategies as st

from kurultai.replay.files import NO_SHOW, Poll
from kurultai.replay.seating import changes, first_seated


def a_poll(votes):
    return Poll("1", "a title", {}, votes)


def test_whoever_casts_sits_and_whoever_is_not_listed_makes_room():
    due = changes(["a", "b"], a_poll({"b": "yes", "c": "no"}), seats=2)

    assert (due.ending, due.beginning) == (["a"], ["c"])


def test_while_there_is_room_nobody_leaves():
    due = changes(["a", "b"], a_poll({"b": "yes", "c": "no"}), seats=3)

    assert (due.ending, due.beginning) == ([], ["c"])


def test_nobody_who_is_listed_leaves_for_one_who_is_absent():
    due = changes(["a"], a_poll({"a": "yes", "b": NO_SHOW}), seats=1)

    assert (due.ending, due.beginning) == ([], [])


def test_those_who_are_listed_first_sit_first():
    polls = [a_poll({"c": "yes"}), a_poll({"a": "no"})]

    assert first_seated(["a", "b", "c"], polls, seats=2) == ["c", "a"]


@given(
    seated=st.sets(st.sampled_from("abcdefgh"), max_size=5),
    votes=st.dictionaries(
        st.sampled_from("abcdefgh"), st.sampled_from(["yes", "no", NO_SHOW]), max_size=8
    ),
)
def test_all_who_cast_sit_within_the_seats(seated, votes):
    casting = {m for m, vote in votes.items() if vote != NO_SHOW}
    seats = max(5, len(casting))

    due = changes(sorted(seated), a_poll(votes), seats)

    sitting = (seated - set(due.ending)) | set(due.beginning)
    assert casting <= sitting
    assert len(sitting) <= seats
