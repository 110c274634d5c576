"""Lists of parties are entered; candidates on them are excluded."""

from services.committees.domain.lists_procedure import PARTY_LISTS
from services.committees.domain.party_list import ListAct, PartyList
from shared.contracts.lists import CandidateExcluded, PartyListEntered
from shared.kernel.occasion import Occasion


def enter(party_list: PartyList, occasion: Occasion) -> None:
    """Enter the list of a party. Raises NotNow: it has one, or a place is given twice."""
    PARTY_LISTS.take(party_list, ListAct.ENTER, occasion)
    party_list.record(
        PartyListEntered(
            at=occasion.at,
            partylist_id=party_list.id,
            convocation_id=party_list.convocation_id,
            party=party_list.party,
            candidates=len(party_list.candidates),
        )
    )


def exclude(party_list: PartyList, number: int, ground: str, occasion: Occasion) -> None:
    """Nobody is seated from that place any more. Raises NotNow for who was seated."""
    party_list.number = number
    PARTY_LISTS.take(party_list, ListAct.EXCLUDE, occasion)
    party_list.candidates = tuple(
        one.model_copy(update={"excluded": ground}) if one.number == number else one
        for one in party_list.candidates
    )
    party_list.record(
        CandidateExcluded(at=occasion.at, partylist_id=party_list.id, number=number, ground=ground)
    )
