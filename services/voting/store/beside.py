"""Where declarations and paper ballots are kept."""

import json
from uuid import UUID

import sqlalchemy as sa

from services.voting.domain.ballot import Cast, Verdict
from services.voting.domain.ballot_refusals import NotOnTheRoll
from services.voting.domain.declaration import Declaration
from services.voting.domain.paper_ballot import PaperBallot
from services.voting.domain.refusals import (
    DeclarationNotFound,
    PaperBallotNotFound,
)
from services.voting.store.tables import ballots, declarations, paper_ballots, roll
from shared.kernel.text import Text
from shared.store.cases import Cases
from shared.store.ids import new_id

RECORD = sa.text(
    "SELECT * FROM cast_ballots(ARRAY[CAST(:vote AS uuid)], ARRAY[CAST(:person AS uuid)], "
    "ARRAY[CAST(:choice AS jsonb)], ARRAY[CAST(:request AS uuid)], ARRAY[CAST(:ballot AS uuid)], "
    "'paper', :trace, true)"
)


class Declarations(Cases[Declaration]):
    kind = Declaration
    missing = DeclarationNotFound
    no_such = Text(kk="{id} мәлімдемесі жоқ.", ru="Заявления {id} нет.", en="No declaration {id}.")

    async def like(self, declaration: Declaration) -> Declaration | None:
        """What the deputy has declared of that kind already, if anything."""
        asked = {name: getattr(declaration, name) for name in ("vote_id", "person_id", "kind")}
        return next(iter(await self.all_of(sa.select(Declaration).filter_by(**asked))), None)

    async def on(self, vote_id: UUID) -> list[Declaration]:
        """All that was declared on a vote, in the order of time."""
        query = sa.select(Declaration).where(declarations.c.vote_id == vote_id)
        return await self.all_of(query.order_by(declarations.c.made_at, declarations.c.id))

    async def look_around(self, declaration: Declaration) -> None:
        """Note whether the deputy is on the roll, and has voted."""
        key = {"vote_id": declaration.vote_id, "person_id": declaration.person_id}
        query = sa.select(_is_in(roll, **key), _is_in(ballots, **key))
        row = (await self._work.session.execute(query)).one()
        declaration.on_the_roll, declaration.has_voted = row


class PaperBallots(Cases[PaperBallot]):
    kind = PaperBallot
    missing = PaperBallotNotFound
    no_such = Text(
        kk="{id} қағаз бюллетені жоқ.",
        ru="Бумажного бюллетеня {id} нет.",
        en="There is no paper ballot {id}.",
    )

    async def must_be_on_the_roll(self, vote_id: UUID, person_id: UUID) -> None:
        """Raises NotOnTheRoll."""
        query = sa.select(_is_in(roll, vote_id=vote_id, person_id=person_id))
        if not (await self._work.session.execute(query)).scalar_one():
            raise NotOnTheRoll

    async def on(self, vote_id: UUID) -> list[PaperBallot]:
        """All that were entered in a vote, in the order of time."""
        query = sa.select(PaperBallot).where(paper_ballots.c.vote_id == vote_id)
        return await self.all_of(query.order_by(paper_ballots.c.entered_at, paper_ballots.c.id))

    async def record(self, paper: PaperBallot) -> Cast:
        """Put the ballot on record, through the one way in there is."""
        await self._work.session.flush()
        given = {
            "vote": paper.vote_id,
            "person": paper.person_id,
            "choice": json.dumps(paper.choice),
            "request": paper.id,
            "ballot": new_id(),
            "trace": self._work.trace,
        }
        row = (await self._work.session.execute(RECORD, given)).one()
        return Cast(Verdict(row.verdict), None, row.ended_at, row.late_ms)


def _is_in(table: sa.Table, *, vote_id: UUID, person_id: UUID) -> sa.Exists:
    return sa.exists().where(table.c.vote_id == vote_id, table.c.person_id == person_id)
