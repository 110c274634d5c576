"""What is done with delegates of leaders of factions, and the facts that tell of it."""

from services.voting.domain.delegation import Delegation, DelegationAct
from services.voting.domain.delegations_procedure import DELEGATIONS
from shared.contracts.sittings import DelegateNamed, DelegationTakenBack
from shared.kernel.occasion import Occasion


def name(delegation: Delegation, occasion: Occasion) -> None:
    """Name the delegate. Raises NotNow: of another faction, or there is one; NotEntitled."""
    DELEGATIONS.take(delegation, DelegationAct.NAME, occasion)
    delegation.named_at = occasion.at
    delegation.record(DelegateNamed.model_validate(_told(delegation, occasion)))


def take_back(delegation: Delegation, occasion: Occasion) -> None:
    """The delegate has the floor in the leader's place no longer. Raises NotNow, NotEntitled."""
    DELEGATIONS.take(delegation, DelegationAct.TAKE_BACK, occasion)
    delegation.taken_back_at = occasion.at
    delegation.record(DelegationTakenBack.model_validate(_told(delegation, occasion)))


def _told(delegation: Delegation, occasion: Occasion) -> dict[str, object]:
    return {
        "at": occasion.at,
        "delegation_id": delegation.id,
        "sitting_id": delegation.sitting_id,
        "faction_id": delegation.faction_id,
        "person_id": delegation.delegate_id,
    }
