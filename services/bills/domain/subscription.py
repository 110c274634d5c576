"""Who wants to be told of which facts, and how patiently they are told."""

from datetime import timedelta
from enum import StrEnum
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from shared.contracts.bills import TELLS
from shared.kernel.errors import Invalid, NotFound, NotNow
from shared.kernel.text import Text

MOST_OF_ONE_PERSON = 20
FACTS = tuple(fact.type for fact in TELLS)
"""The kinds of facts that can be asked for."""

FIRST_PAUSE, LONGEST_PAUSE, GROWTH = timedelta(seconds=5), timedelta(hours=6), 3
GIVEN_UP_AFTER = timedelta(days=3)
"""Of one message, counted from when it was made, or asked for again."""
DISABLED_AFTER = timedelta(days=5)
"""Of a receiver that has taken nothing for so long, though there was something."""
OLD_SECRET_FOR = timedelta(hours=24)


class SubscriptionState(StrEnum):
    """`pending`: its receiver has not answered the ping yet. `disabled`: nothing is sent."""

    PENDING = "pending"
    ACTIVE = "active"
    DISABLED = "disabled"


class DeliveryState(StrEnum):
    WAITING = "waiting"
    TAKEN = "taken"
    GIVEN_UP = "given_up"


class WhyDisabled(StrEnum):
    GONE = "gone"
    FAILING = "failing"


class Interest(BaseModel):
    """Which facts: those of these bills, these lead committees and these kinds; all, where empty.

    A fact must fit each of the three. Which committee leads a bill is asked when the fact is told.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    bills: tuple[UUID, ...] = Field(default=(), max_length=100)
    committees: tuple[UUID, ...] = Field(default=(), max_length=100)
    facts: tuple[str, ...] = Field(
        default=(), max_length=100, description="Types, as `bills.law_signed.v1`."
    )


class SubscriptionNotFound(NotFound):
    code = "subscription-not-found"


class DeliveryNotFound(NotFound):
    code = "delivery-not-found"


class TooManySubscriptions(NotNow):
    code = "too-many-subscriptions"


class UnknownFact(Invalid):
    code = "unknown-fact"


NO_SUBSCRIPTION = Text(
    kk="{id} жазылымы жоқ.", ru="Подписки {id} нет.", en="There is no subscription {id}."
)
NO_DELIVERY = Text(
    kk="{id} жөнелтілімі жоқ.", ru="Доставки {id} нет.", en="There is no delivery {id}."
)
TOO_MANY = Text(
    kk="Бір адамға ең көбі {most} жазылым; біреуін өшіріңіз.",
    ru="У одного лица не больше {most} подписок; удалите одну из них.",
    en="One person has at most {most} subscriptions; delete one of them.",
)
NO_SUCH_FACT = Text(
    kk="{facts} деген факт жоқ.", ru="Фактов {facts} нет.", en="There are no facts {facts}."
)


def check_interest(interest: Interest) -> Interest:
    """Raises UnknownFact: it asks for what is never told."""
    if unknown := sorted({*interest.facts} - {*FACTS}):
        raise UnknownFact(NO_SUCH_FACT.filled(facts=", ".join(unknown)))
    return interest


def pause_after(attempts: int, chance: float) -> timedelta:
    """How long to wait after so many attempts that failed, at least one.

    Args:
        attempts: counted from 1.
        chance: from 0 up to 1: those who failed together do not come back together. It makes the
            pause up to a fifth shorter or longer.
    """
    longest = LONGEST_PAUSE / FIRST_PAUSE
    grown = FIRST_PAUSE * min(float(GROWTH) ** min(attempts - 1, 20), longest)
    return grown * (0.8 + 0.4 * chance)
