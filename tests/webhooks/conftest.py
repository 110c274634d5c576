"""Subscriptions of the bills service, and a receiver that is told."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from services.bills.actions.deliver_webhooks import Post, deliver_some
from services.bills.store.tables import deliveries, subscriptions
from shared.webhooks import Poster
from tests.bills.builders import DEPUTY
from tests.bills.conftest import signature_of
from tests.bills.test_routes import DRAFT_OF_LITTLE
from tests.documents import conftest as with_documents
from tests.webhooks.receiver import Receiver, receiving

app, broker, desk, http = (
    with_documents.app,
    with_documents.broker,
    with_documents.desk,
    with_documents.http,
)
on_file, signed, urls = with_documents.on_file, with_documents.signed, with_documents.urls
plain_settings = with_documents.settings

SECRET = "a secret of the tests, and of nothing else"  # noqa: S105 no secret


@pytest.fixture
def settings(broker):
    own = with_documents.a_service.SETTINGS
    more = {"secret": SECRET, "webhooks_to_loopback": True, "nats_url": broker.url("bills")}
    return type(own)(**own.model_dump() | more)


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    async with receiving() as receiver:
        yield receiver


@asynccontextmanager
async def posting(app, desk, *, patience_s=10.0) -> AsyncIterator[Post]:
    kept = app.state.post
    async with Poster(to_loopback=True, patience_s=patience_s) as poster:
        yield Post(desk, kept.keyring, kept.signer, poster)


@pytest.fixture
async def post(app, desk) -> AsyncIterator[Post]:
    async with posting(app, desk) as post:
        yield post


@pytest.fixture
def deliver(post):
    """All that is due now, until nothing is."""

    async def until_quiet():
        for _ in range(50):
            if not await deliver_some(post):
                return

    return until_quiet


class House:
    """A client who subscribes, and what happens to bills."""

    def __init__(self, http, desk, receiver, deliver):
        self.http, self.desk, self.receiver, self.deliver = http, desk, receiver, deliver

    async def post(self, path, by=DEPUTY, **given):
        headers = signature_of(by) | {"accept-language": "en"}
        return await self.http.post(path, json=given or None, headers=headers)

    async def get(self, path, by=DEPUTY):
        return (await self.http.get(path, headers=signature_of(by))).json()

    async def subscribed(self, by=DEPUTY, **interest):
        """An active subscription; its ping is taken, and forgotten."""
        answer = await self.post("/subscriptions", by, target=self.receiver.url, interest=interest)
        assert answer.status_code == 201, answer.text
        await self.deliver()
        self.receiver.sent.clear()
        return answer.json()

    async def a_fact(self, by=DEPUTY):
        """The bill that was drafted."""
        answer = await self.post("/bills", by, **DRAFT_OF_LITTLE)
        assert answer.status_code == 201, answer.text
        return answer.json()

    async def deliveries_of(self, subscription, *, pings=False):
        shown = await self.get(f"/subscriptions/{subscription['id']}/deliveries")
        return [each for each in shown if pings or not each["is_ping"]]

    async def make_due(self, **values):
        """As if the time of waiting were over."""
        now = datetime.now(UTC) - timedelta(seconds=1)
        async with self.desk.work() as work:
            await work.session.execute(sa.update(deliveries).values(next_at=now, **values))
            await work.session.execute(sa.update(subscriptions).values(busy_until=None))


@pytest.fixture
def house(http, desk, receiver, deliver) -> House:
    return House(http, desk, receiver, deliver)
