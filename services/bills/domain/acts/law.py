"""From the adopted law to its publication."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from services.bills.domain.bill import Bill
from services.bills.domain.procedure import PROCEDURE
from services.bills.domain.stages import Act
from shared.contracts.bills import (
    LawCountersigned,
    LawPublished,
    LawSentToPresident,
    LawSigned,
)
from shared.contracts.words import Bilingual
from shared.kernel.actor import Role
from shared.kernel.errors import Invalid
from shared.kernel.occasion import Occasion, day_of
from shared.kernel.text import Text


@dataclass(frozen=True, slots=True)
class Publication:
    """Where and when the law was officially published; its own day of effect, if it names one."""

    published_in: Bilingual
    published_at: datetime
    in_effect_on: date | None = None


class NotPublishedThen(Invalid):
    """A law is published after its signature and not in the future."""

    code = "not-published-then"


NOT_THEN = Text(
    kk="Заң қол қойылғаннан кейін және осы сәттен кешіктірілмей жарияланады; "
    "{at} болуы мүмкін емес.",
    ru="Закон публикуется после подписания и не позже этой минуты: {at} быть не может.",
    en="A law is published after its signature and not later than now: {at} cannot be.",
)


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
    """
    _refuse_impossible(publication, bill, occasion)
    PROCEDURE.take(bill, Act.PUBLISH, occasion)
    bill.published_in = publication.published_in
    bill.published_at = publication.published_at
    bill.in_effect_on = publication.in_effect_on or _effect(publication, occasion)
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


def _effect(publication: Publication, occasion: Occasion) -> date:
    """The day that begins when ten days after publication have run out (Law 480-V, art. 42(3))."""
    day = day_of(publication.published_at)
    return occasion.rules.term("in_effect").first_day_after(day)


def _refuse_impossible(publication: Publication, bill: Bill, occasion: Occasion) -> None:
    signed_at = bill.signed_at or occasion.at
    if not signed_at <= publication.published_at <= occasion.at:
        at = publication.published_at.isoformat()
        raise NotPublishedThen(NOT_THEN.filled(at=at), provision="Constitution 2026, art. 5(4)")
