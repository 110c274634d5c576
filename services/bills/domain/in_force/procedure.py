"""The register of acts in force. Read the table; the rest serves it."""

from services.bills.domain.in_force.act import ActInForce, ActStage
from services.bills.domain.in_force.act import RegisterAct as A
from shared.kernel.actor import Role
from shared.kernel.occasion import Occasion
from shared.kernel.procedure import Procedure, Row, condition

NEW, ENTERED = ActStage.NEW, ActStage.ENTERED
CLERK = [Role.CLERK]
PUBLISHERS = [Role.PRESIDENT, Role.GOVERNMENT, Role.CLERK]
"""Whoever may publish: a law the first two, a resolution of the Kurultai its clerk."""

WORDING = "Law 480-V, art. 29(2)"
PUBLISHED = "Constitution 2026, art. 5(4)"


@condition(
    en="the act has no number yet",
    ru="у акта ещё нет номера",
    kk="актінің әлі нөмірі жоқ",
    provision="Law 480-V, art. 29(2)",
)
def no_number_yet(act: ActInForce, _: Occasion) -> bool:
    return act.number is None


# fmt: off
ACTS_IN_FORCE: Procedure[ActInForce] = Procedure(
    #   act              from     to       by          not until        under
    Row(A.ENTER,         NEW,     ENTERED, CLERK,      [],              WORDING),
    Row(A.ENTER_LAW,     NEW,     ENTERED, PUBLISHERS, [],              PUBLISHED),
    Row(A.NUMBER,        ENTERED, ENTERED, CLERK,      [no_number_yet], WORDING),
    Row(A.ENTER_EDITION, ENTERED, ENTERED, CLERK,      [],              WORDING),
)
# fmt: on
