"""How subscriptions and their deliveries are shown to their owner."""

from datetime import datetime
from typing import Self
from uuid import UUID

from pydantic import Field

from services.bills.domain.subscription import (
    DeliveryState,
    Interest,
    SubscriptionState,
    WhyDisabled,
)
from services.bills.store.deliveries import Row
from services.bills.store.subscriptions import Subscription
from shared.web.shapes import Shown
from shared.webhooks import Signer
from shared.webhooks.signing import as_given


class SubscriptionShown(Shown):
    """A subscription as it stands."""

    id: UUID
    target: str
    interest: Interest
    state: SubscriptionState = Field(description="Active once the receiver took the ping.")
    why_disabled: WhyDisabled | None
    generation: int = Field(description="Of its secret, from 1.")
    rotated_at: datetime | None
    made_at: datetime
    failing_since: datetime | None


class SubscriptionWithSecret(SubscriptionShown):
    """A subscription with its newest secret, which is shown this once."""

    secret: str = Field(description="For v1 signatures of Standard Webhooks; keep it.")

    @classmethod
    def of(cls, subscription: Subscription, signer: Signer) -> Self:
        name = f"{subscription.id} {subscription.generation}"
        shown = SubscriptionShown.model_validate(subscription)
        return cls(**shown.model_dump(), secret=as_given(signer.secret_of(name)))


class DeliveryShown(Shown):
    """A message of the subscription, and what came of it."""

    id: UUID
    message_id: str = Field(description="The webhook-id, the same each time it is sent.")
    event_id: UUID = Field(description="Of the fact; of a ping, its own.")
    is_ping: bool
    state: DeliveryState
    attempts: int
    next_at: datetime = Field(description="Of the next attempt, while it waits.")
    last_at: datetime | None
    last_status: int | None
    last_error: str | None

    @classmethod
    def of(cls, row: Row) -> Self:
        own = {name: getattr(row, name) for name in cls.model_fields if hasattr(row, name)}
        return cls(**own, message_id=f"msg_{row.id.hex}", is_ping=row.ping is not None)


class KeyShown(Shown):
    """With which everybody may check v1a signatures."""

    public_key: str = Field(description="Ed25519, as Standard Webhooks writes it: whpk_….")


class ReplayShown(Shown):
    replayed: int = Field(description="How many facts are sent again.")
