"""What the Kurultai may be asked to make, and what it may not."""

from enum import StrEnum

from shared.contracts.bills import BillKind
from shared.kernel.errors import Invalid
from shared.kernel.text import Text


class ProposedKind(StrEnum):
    """What someone may wish a bill to become."""

    LAW = "law"
    CONSTITUTIONAL_LAW = "constitutional_law"
    CODE = "code"
    AMENDING_LAW = "amending_law"
    BUDGET = "budget"
    TREATY_RATIFICATION = "treaty_ratification"
    RESOLUTION = "resolution"
    CONSTITUTIONAL_AMENDMENT = "constitutional_amendment"


class ConstitutionalAmendment(Invalid):
    """The Constitution is amended by referendum; no bill does it."""

    code = "constitutional-amendment"


BY_REFERENDUM = Text(
    kk="Конституцияға өзгерістер мен толықтырулар тек республикалық референдумда енгізіледі; "
    "Құрылтай оларды заң жобасы ретінде қарамайды.",
    ru="Изменения и дополнения в Конституцию вносятся только республиканским референдумом; "
    "как законопроект Курултай их не рассматривает.",
    en="The Constitution is amended only by a nationwide referendum; "
    "the Kurultai does not consider amendments to it as a bill.",
)


def kind_of(proposed: ProposedKind) -> BillKind:
    """The kind of bill. Raises ConstitutionalAmendment for what only a referendum may do."""
    if proposed is ProposedKind.CONSTITUTIONAL_AMENDMENT:
        raise ConstitutionalAmendment(BY_REFERENDUM, provision="Constitution 2026, art. 92(1)")
    return BillKind(proposed)
