"""A witness hands in its cosignature of a head of the log."""

from services.voting.domain.refusals import NoCosignature, NotTheHead
from services.voting.domain.seal import Seal
from services.voting.store.log import Log
from services.voting.store.witnesses import Witnesses
from shared.store.unit_of_work import UnitOfWork
from shared.tlog.checkpoint import Checkpoint, checkpoint_in
from shared.tlog.note import Note, NoteInvalid, read_key, read_note, verified


async def keep_cosignature(work: UnitOfWork, seal: Seal, note: bytes) -> int:
    """How many cosignatures are new. Nobody signs in for it: the signature says whose it is.

    Raises:
        NoCosignature: the note is malformed, or no admitted witness cosigned it.
        NotTheHead: it is not a head that this log ever had.
    """
    read, checkpoint = _read(note)
    await _must_be_ours(work, seal, checkpoint)
    witnesses = Witnesses(work)
    keys = {read_key(witness.vkey): witness for witness in await witnesses.admitted()}
    try:
        signed = verified(read, list(keys))
    except NoteInvalid as wrong:
        raise NoCosignature(str(wrong)) from wrong
    if not signed:
        raise NoCosignature("no admitted witness cosigned it")
    lines = {key: s.line for s in read.signatures for key in signed if key.signed(s)}
    return sum([await witnesses.keep(keys[k], checkpoint.size, lines[k]) for k in signed])


def _read(note: bytes) -> tuple[Note, Checkpoint]:
    try:
        read = read_note(note)
        return read, checkpoint_in(read)
    except NoteInvalid as wrong:
        raise NoCosignature(str(wrong)) from wrong


async def _must_be_ours(work: UnitOfWork, seal: Seal, checkpoint: Checkpoint) -> None:
    head = await Log(work.session).head(checkpoint.size)
    if head is None or (checkpoint.origin, checkpoint.root) != (seal.log.name, head.root):
        raise NotTheHead
