"""Delegates of leaders of factions. Read the table; the rest serves it."""

from services.voting.domain.conditions_of_speaking import FLOOR_OF_LEADERS
from services.voting.domain.delegation import Delegation, DelegationAct
from services.voting.domain.delegation import DelegationStage as D
from services.voting.domain.stages import SittingStage
from shared.kernel.actor import Role
from shared.kernel.actor import Role as R
from shared.kernel.occasion import Occasion
from shared.kernel.procedure import Procedure, Row, condition


@condition(
    en="whoever names the delegate leads the faction, or takes it back who does",
    ru="представителя назначает и отзывает руководитель фракции",
    kk="өкілді фракция жетекшісі тағайындайды және кері алады",
    provision=FLOOR_OF_LEADERS,
)
def leads_the_faction(delegation: Delegation, occasion: Occasion) -> bool:
    return occasion.by.holds(Role.FACTION_LEADER, delegation.faction_id)


@condition(
    en="the delegate is another deputy of the faction",
    ru="представитель — другой депутат этой фракции",
    kk="өкіл — сол фракцияның басқа депутаты",
    provision=FLOOR_OF_LEADERS,
)
def delegate_is_of_the_faction(delegation: Delegation, _: Occasion) -> bool:
    return delegation.of_the_faction and delegation.delegate_id != delegation.leader_id


@condition(
    en="the faction has no other delegate for the sitting",
    ru="у фракции нет другого представителя на этом заседании",
    kk="фракцияның бұл отырысқа басқа өкілі жоқ",
    provision=FLOOR_OF_LEADERS,
)
def no_other_delegate(delegation: Delegation, _: Occasion) -> bool:
    return not delegation.another_stands


@condition(
    en="the sitting is not over",
    ru="заседание не закончено",
    kk="отырыс аяқталған жоқ",
    provision="Constitution 2026, art. 58(5)",
)
def its_sitting_is_not_over(delegation: Delegation, _: Occasion) -> bool:
    return delegation.sitting_stage is not SittingStage.CLOSED


NAMING = [leads_the_faction, delegate_is_of_the_faction, no_other_delegate, its_sitting_is_not_over]

# fmt: off
DELEGATIONS: Procedure[Delegation] = Procedure(
    #   act                       from     to            by                  not until                                     under
    Row(DelegationAct.NAME,       D.NEW,   D.NAMED,      [R.FACTION_LEADER], NAMING,                                       FLOOR_OF_LEADERS),
    Row(DelegationAct.TAKE_BACK,  D.NAMED, D.TAKEN_BACK, [R.FACTION_LEADER], [leads_the_faction, its_sitting_is_not_over], FLOOR_OF_LEADERS),
)
# fmt: on
