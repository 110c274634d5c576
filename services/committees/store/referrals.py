"""The referrals on file."""

from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB

from services.committees.domain.referral import Prospect, Referral
from services.committees.domain.stages import ReferralStage
from services.committees.store.tables import known_bills, offices, referrals
from shared.kernel.actor import Role
from shared.kernel.errors import NotFound
from shared.kernel.text import Text
from shared.store.cases import Cases


class ReferralNotFound(NotFound):
    code = "referral-not-found"


NO_LEAD = Text(
    kk="{id} заң жобасының бас комитеті жоқ.",
    ru="У законопроекта {id} нет головного комитета.",
    en="The bill {id} has no lead committee.",
)


class Referrals(Cases[Referral]):
    kind = Referral
    missing = ReferralNotFound
    no_such = Text(
        kk="{id} заң жобасын комитетке беру жазбасы жоқ.",
        ru="Передачи законопроекта в комитет {id} нет.",
        en="There is no referral {id}.",
    )

    async def held(self, referral_id: UUID) -> Referral:
        """The referral, nobody else's until this work ends: who comes second waits.

        Raises ReferralNotFound, or Stale.
        """
        query = sa.select(Referral).where(referrals.c.id == referral_id)
        await self._work.session.execute(query.with_for_update())
        return await self.get(referral_id)

    async def of_bill(self, bill_id: UUID) -> list[Referral]:
        """The referral of a bill: one, or none as long as the bill has no lead committee."""
        return await self.all_of(sa.select(Referral).where(referrals.c.bill_id == bill_id))

    async def resting_on(self, vote_id: UUID) -> list[Referral]:
        """Those of which a decision, or a conclusion, names the vote."""
        named = {"vote_id": str(vote_id)}
        concluded = sa.cast([{"decision": named}], JSONB)
        query = sa.select(Referral).where(
            referrals.c.stage.in_((ReferralStage.IN_WORK, ReferralStage.CONCLUDED)),
            sa.or_(
                sa.type_coerce(referrals.c.decision, JSONB).op("@>")(sa.cast(named, JSONB)),
                sa.type_coerce(referrals.c.conclusions, JSONB).op("@>")(concluded),
            ),
        )
        return await self.all_of(query)

    async def lead_of(self, bill_id: UUID) -> Referral:
        """The referral of a bill that has its lead committee. Raises ReferralNotFound."""
        for referral in await self.of_bill(bill_id):
            return referral
        raise ReferralNotFound(NO_LEAD.filled(id=bill_id))

    async def prospect_of(self, referral: Referral) -> Prospect:
        """What the referral depends on, in one question."""
        bill, committee = referral.bill_id, referral.committee_id
        query = sa.select(
            sa.exists().where(known_bills.c.bill_id == bill, known_bills.c.is_open),
            sa.exists().where(
                offices.c.body_id == committee,
                offices.c.role == Role.COMMITTEE_CHAIR,
                offices.c.until.is_(None),
            ),
            sa.exists().where(referrals.c.bill_id == bill),
        )
        row = (await self._work.session.execute(query)).one()
        return Prospect(*row)
