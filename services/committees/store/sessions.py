"""The sessions on file."""

import sqlalchemy as sa

from services.committees.domain.session import Session
from services.committees.store.register_tables import sessions
from shared.kernel.errors import NotFound
from shared.kernel.text import Text
from shared.store.cases import Cases


class SessionNotFound(NotFound):
    code = "session-not-found"


class Sessions(Cases[Session]):
    kind = Session
    missing = SessionNotFound
    no_such = Text(kk="{id} сессиясы жоқ.", ru="Сессии {id} нет.", en="There is no session {id}.")

    async def look_around(self, session: Session) -> None:
        """Whether another one is on, and which number this one gets."""
        query = sa.select(
            sa.func.coalesce(
                sa.func.max(sessions.c.number).filter(
                    sessions.c.convocation_id == session.convocation_id
                ),
                0,
            ),
            sa.func.coalesce(sa.func.bool_or(sessions.c.until.is_(None)), sa.false()),
        )
        last, session.is_on = (await self._work.session.execute(query)).one()
        session.number = last + 1

    async def now(self) -> Session | None:
        """The session that is on, if one is."""
        query = sa.select(Session).where(sessions.c.until.is_(None))
        found = await self.all_of(query)
        return found[0] if found else None
