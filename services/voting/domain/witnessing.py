"""The acts on witnesses of the log."""

from services.voting.domain.procedure import WITNESSES
from services.voting.domain.stages import WitnessAct
from services.voting.domain.witness import Witness
from shared.contracts.voting import WitnessAdmitted, WitnessDismissed
from shared.kernel.occasion import Occasion


def admit(witness: Witness, occasion: Occasion) -> None:
    """Keep the cosignatures of a witness from now on.

    Raises:
        NotEntitled: the Apparatus admits witnesses.
    """
    WITNESSES.take(witness, WitnessAct.ADMIT, occasion)
    witness.admitted_at = occasion.at
    witness.record(
        WitnessAdmitted(at=occasion.at, witness_id=witness.id, vkey=witness.vkey, of=witness.of)
    )


def dismiss(witness: Witness, occasion: Occasion) -> None:
    """Keep no more of them; those that are there stay. Raises NotNow, NotEntitled."""
    WITNESSES.take(witness, WitnessAct.DISMISS, occasion)
    witness.record(WitnessDismissed(at=occasion.at, witness_id=witness.id))
