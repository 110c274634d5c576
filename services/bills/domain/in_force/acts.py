"""What is done in the register of acts in force, and the facts that tell of it."""

from datetime import date
from uuid import UUID

from services.bills.domain.bill import Bill
from services.bills.domain.in_force.act import ActInForce, Edition, RegisterAct
from services.bills.domain.in_force.procedure import ACTS_IN_FORCE
from shared.contracts.acts import ActEntered, ActNumbered, EditionEntered
from shared.contracts.words import Bilingual
from shared.kernel.occasion import Occasion, day_of


def enter(act: ActInForce, edition: Edition, occasion: Occasion) -> None:
    """The clerk enters an act with the edition in force."""
    ACTS_IN_FORCE.take(act, RegisterAct.ENTER, occasion)
    _tell_entered(act, edition, occasion)


def new_act(
    act_id: UUID, number: str, title: Bilingual, adopted_on: date, edition: Edition
) -> ActInForce:
    return ActInForce(
        id=act_id,
        number=number,
        title=title,
        adopted_on=adopted_on,
        digests=edition.texts.digests,
        stands_from=edition.stands_from,
    )


def enter_published(act_id: UUID, bill: Bill, edition: Edition, occasion: Occasion) -> ActInForce:
    """A law that is published is an act, its final texts are the first edition."""
    act = ActInForce(
        id=act_id,
        number=None,
        title=bill.title,
        adopted_on=day_of(bill.adopted_at or occasion.at),
        digests=edition.texts.digests,
        stands_from=edition.stands_from,
        bill_id=bill.id,
    )
    ACTS_IN_FORCE.take(act, RegisterAct.ENTER_LAW, occasion)
    _tell_entered(act, edition, occasion)
    return act


def number(act: ActInForce, given: str, occasion: Occasion) -> None:
    """The act's number becomes known. Raises NotNow if it has one."""
    ACTS_IN_FORCE.take(act, RegisterAct.NUMBER, occasion)
    act.number = given
    act.record(ActNumbered(at=occasion.at, act_id=act.id, number=given))


def enter_edition(act: ActInForce, edition: Edition, occasion: Occasion) -> None:
    """The clerk enters the next edition; the earlier ones stay."""
    ACTS_IN_FORCE.take(act, RegisterAct.ENTER_EDITION, occasion)
    _lay_down(act, edition, occasion)


def _tell_entered(act: ActInForce, edition: Edition, occasion: Occasion) -> None:
    act.record(
        ActEntered(
            at=occasion.at,
            act_id=act.id,
            number=act.number,
            title=act.title,
            adopted_on=act.adopted_on,
            bill_id=act.bill_id,
        )
    )
    _lay_down(act, edition, occasion)


def _lay_down(act: ActInForce, edition: Edition, occasion: Occasion) -> None:
    act.lay_down(edition)
    act.record(
        EditionEntered(
            at=occasion.at,
            act_id=act.id,
            edition=act.edition,
            stands_from=edition.stands_from,
            source=edition.source,
            digests=act.digests,
        )
    )
