"""The bills on file."""

from uuid import UUID

import sqlalchemy as sa

from services.bills.domain.bill import Bill
from services.bills.domain.stages import Stage
from services.bills.store.tables import bills
from shared.kernel.errors import NotFound
from shared.kernel.text import Text
from shared.store.cases import Cases


class BillNotFound(NotFound):
    code = "bill-not-found"


NO_SUCH_BILL = Text(
    kk="{id} заң жобасы жоқ.", ru="Законопроекта {id} нет.", en="There is no bill {id}."
)


class Bills(Cases[Bill]):
    kind = Bill
    missing = BillNotFound
    no_such = NO_SUCH_BILL

    async def numbered(self, number: str) -> Bill:
        """The bill of that number in the register. Raises BillNotFound."""
        query = sa.select(Bill).where(bills.c.number == number)
        found = await self.all_of(query)
        if not found:
            raise BillNotFound(NO_SUCH_BILL.filled(id=number))
        return found[0]

    async def locked(self, bill_id: UUID) -> Bill | None:
        """The bill, nobody else's until this work ends; None if someone is acting on it now."""
        found = await self._work.session.get(Bill, bill_id, with_for_update={"skip_locked": True})
        return self._work.touch(found) if found else None

    async def held(self, bill_id: UUID) -> Bill:
        """The bill, nobody else's until this work ends; whoever acts on it now goes first."""
        found = await self._work.session.get_one(Bill, bill_id, with_for_update=True)
        return self._work.touch(found)

    async def awaiting_a_reading(self) -> list[Bill]:
        """Bills whose next reading may open, oldest number first."""
        query = sa.select(Bill).where(bills.c.stage == Stage.SCHEDULED).order_by(bills.c.number)
        return await self.all_of(query)
