"""What is told of the lists from which deputies come."""

from typing import ClassVar
from uuid import UUID

from shared.contracts.words import Bilingual, Line
from shared.kernel.event import Fact


class PartyListEntered(Fact):
    """The list of a party is on file, with so many candidates."""

    type: ClassVar[str] = "committees.party_list_entered.v1"
    about: ClassVar[str] = "partylist"

    partylist_id: UUID
    convocation_id: UUID
    party: Bilingual
    candidates: int


class CandidateExcluded(Fact):
    """Nobody is seated from that place of the list any more."""

    type: ClassVar[str] = "committees.candidate_excluded.v1"
    about: ClassVar[str] = "partylist"

    partylist_id: UUID
    number: int
    ground: Line


TELLS = (PartyListEntered, CandidateExcluded)
