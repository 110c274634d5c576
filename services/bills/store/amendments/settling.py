"""What the votes of the plenary make of the amendments and of the text."""

from collections.abc import Sequence
from uuid import UUID

from services.bills.domain.amendments.acts import settle
from services.bills.domain.amendments.amending import Amending
from services.bills.domain.amendments.amending_acts import settle as settle_text
from services.bills.domain.amendments.plenary import (
    Entry,
    compatible,
    standing_together,
    voted_singly,
)
from services.bills.domain.amendments.stages import DECIDED, Mode
from services.bills.domain.bill import Bill
from services.bills.store.amendments.amendments import Amendments
from services.bills.store.amendments.around import Around
from services.bills.store.amendments.laying import lay_down
from services.bills.store.amendments.provenance import numbers_in_the_text
from services.bills.store.amendments.trees import acts_in
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def settle_amending(work: UnitOfWork, there: Around, occasion: Occasion) -> None:
    """When all votes on single amendments are over, the text for the reading is made."""
    amending = there.amending
    if not amending.votes_are_over:
        return
    mode = amending.mode or Mode.TABLE_EN_BLOC
    decided = await Amendments(work).within(amending, DECIDED)
    acts = await acts_in(work, there.bill.id, amending.text_version)
    voted = {entry.key: entry for entry in voted_singly(decided, mode, acts)}
    adopted = [voted[key] for key in amending.adopted]
    chosen = compatible([*adopted, *standing_together(decided, mode)], acts)
    await lay_down(work, there, chosen, occasion)
    _settle_voted(amending, list(voted.values()), chosen, occasion)
    settle_text(amending, there.bill.text_version, occasion)


def _settle_voted(
    amending: Amending, voted: Sequence[Entry], chosen: Sequence[Entry], occasion: Occasion
) -> None:
    """What was voted on by itself is decided; the committee's wording waits for the reading."""
    votes = {key: put.vote_id for put in amending.put for key in put.items}
    in_text = {entry.amendment.number: entry.key for entry in chosen}
    for entry in voted:
        amendment, key = entry.amendment, in_text.get(entry.amendment.number)
        waits = key is not None and key not in votes
        vote_id = votes[key if key in votes else entry.key]
        if vote_id is not None and not waits and amendment.stage in DECIDED:
            settle(amendment, vote_id, occasion, adopted=key is not None)


async def settle_with_the_text(
    work: UnitOfWork, bill: Bill, vote_id: UUID, occasion: Occasion, *, adopted: bool
) -> None:
    """The Kurultai decided on the text, and so on the amendments that are in it and not in it."""
    left = await Amendments(work).at(bill.id, DECIDED)
    if not left:
        return
    made = await numbers_in_the_text(work, bill.id)
    for amendment in left:
        settle(amendment, vote_id, occasion, adopted=adopted and amendment.number in made)
