"""What a bill has to do with acts in force and with other bills, and who says so."""

from dataclasses import dataclass
from uuid import UUID

from services.bills.domain.bill import INITIATORS, Bill
from services.bills.domain.conditions import acts_for_the_initiator
from services.bills.domain.stages import Act, Stage
from shared.contracts.acts import RelationKind
from shared.kernel.actor import Role
from shared.kernel.errors import Invalid
from shared.kernel.procedure import Row
from shared.kernel.text import Text

BEFORE_REGISTRATION = (Stage.DRAFT, Stage.SUBMITTED)
IN_WORK = (
    Stage.REGISTERED,
    Stage.ADMITTED,
    Stage.IN_COMMITTEE,
    Stage.SCHEDULED,
    Stage.AMENDING,
    Stage.FINAL_EDIT,
)
AMENDED = "Law 480-V, art. 29(2)"

SAID = (Act.RELATE, Act.UNRELATE)
INITIATOR, CLERK = [acts_for_the_initiator], [Role.CLERK]

# fmt: off
RELATING: tuple[Row[Bill], ...] = (
  *(Row(act, at, at, INITIATORS, INITIATOR, AMENDED) for act in SAID for at in BEFORE_REGISTRATION),
  *(Row[Bill](act, at, at, CLERK, [],       AMENDED) for act in SAID for at in IN_WORK),
)
"""By the initiator before the bill is registered, by the clerk afterwards."""
# fmt: on


@dataclass(frozen=True, slots=True)
class Relation:
    """What a bill is to another bill; or to an act in force, for `amends_act`."""

    kind: RelationKind
    to_id: UUID


class RelatedToItself(Invalid):
    """A bill is nothing to itself."""

    code = "related-to-itself"


TO_ITSELF = Text(
    kk="Заң жобасы өзімен байланысты бола алмайды.",
    ru="Законопроект не может быть связан сам с собой.",
    en="A bill cannot be related to itself.",
)
