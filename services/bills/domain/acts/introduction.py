"""From the first draft to the bill that may go to a committee."""

from uuid import UUID

from services.bills.domain.acts.signing import end_signatures
from services.bills.domain.bill import INITIATORS, Bill, Proposal
from services.bills.domain.kinds import ProposedKind, kind_of
from services.bills.domain.procedure import PROCEDURE
from services.bills.domain.stages import Act
from shared.contracts.bills import (
    BillAdmitted,
    BillDrafted,
    BillIntroduced,
    BillRegistered,
    BillReturned,
    BillRevised,
    BillWithdrawn,
    GovernmentConcluded,
)
from shared.contracts.words import Bilingual
from shared.kernel.actor import Actor, Role
from shared.kernel.occasion import Occasion


def draft(bill_id: UUID, kind: ProposedKind, proposal: Proposal, occasion: Occasion) -> Bill:
    """Open a bill; it is not yet before the Kurultai.

    Raises:
        ConstitutionalAmendment: the Kurultai does not adopt those.
        NotEntitled: the actor has no right of legislative initiative.
    """
    bill = Bill(
        id=bill_id,
        kind=kind_of(kind),
        initiator=_capacity_of(occasion.by),
        initiator_id=occasion.by.person_id,
        title=proposal.title,
        digests=proposal.texts.digests,
        in_both_languages=proposal.texts.in_both_languages,
    )
    PROCEDURE.take(bill, Act.DRAFT, occasion)
    bill.take_over(proposal)
    bill.record(
        BillDrafted(
            at=occasion.at,
            bill_id=bill.id,
            kind=bill.kind,
            initiator=bill.initiator,
            title=bill.title,
            digests=bill.digests,
        )
    )
    return bill


def revise(bill: Bill, proposal: Proposal, occasion: Occasion) -> None:
    """Change the draft; signatures under other words than the new ones end.

    Raises:
        NotNow: it is introduced, or another's.
    """
    PROCEDURE.take(bill, Act.REVISE, occasion)
    bill.take_over(proposal)
    bill.record(
        BillRevised(at=occasion.at, bill_id=bill.id, title=bill.title, digests=bill.digests)
    )
    end_signatures(bill, occasion)


def introduce(bill: Bill, occasion: Occasion) -> None:
    """Introduce the bill into the Kurultai. Raises NotNow naming all that its package lacks."""
    PROCEDURE.take(bill, Act.INTRODUCE, occasion)
    bill.record(
        BillIntroduced(
            at=occasion.at,
            bill_id=bill.id,
            kind=bill.kind,
            initiator=bill.initiator,
            title=bill.title,
            digests=bill.digests,
        )
    )


def return_incomplete(bill: Bill, reason: Bilingual, occasion: Occasion) -> None:
    """Give the bill back to its initiator, who may complete it and introduce it again."""
    PROCEDURE.take(bill, Act.RETURN_INCOMPLETE, occasion)
    bill.remark(Act.RETURN_INCOMPLETE, occasion.at, reason)
    bill.record(BillReturned(at=occasion.at, bill_id=bill.id, reason=reason))


def register(bill: Bill, number: str, occasion: Occasion) -> None:
    """Enter the bill in the register under its number."""
    PROCEDURE.take(bill, Act.REGISTER, occasion)
    bill.number = number
    bill.record(
        BillRegistered(
            at=occasion.at, bill_id=bill.id, number=number, kind=bill.kind, title=bill.title
        )
    )


def conclude(bill: Bill, *, positive: bool, reason: Bilingual, occasion: Occasion) -> None:
    """The Government concludes on a bill that touches the budget; a negative conclusion ends it."""
    act = Act.NOTE_GOVERNMENT_CONCLUSION if positive else Act.DECLINE
    PROCEDURE.take(bill, act, occasion)
    bill.money_conclusion = positive
    bill.remark(act, occasion.at, reason)
    bill.record(GovernmentConcluded(at=occasion.at, bill_id=bill.id, positive=positive))


def admit(bill: Bill, occasion: Occasion) -> None:
    """Admit the bill to consideration. Raises NotNow without the Government's conclusion."""
    PROCEDURE.take(bill, Act.ADMIT, occasion)
    number = str(bill.number)
    bill.record(BillAdmitted(at=occasion.at, bill_id=bill.id, number=number, title=bill.title))


def withdraw(bill: Bill, reason: Bilingual, occasion: Occasion) -> None:
    """The initiator takes the bill back; whatever was asked of others about it lapses."""
    PROCEDURE.take(bill, Act.WITHDRAW, occasion)
    bill.remark(Act.WITHDRAW, occasion.at, reason)
    bill.record(BillWithdrawn(at=occasion.at, bill_id=bill.id, reason=reason.kk))


def _capacity_of(actor: Actor) -> Role:
    """In which capacity the actor opens a draft; the table refuses those who hold none."""
    return next((role for role in INITIATORS if actor.holds(role)), Role.DEPUTY)
