"""The work on the amendments to each bill."""

from uuid import UUID

import sqlalchemy as sa

from services.bills.domain.amendments.amending import Amending, Outlook
from services.bills.domain.amendments.amending_acts import follow, open_
from services.bills.domain.amendments.stages import (
    DECIDED,
    UNDECIDED,
    AmendingStage,
    AmendmentStage,
)
from services.bills.domain.bill import AmendmentsSeen, Bill
from services.bills.domain.decisions import AMENDMENTS, purpose_of
from services.bills.domain.stages import Stage
from services.bills.store.tables.amendments import amendings, amendments
from shared.kernel.actor import Actor, Role
from shared.kernel.errors import NotFound
from shared.kernel.occasion import Occasion
from shared.kernel.rules import Rules
from shared.kernel.text import Text
from shared.store.cases import Cases
from shared.store.ids import new_id

TAKING = (AmendingStage.OPEN, AmendingStage.CLOSED)


class AmendingNotFound(NotFound):
    code = "amending-not-found"


NO_SUCH_AMENDING = Text(
    kk="{id} заң жобасына түзетулер берілмеген.",
    ru="К законопроекту {id} поправок нет.",
    en="The bill {id} has no amendments.",
)


class Amendings(Cases[Amending]):
    kind = Amending
    missing = AmendingNotFound
    no_such = NO_SUCH_AMENDING

    async def newest(self, bill_id: UUID) -> Amending | None:
        """The last work on amendments to the bill, if there was any."""
        query = sa.select(Amending).where(amendings.c.bill_id == bill_id)
        found = await self.all_of(query.order_by(amendings.c.id.desc()).limit(1))
        return found[0] if found else None

    async def of(self, bill: Bill, occasion: Occasion) -> Amending:
        """The work on amendments to the bill as it stands; begun if the Kurultai allowed it.

        Raises:
            NotNow: there is none yet, and the bill is not being amended.
        """
        newest = await self.newest(bill.id)
        amending = bill.stage is Stage.AMENDING
        if newest is None or (amending and newest.stage not in TAKING):
            newest = self._begun(bill, occasion)
        follow(newest, bill.text_version, occasion)
        newest.outlook = await self._outlook(bill, occasion.rules)
        return newest

    async def seen(self, bill: Bill, rules: Rules) -> Amending:
        """The newest work on amendments to the bill, to be looked at. Raises AmendingNotFound."""
        newest = await self.newest(bill.id)
        if newest is None:
            raise AmendingNotFound(NO_SUCH_AMENDING.filled(id=bill.id))
        newest.outlook = await self._outlook(bill, rules)
        return newest

    def _begun(self, bill: Bill, occasion: Occasion) -> Amending:
        amending = Amending(
            id=new_id(),
            bill_id=bill.id,
            reading=bill.next_reading,
            text_version=bill.text_version,
            outlook=Outlook(bill.stage, bill.lead_committee_id),
        )
        kurultai = Actor.body(Role.KURULTAI)
        open_(amending, Occasion(kurultai, occasion.at, occasion.rules))
        return self.add(amending)

    async def _outlook(self, bill: Bill, rules: Rules) -> Outlook:
        counts = await self.counts(bill.id)
        return Outlook(
            bill_stage=bill.stage,
            lead_committee_id=bill.lead_committee_id,
            undecided=sum(counts.get(stage, 0) for stage in UNDECIDED),
            purpose=purpose_of(bill, bill.next_reading, rules),
        )

    async def counts(
        self, bill_id: UUID, amending_id: UUID | None = None
    ) -> dict[AmendmentStage, int]:
        """How many amendments to the bill, or of one table, stand at each stage."""
        of = amendments.c.amending_id == amending_id if amending_id else sa.true()
        query = (
            sa.select(amendments.c.stage, sa.func.count())
            .where(amendments.c.bill_id == bill_id, of)
            .group_by(amendments.c.stage)
        )
        rows = await self._work.session.execute(query)
        return {stage: count for stage, count in rows}  # noqa: C416  rows are not pairs to dict()

    async def see(self, bill: Bill, rules: Rules) -> None:
        """Let the bill know how far its amendments are."""
        newest = await self.newest(bill.id)
        if newest is not None:
            counts = await self.counts(bill.id, newest.id)
            bill.amendments = _seen(bill, newest, counts, rules)


def _seen(
    bill: Bill, newest: Amending, counts: dict[AmendmentStage, int], rules: Rules
) -> AmendmentsSeen:
    waiting = sum(count for stage, count in counts.items() if stage in UNDECIDED)
    decided = sum(count for stage, count in counts.items() if stage in DECIDED)
    unmade = decided if newest.stage is AmendingStage.OPEN else 0
    asked = decided and purpose_of(bill, bill.next_reading, rules) == AMENDMENTS
    return AmendmentsSeen(
        undecided=waiting + unmade,
        voted=not asked or newest.stage is AmendingStage.SETTLED,
    )
