"""Under which rules, calendars on file and table of terms the deadlines of a bill were reckoned."""

from hashlib import sha256
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from services.bills.domain.terms_on_paper import page
from services.bills.store.tables import bills, kept, reckonings
from shared.kernel.rules import Profile
from shared.rules.working_days import calendars_of
from shared.store.unit_of_work import UnitOfWork

MOST_AT_ONCE = 100
FIRST = UUID(int=0)


def token_of(profile: Profile) -> str:
    """The SHA-256 of all that deadlines depend on beside the acts: another one, reckon anew."""
    years = sorted(calendars_of(profile).years.items())
    words = (profile.model_dump_json(), *(y.model_dump_json() for _, y in years), page())
    return sha256("\n".join(words).encode()).hexdigest()


async def bills_to_reckon(work: UnitOfWork, token: str, *, after: UUID = FIRST) -> list[UUID]:
    """Bills with acts on record that were not reckoned under this token, by their ids."""
    acts, done = kept.acts.c, reckonings.c
    acted_on = sa.exists().where(acts.about == "bill", acts.case_id == bills.c.id)
    reckoned = sa.exists().where(done.bill_id == bills.c.id, done.token == token)
    query = sa.select(bills.c.id).where(bills.c.id > after, ~reckoned, acted_on)
    return list(await work.session.scalars(query.order_by(bills.c.id).limit(MOST_AT_ONCE)))


async def mark_reckoned(work: UnitOfWork, bill_id: UUID, token: str) -> None:
    """Remember under which token the bill was reckoned last."""
    row = insert(reckonings).values(bill_id=bill_id, token=token)
    newest = row.on_conflict_do_update(index_elements=["bill_id"], set_={"token": token})
    await work.session.execute(newest)
