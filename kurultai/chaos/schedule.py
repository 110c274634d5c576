"""What will be done to the chamber: drawn from one number, all of it before anything begins.

The number reproduces who votes how and from how many devices, and what is killed when. It does
not reproduce how all this falls together in time: that is up to the machine.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from random import Random

from kurultai.chaos.records import CHOICES

PAIRS, SAME_CHOICE = 0.08, 0.5
"""The share of deputies who cast from two devices at once, and of those who mean the same."""
TOO_LATE, ABSENT_MINDED = 0.02, 0.04
"""The share of deputies who cast after the close, and of these with those who never do."""
AT_THE_OPENING_S, AT_THE_END_S = (0.0, 0.06), (0.7, 1.1)
"""Between these times all press their buttons; the second in votes that the clock closes."""
BY_WINDOW = 0.03
"""The share of votes that the clock closes."""
SHORT_WINDOW_S, LONG_WINDOW_S = 1, 30
FIRST_CLOSE, LAST_CLOSE = 0.6, 1.0
"""The presiding officer closes when a share between these of the ballots are answered."""
KILL_WITHIN_S = 0.4


@dataclass(frozen=True, slots=True)
class Asked:
    """How much of it."""

    seed: int
    polls: int
    kills: int
    deputies: int


class Manner(StrEnum):
    """What a device does about the answer."""

    ONCE = "once"
    REPEATS = "repeats"
    """Gets its answer, and sends the same again."""
    CUT_OFF = "cut_off"
    """Loses its connection before the answer, and sends the same again."""
    GIVES_UP = "gives_up"
    """Loses its connection before the answer, and is not heard of again."""


MANNERS = {Manner.ONCE: 90, Manner.REPEATS: 5, Manner.CUT_OFF: 4, Manner.GIVES_UP: 1}


@dataclass(frozen=True, slots=True)
class Cast:
    """One ballot from one device.

    Args:
        deputy: the place of the deputy among all, from 0 on.
        after_s: from the opening; of those who come too late, from the close.
    """

    deputy: int
    choice: str
    after_s: float
    manner: Manner


@dataclass(frozen=True, slots=True)
class Kill:
    """What is killed, and when: so many seconds after its poll began."""

    target: str
    poll: int
    after_s: float


@dataclass(frozen=True, slots=True)
class Poll:
    """One poll.

    Args:
        close_at: the presiding officer closes when this share of the ballots are answered; if
            None, the window is short and the clock closes.
        casts: those in time, or nearly: some may meet the close.
        too_late: those of whom the first is sent when the close has been answered.
    """

    number: int
    close_at: float | None
    casts: tuple[Cast, ...]
    too_late: tuple[Cast, ...]

    @property
    def window_seconds(self) -> int:
        return SHORT_WINDOW_S if self.close_at is None else LONG_WINDOW_S


@dataclass(frozen=True, slots=True)
class Schedule:
    polls: tuple[Poll, ...]
    kills: tuple[Kill, ...]


def drawn(asked: Asked, targets: Sequence[str]) -> Schedule:
    """The schedule of this seed."""
    # Two draws, so that more kills do not change how the deputies vote.
    voting, killing = Random(f"{asked.seed} votes"), Random(f"{asked.seed} kills")  # noqa: S311 no keys
    return Schedule(
        tuple(_poll(voting, number, asked.deputies) for number in range(asked.polls)),
        tuple(_kills(killing, asked, targets)),
    )


def _poll(draw: Random, number: int, deputies: int) -> Poll:
    by_clock = draw.random() < BY_WINDOW
    close_at = None if by_clock else draw.uniform(FIRST_CLOSE, LAST_CLOSE)
    lots = [draw.random() for _ in range(deputies)]
    voting = [deputy for deputy, lot in enumerate(lots) if lot >= ABSENT_MINDED]
    too_late = [deputy for deputy, lot in enumerate(lots) if lot < TOO_LATE]
    pressing = AT_THE_END_S if by_clock else AT_THE_OPENING_S
    return Poll(
        number,
        close_at,
        tuple(cast for deputy in voting for cast in _casts(draw, deputy, pressing)),
        tuple(_cast(draw, deputy, AT_THE_OPENING_S) for deputy in too_late),
    )


def _casts(draw: Random, deputy: int, pressing: tuple[float, float]) -> list[Cast]:
    one = _cast(draw, deputy, pressing)
    return [one, _second(draw, one)] if draw.random() < PAIRS else [one]


def _cast(draw: Random, deputy: int, pressing: tuple[float, float]) -> Cast:
    [manner] = draw.choices(list(MANNERS), list(MANNERS.values()))
    return Cast(deputy, draw.choice(CHOICES), draw.uniform(*pressing), manner)


def _second(draw: Random, one: Cast) -> Cast:
    """The same deputy's other device, at the same moment."""
    others = [choice for choice in CHOICES if choice != one.choice]
    choice = one.choice if draw.random() < SAME_CHOICE else draw.choice(others)
    return Cast(one.deputy, choice, one.after_s, Manner.ONCE)


def _kills(draw: Random, asked: Asked, targets: Sequence[str]) -> Iterator[Kill]:
    """Each target has its turn, in an order that is drawn anew each round."""
    round_: list[str] = []
    for poll in sorted(_moments(draw, asked)):
        round_ = round_ or draw.sample(targets, len(targets))
        yield Kill(round_.pop(), poll, draw.uniform(0, KILL_WITHIN_S))


def _moments(draw: Random, asked: Asked) -> list[int]:
    """The polls in which something is killed: different ones while there are enough."""
    if asked.kills <= asked.polls:
        return draw.sample(range(asked.polls), asked.kills)
    return draw.choices(range(asked.polls), k=asked.kills)
