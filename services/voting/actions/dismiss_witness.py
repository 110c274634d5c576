"""The Apparatus dismisses a witness of the log."""

from uuid import UUID

from services.voting.domain.witness import Witness
from services.voting.domain.witnessing import dismiss
from services.voting.store.witnesses import Witnesses
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def dismiss_witness(work: UnitOfWork, occasion: Occasion, *, witness_id: UUID) -> Witness:
    witness = await Witnesses(work).get(witness_id)
    dismiss(witness, occasion)
    return witness
