"""What was heard about bills from other services, in their words."""

from uuid import UUID

from sqlalchemy.dialects.postgresql import insert

from services.bills.domain.stages import Act
from services.bills.store.tables import chronicle
from shared.kernel.event import Fact
from shared.store.unit_of_work import UnitOfWork


async def chronicle_fact(
    work: UnitOfWork, bill_id: UUID, fact: Fact, act: Act | None = None
) -> None:
    """Write down a fact about a bill and the act it called for; a fact that stands there stays."""
    row = {
        "bill_id": bill_id,
        "at": fact.at,
        "source": fact.type.partition(".")[0],
        "what": fact.type,
        "about_id": fact.case_id,
        "act": act,
        "body": fact.model_dump(mode="json"),
    }
    await work.session.execute(insert(chronicle).values(row).on_conflict_do_nothing())
