"""The head of the log as it is handed out: signed by the log, cosigned by its witnesses."""

from services.voting.domain.refusals import EntryNotFound
from services.voting.domain.seal import Seal
from services.voting.store.log import Log
from services.voting.store.witnesses import Witnesses
from shared.store.unit_of_work import UnitOfWork
from shared.tlog.checkpoint import Checkpoint
from shared.tlog.merkle import EMPTY_ROOT
from shared.tlog.note import Note


async def checkpoint(work: UnitOfWork, seal: Seal, size: int | None = None) -> str:
    """The signed note of the latest head, or of the head of that size. Raises EntryNotFound."""
    head = await Log(work.session).head(size)
    if head is None and size:
        raise EntryNotFound
    leaves, root = (head.size, head.root) if head else (0, EMPTY_ROOT)
    text = Checkpoint(seal.log.name, leaves, root).text
    cosigned = await Witnesses(work).lines(leaves)
    return str(Note(text, (seal.log.sign(text),))) + "".join(cosigned)
