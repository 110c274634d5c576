"""Deputies sign a draft and take their signatures back; a change of the draft ends them."""

from typing import cast
from uuid import UUID

from services.bills.domain.bill import Bill
from services.bills.domain.procedure import PROCEDURE
from services.bills.domain.signatures import Ending, Signature, without
from services.bills.domain.signing import deputies_for
from services.bills.domain.stages import Act
from shared.contracts.cosigning import BillSignaturesEnded, BillSignatureTakenBack, BillSigned
from shared.contracts.words import Bilingual
from shared.kernel.occasion import Occasion


def sign_draft(bill: Bill, name: Bilingual | None, occasion: Occasion) -> None:
    """A deputy signs the draft, in exactly these words, and is one of its co-initiators.

    Raises:
        NotNow: it is no draft of deputies, or the deputy is its initiator or has signed it.
        NotEntitled: only deputies sign.
    """
    PROCEDURE.take(bill, Act.SIGN_DRAFT, occasion)
    signature = _signature(bill, name, occasion)
    bill.signatures = (*bill.signatures, signature)
    bill.record(
        BillSigned(
            at=occasion.at,
            bill_id=bill.id,
            person_id=signature.person_id,
            text_version=signature.text_version,
            digests=signature.digests,
            deputies=deputies_for(bill),
        )
    )


def take_signature_back(bill: Bill, occasion: Occasion) -> None:
    """A deputy is no longer for it. Raises NotNow without a signature, or once introduced."""
    PROCEDURE.take(bill, Act.TAKE_SIGNATURE_BACK, occasion)
    person_id = _signer(occasion)
    bill.signatures = without(
        bill.signatures, frozenset({person_id}), Ending.TAKEN_BACK, occasion.at
    )
    bill.record(
        BillSignatureTakenBack(
            at=occasion.at, bill_id=bill.id, person_id=person_id, deputies=deputies_for(bill)
        )
    )


def end_signatures(bill: Bill, occasion: Occasion) -> None:
    """Whoever signed other words than those of the draft now has not signed it."""
    words = (bill.title, bill.digests)
    changed = [each for each in bill.co_initiators if (each.title, each.digests) != words]
    if changed:
        people = tuple(each.person_id for each in changed)
        why, at = Ending.DRAFT_CHANGED, occasion.at
        bill.signatures = without(bill.signatures, frozenset(people), why, at)
        bill.record(BillSignaturesEnded(at=at, bill_id=bill.id, people=people))


def _signature(bill: Bill, name: Bilingual | None, occasion: Occasion) -> Signature:
    return Signature(
        person_id=_signer(occasion),
        name=name,
        at=occasion.at,
        title=bill.title,
        text_version=bill.text_version,
        digests=bill.digests,
    )


def _signer(occasion: Occasion) -> UUID:
    """The table has seen to it that a person acts."""
    return cast("UUID", occasion.by.person_id)
