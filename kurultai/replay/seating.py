"""Who sits when: the files know mandates that vote, the chamber has no more seats than it has."""

from collections.abc import Collection
from dataclasses import dataclass

from kurultai.replay.files import NO_SHOW, Poll


@dataclass(frozen=True, slots=True)
class Changes:
    """The mandates that end and begin before a poll."""

    ending: list[str]
    beginning: list[str]


def changes(seated: Collection[str], poll: Poll, seats: int) -> Changes:
    """Whom a poll needs seated, and who makes room.

    All who cast must sit. Members listed as absent sit while there is room; for them nobody
    who is listed loses a seat.
    """
    casting = [m for m, vote in poll.votes.items() if vote != NO_SHOW and m not in seated]
    absent = [m for m, vote in poll.votes.items() if vote == NO_SHOW and m not in seated]
    leavers = [m for m in seated if m not in poll.votes]
    leavers += [m for m in seated if poll.votes.get(m) == NO_SHOW]
    free = seats - len(seated)
    unlisted = sum(m not in poll.votes for m in seated)
    beginning = casting + absent[: max(0, free + unlisted - len(casting))]
    return Changes(leavers[: max(0, len(beginning) - free)], beginning)


def first_seated(mandates: Collection[str], polls: list[Poll], seats: int) -> list[str]:
    """Who sits at the start: those listed first, then the others on file, as far as seats go."""
    listed = dict.fromkeys(m for poll in polls for m in poll.votes)
    everyone = dict.fromkeys([*listed, *mandates])
    return list(everyone)[:seats]
