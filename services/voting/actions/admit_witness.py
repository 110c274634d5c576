"""The Apparatus admits a witness of the log."""

from services.voting.domain.refusals import NotAKey
from services.voting.domain.witness import Witness
from services.voting.domain.witnessing import admit
from services.voting.store.witnesses import Witnesses
from shared.contracts.words import Bilingual
from shared.kernel.occasion import Occasion
from shared.store.ids import new_id
from shared.store.unit_of_work import UnitOfWork
from shared.tlog.note import Kind, NoteInvalid, read_key


async def admit_witness(
    work: UnitOfWork, occasion: Occasion, *, vkey: str, of: Bilingual
) -> Witness:
    """Raises NotAKey, and what `admit` raises."""
    try:
        key = read_key(vkey)
    except NoteInvalid as wrong:
        raise NotAKey(str(wrong)) from wrong
    if key.kind is not Kind.COSIGNATURE:
        raise NotAKey("it is not a key of a witness (cosignature/v1)")
    witness = Witness(new_id(), vkey, of)
    admit(witness, occasion)
    return Witnesses(work).add(witness)
