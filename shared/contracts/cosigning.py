"""What the bills service tells the others of deputies who act together, each in person."""

from typing import ClassVar
from uuid import UUID

from shared.contracts.amendments import AmendmentFact
from shared.contracts.bills import BillFact
from shared.contracts.words import Digests


class BillSigned(BillFact):
    """A deputy signed the draft in person; `deputies` are for it now, its initiator counted."""

    type: ClassVar[str] = "bills.bill_signed.v1"

    person_id: UUID
    text_version: int
    digests: Digests
    deputies: int


class BillSignatureTakenBack(BillFact):
    """A deputy took the signature under the draft back."""

    type: ClassVar[str] = "bills.bill_signature_taken_back.v1"

    person_id: UUID
    deputies: int


class BillSignaturesEnded(BillFact):
    """The draft was changed: the signatures of these deputies, who signed other words, ended."""

    type: ClassVar[str] = "bills.bill_signatures_ended.v1"

    people: tuple[UUID, ...]


class AmendmentSigned(AmendmentFact):
    """A deputy whom the author invited signed the amendment in person, and is a co-author now."""

    type: ClassVar[str] = "bills.amendment_signed.v1"

    person_id: UUID


TELLS = (BillSigned, BillSignatureTakenBack, BillSignaturesEnded, AmendmentSigned)
