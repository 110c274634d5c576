"""Where cases are kept: one repository for every kind of case."""

from typing import ClassVar
from uuid import UUID

import sqlalchemy as sa

from shared.kernel.aggregate import Aggregate
from shared.kernel.errors import NotFound
from shared.kernel.text import Text
from shared.store.unit_of_work import UnitOfWork


class Cases[A: Aggregate]:
    """The cases of one kind on file. Subclasses name the kind and add queries."""

    kind: type[A]
    missing: ClassVar[type[NotFound]]
    no_such: ClassVar[Text]

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work

    def add(self, case: A) -> A:
        self._work.session.add(self._work.touch(case))
        return case

    async def get(self, case_id: UUID) -> A:
        """The case, to be acted on. Raises the kind's own NotFound, or Stale."""
        case = await self._work.session.get(self.kind, case_id)
        if case is None:
            raise self.missing(self.no_such.filled(id=case_id))
        return self._work.touch(case)

    async def all_of(self, query: sa.Select[A]) -> list[A]:
        """The cases a query finds, in its order, each of them followed."""
        found = await self._work.session.scalars(query)
        return [self._work.touch(case) for case in found]
