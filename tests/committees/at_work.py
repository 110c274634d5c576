"""A bill before two committees, through the service's own routes."""

import asyncio
from uuid import UUID, uuid4

import pytest
import sqlalchemy as sa

from services.committees.store.tables import kept
from tests.a_service import signed
from tests.committees import facts
from tests.committees.chamber import Refused


async def at_once(http, path, bodies, *, warm):
    """The statuses of requests sent together, each by another person.

    A new connection takes as long as a request: without open ones nobody would race.
    """
    for _ in range(2):
        await asyncio.gather(*(http.get(warm) for _ in range(3 * len(bodies))))
    asked = (http.post(path, json=body, headers=signed(by)) for by, body in bodies.items())
    return [answer.status_code for answer in await asyncio.gather(*asked)]


async def told(work, kind):
    outbox = kept.outbox.c
    query = sa.select(outbox.body).where(outbox.type == f"committees.{kind}.v1")
    return list(await work.session.scalars(query.order_by(outbox.place)))


class Work:
    """A bill before two committees, with who is who in them."""

    def __init__(self, chamber, hear):
        self.chamber, self.hear = chamber, hear

    async def begin(self):
        self.lead, self.other = [await self.chamber.committee(n) for n in (1, 2)]
        self.leader, self.other_chair = [await self._chaired(c) for c in (self.lead, self.other)]
        self.member = await self.join(self.lead)
        self.stranger = await self.chamber.of_the_majority()
        self.clerk = uuid4()
        await self.chamber.office(self.clerk, "clerk")
        self.bill = uuid4()
        await self.hear(facts.admitted(self.bill))
        return self

    async def _chaired(self, committee_id):
        person_id = await self.chamber.of_the_majority()
        candidacy = await self.chamber.nominate(committee_id, person_id)
        await self.hear(facts.a_result(UUID(candidacy["id"])))
        return person_id

    async def join(self, body_id):
        person_id = await self.chamber.of_the_majority()
        member = {"person_id": str(person_id)}
        await self.chamber.post(f"/bodies/{body_id}/members", member)
        return person_id

    async def refer(self, **but):
        body = {"bill_id": str(self.bill), "committee_id": self.lead} | but
        self.referral = await self.chamber.post("/referrals", body, by=self.chamber.chair)
        self.path = f"/referrals/{self.referral['id']}"
        return self.referral

    async def act(self, act, body, by):
        return await self.chamber.post(f"{self.path}/{act}", body, by=by)

    async def refused(self, act, body, by):
        with pytest.raises(Refused) as refused:
            await self.act(act, body, by)
        return refused.value

    async def plan(self, body, by, etag):
        headers = signed(by) | ({"If-Match": etag} if etag else {})
        return await self.chamber.http.put(f"{self.path}/plan", json=body, headers=headers)
