"""Why an element is to be changed: the last column of the comparison table."""

from enum import StrEnum

from services.bills.domain.bill import INITIATORS, Bill
from services.bills.domain.conditions import acts_for_the_initiator
from services.bills.domain.relating import IN_WORK
from services.bills.domain.stages import Stage
from shared.kernel.actor import Role
from shared.kernel.errors import Invalid
from shared.kernel.occasion import Occasion
from shared.kernel.procedure import Procedure, Row, condition
from shared.kernel.text import Text


class Reasoning(StrEnum):
    GIVE_REASON = "give_reason"


@condition(
    en="the one who acts does so for the clerk of the Kurultai or for the lead committee",
    ru="действует Аппарат Курултая или головной комитет",
    kk="әрекетті Құрылтай Аппараты немесе бас комитет жасайды",
    provision="Law 480-V, art. 29(2)",
)
def acts_for_the_lead_committee(bill: Bill, occasion: Occasion) -> bool:
    lead = bill.lead_committee_id
    of_committee = lead is not None and any(
        occasion.by.holds(role, lead) for role in (Role.COMMITTEE_CHAIR, Role.COMMITTEE_SECRETARY)
    )
    return of_committee or occasion.by.holds(Role.CLERK)


LATER = (Role.CLERK, Role.COMMITTEE_CHAIR, Role.COMMITTEE_SECRETARY)
REASONS = "Law 480-V, art. 29(2)"
GIVE = Reasoning.GIVE_REASON

# fmt: off
REASONING: Procedure[Bill] = Procedure(
    Row(GIVE, Stage.DRAFT, Stage.DRAFT, INITIATORS, [acts_for_the_initiator], REASONS),
  *(Row(GIVE, stage, stage, LATER, [acts_for_the_lead_committee], REASONS) for stage in IN_WORK),
)
# fmt: on


class NoSuchElement(Invalid):
    """A reason is given for an element that one of the two texts has."""

    code = "no-such-element"


NO_ELEMENT = Text(
    kk="Салыстырылатын мәтіндердің ешқайсысында «{address}» элементі жоқ.",
    ru="Ни в одном из сравниваемых текстов нет элемента «{address}».",
    en="Neither of the texts compared has an element “{address}”.",
)


def give_reason(bill: Bill, address: str, known: frozenset[str], occasion: Occasion) -> None:
    """Judge who gives a reason, and for what.

    It stands beside the bill, as the table does: the case itself and its version do not change.

    Raises:
        NotNow, NotEntitled: as the table has it.
        NoSuchElement: neither text has it.
    """
    REASONING.decide(bill, Reasoning.GIVE_REASON, occasion)
    if address not in known:
        raise NoSuchElement(NO_ELEMENT.filled(address=address))
