"""A ballot on record with its receipt, and what becomes of a ballot that is cast."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from json.encoder import encode_basestring
from uuid import UUID

from services.voting.domain.evidence import instant, leaf_hash
from services.voting.domain.stages import Source
from shared.kernel.canonical import canonical

type Chosen = str | dict[str, str]
"""What a ballot says: one option, or an option for each of several items."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A ballot paper as it is cast: in which vote, whose, and what it says.

    The same `request_id` is sent again when the answer was lost: it is the same paper.
    """

    vote_id: UUID
    person_id: UUID
    choice: Chosen
    request_id: UUID


@dataclass(frozen=True, slots=True)
class Ballot:
    """One deputy's ballot in one vote; `rules` is the digest of the vote's rule."""

    id: UUID
    vote_id: UUID
    person_id: UUID
    choice: Chosen
    request_id: UUID
    recorded_at: datetime
    rules: str
    round: int = 1
    source: Source = Source.ELECTRONIC

    @property
    def entry(self) -> dict[str, object]:
        """The ballot as it stands in the log."""
        return {
            "v": 1,
            "type": "ballot",
            "vote": str(self.vote_id),
            "round": self.round,
            "deputy": str(self.person_id),
            "choice": self.choice,
            "source": self.source.value,
            "rules": self.rules,
            "t": instant(self.recorded_at),
        }

    @property
    def receipt(self) -> str:
        """The hash of the ballot as a leaf of the log: whoever has the ballot can check it."""
        return leaf_hash(self._written)

    @property
    def _written(self) -> bytes:
        """`canonical(entry)`, put together by hand: the receipts of a chamber are due at once."""
        said = self.choice
        choice = encode_basestring(said) if isinstance(said, str) else canonical(said).decode()
        return (
            f'{{"choice":{choice},"deputy":"{self.person_id}","round":{self.round},'
            f'"rules":"{self.rules}","source":"{self.source.value}",'
            f'"t":"{instant(self.recorded_at)}","type":"ballot","v":1,"vote":"{self.vote_id}"}}'
        ).encode()


class Verdict(StrEnum):
    """What the database says of a ballot that is cast; its words are those of `cast_ballots`."""

    ACCEPTED = "accepted"
    REPEATED = "repeated"
    BEING_CLOSED = "being-closed"
    VOTE_NOT_FOUND = "vote-not-found"
    VOTE_NOT_OPEN = "vote-not-open"
    VOTE_SUSPENDED = "vote-suspended"
    VOTE_CLOSED = "vote-closed"
    NOT_ON_THE_ROLL = "not-on-the-roll"
    NOT_REGISTERED = "not-registered"
    RECUSED = "recused"
    NOT_CONFIRMED = "not-confirmed"
    MANDATE_ENDED = "mandate-ended"
    NO_SUCH_CHOICE = "no-such-choice"
    ALREADY_VOTED = "already-voted"


@dataclass(frozen=True, slots=True)
class Cast:
    """The verdict, and the ballot if it stands; of a closed vote its end and how late this was."""

    verdict: Verdict
    ballot: Ballot | None = None
    ended_at: datetime | None = None
    late_ms: int | None = None
