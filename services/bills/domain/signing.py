"""Deputies sign a draft, each in person: the rows of the table, and what must be so first.

What the law says of it is recalled: a deputy introduces a bill alone, or several do together.
"""

from services.bills.domain.bill import Bill
from services.bills.domain.stages import Act, Stage
from shared.kernel.actor import Role
from shared.kernel.occasion import Occasion
from shared.kernel.procedure import Row, condition

TOGETHER = "rules profile: initiative.deputies_min (recalled)"


@condition(
    en="the bill is one of deputies",
    ru="законопроект — депутатский",
    kk="заң жобасы депутаттардың бастамасы болып табылады",
    provision="Constitution 2026, art. 60(1)",
)
def is_the_deputies(bill: Bill, _: Occasion) -> bool:
    return bill.initiator is Role.DEPUTY


@condition(
    en="a deputy signs in person",
    ru="депутат подписывает лично",
    kk="депутат жеке өзі қол қояды",
    provision=TOGETHER,
)
def signs_in_person(_: Bill, occasion: Occasion) -> bool:
    return occasion.by.person_id is not None


@condition(
    en="the initiator, who is for the bill already, does not sign it again",
    ru="инициатор, который и так за законопроект, не подписывает его ещё раз",
    kk="заң жобасын онсыз да жақтайтын бастамашы оған қайта қол қоймайды",
    provision=TOGETHER,
)
def is_not_the_initiator(bill: Bill, occasion: Occasion) -> bool:
    return occasion.by.person_id != bill.initiator_id


@condition(
    en="the deputy has not signed this draft yet",
    ru="депутат ещё не подписал этот проект",
    kk="депутат бұл жобаға әлі қол қоймаған",
    provision=TOGETHER,
)
def has_not_signed(bill: Bill, occasion: Occasion) -> bool:
    return not has_signed.holds(bill, occasion)


@condition(
    en="the signature of the deputy stands under this draft",
    ru="под этим проектом стоит подпись депутата",
    kk="бұл жобаның астында депутаттың қолы тұр",
    provision=TOGETHER,
)
def has_signed(bill: Bill, occasion: Occasion) -> bool:
    return occasion.by.person_id in {signature.person_id for signature in bill.co_initiators}


@condition(
    en="as many deputies as the rules ask for are for it: its initiator and those who signed the "
    "draft as it stands and still hold their mandates",
    ru="за законопроект столько депутатов, сколько требуют правила: инициатор и те, кто подписал "
    "проект в нынешнем виде и сохраняет мандат",
    kk="заң жобасын ережеде талап етілгендей депутат қолдайды: бастамашы және жобаның қазіргі "
    "нұсқасына қол қойған әрі мандатын сақтаған депутаттар",
    provision=TOGETHER,
)
def enough_deputies_are_for_it(bill: Bill, occasion: Occasion) -> bool:
    asked = bill.initiator is Role.DEPUTY
    return not asked or deputies_for(bill) >= occasion.rules.number("initiative.deputies_min")


def deputies_for(bill: Bill) -> int:
    """How many deputies are for the draft in its present words, its initiator counted."""
    words = (bill.title, bill.digests)
    signed = {each.person_id for each in bill.co_initiators if (each.title, each.digests) == words}
    return 1 + len(signed - bill.no_longer_deputies)


BEFORE = [is_the_deputies, signs_in_person, is_not_the_initiator, has_not_signed]
BY, UNDER = [Role.DEPUTY], f"Constitution 2026, art. 60(1); {TOGETHER}"

# fmt: off
SIGNING: tuple[Row[Bill], ...] = (
    Row(Act.SIGN_DRAFT,          Stage.DRAFT, Stage.DRAFT, BY, BEFORE,       UNDER),
    Row(Act.TAKE_SIGNATURE_BACK, Stage.DRAFT, Stage.DRAFT, BY, [has_signed], UNDER),
)
"""By each deputy alone, as long as the bill is a draft."""
# fmt: on
