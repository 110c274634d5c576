"""From the adopted law to its publication."""

from uuid import UUID

from services.bills.domain.bill import Bill
from services.bills.domain.procedure import PROCEDURE
from services.bills.domain.publication import Publication, effect_of, refuse_impossible
from services.bills.domain.stages import Act
from shared.contracts.bills import (
    LawCountersigned,
    LawPublished,
    LawSentToPresident,
    LawSigned,
)
from shared.kernel.actor import Role
from shared.kernel.occasion import Occasion


def countersign_as_chair(bill: Bill, occasion: Occasion) -> None:
    """The Chair of the Kurultai countersigns. Raises NotNow the second time."""
    PROCEDURE.take(bill, Act.COUNTERSIGN_AS_CHAIR, occasion)
    _countersign(bill, Role.CHAIR, occasion)


def countersign_as_prime_minister(bill: Bill, occasion: Occasion) -> None:
    """The Prime Minister countersigns. Raises NotNow the second time."""
    PROCEDURE.take(bill, Act.COUNTERSIGN_AS_PRIME_MINISTER, occasion)
    _countersign(bill, Role.PRIME_MINISTER, occasion)


def send_to_president(bill: Bill, occasion: Occasion) -> None:
    """The law goes to the President, whose month runs from this day.

    Raises:
        NotNow: a countersignature is missing.
    """
    PROCEDURE.take(bill, Act.SEND_TO_PRESIDENT, occasion)
    bill.sent_at = occasion.at
    bill.stops, bill.court_request = (), frozenset()
    bill.signature_due = occasion.rules.term("president_term").last_day(occasion.day)
    bill.record(
        LawSentToPresident(
            at=occasion.at,
            bill_id=bill.id,
            digests=bill.digests,
            signature_due=bill.signature_due,
        )
    )


def sign(bill: Bill, occasion: Occasion) -> None:
    """The President signs the law.

    Raises:
        NotNow: the law is not with the President.
        NotEntitled: only the President signs.
    """
    PROCEDURE.take(bill, Act.SIGN, occasion)
    bill.signed_at = occasion.at
    bill.record(LawSigned(at=occasion.at, bill_id=bill.id, person_id=_signer(occasion)))


def publish(bill: Bill, publication: Publication, occasion: Occasion) -> None:
    """The law is officially published, and its day of introduction into effect is known.

    Raises:
        NotNow: the law is not signed.
        NotPublishedThen: the instant given lies before the signature, or in the future.
        TooEarlyInEffect: new duties would bind before sixty days have passed.
    """
    refuse_impossible(publication, bill, occasion)
    PROCEDURE.take(bill, Act.PUBLISH, occasion)
    bill.published_in = publication.published_in
    bill.published_at = publication.published_at
    bill.in_effect_on = effect_of(bill, publication, occasion)
    bill.parts_in_effect = publication.parts
    bill.remark(Act.PUBLISH, occasion.at, publication.published_in)
    bill.record(
        LawPublished(
            at=occasion.at,
            bill_id=bill.id,
            number=str(bill.number),
            published_in=publication.published_in,
            published_at=publication.published_at,
            in_effect_on=bill.in_effect_on,
        )
    )


def _countersign(bill: Bill, role: Role, occasion: Occasion) -> None:
    bill.countersigned_by |= {role}
    bill.record(
        LawCountersigned(at=occasion.at, bill_id=bill.id, by=role, person_id=_signer(occasion))
    )


def _signer(occasion: Occasion) -> UUID:
    """Who signs: a person in office, never a body."""
    if occasion.by.person_id is None:
        message = "a law is signed by a person"
        raise ValueError(message)
    return occasion.by.person_id
