"""Where agendas are kept, with every change of them."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import registry

from shared.agenda.agenda import Agenda, AgendaStage, ChangeKind
from shared.agenda.items import AgendaItem
from shared.contracts.words import Bilingual
from shared.kernel.aggregate import Aggregate, Taken
from shared.kernel.errors import NotFound, Stale
from shared.kernel.text import Text
from shared.store.columns import Moment, Shaped, case_columns, words
from shared.store.kept import Kept
from shared.store.unit_of_work import UnitOfWork


class AgendaNotFound(NotFound):
    code = "agenda-not-found"


class ChangedSince(Stale):
    """Others changed the agenda since the caller read it; `changes` says what."""

    def __init__(self, stale: Stale, changes: Sequence[dict[str, Any]]) -> None:
        super().__init__(stale.message)
        self.details = {"changes": list(changes)}


NO_SUCH_AGENDA = Text(
    kk="{id} күн тәртібі жоқ.", ru="Повестки {id} нет.", en="There is no agenda {id}."
)


@dataclass(frozen=True, slots=True)
class AgendaTables:
    """One service's agendas, of the kind that it maps to them."""

    agendas: sa.Table
    changes: sa.Table


def agenda_tables(metadata: sa.MetaData) -> AgendaTables:
    """Declare agendas in a service's own metadata, and so in its own database."""
    agendas = sa.Table(
        "agendas",
        metadata,
        *case_columns(AgendaStage),
        sa.Column("about_id", sa.Uuid, nullable=False, unique=True),
        sa.Column("begins_at", Moment),
        sa.Column("bodies", Shaped(tuple[UUID, ...]), nullable=False),
        sa.Column("items", Shaped(tuple[AgendaItem, ...]), nullable=False),
        sa.Column("adopted", Shaped(tuple[AgendaItem, ...])),
        sa.Column("published_at", Moment),
        sa.Column("adopted_at", Moment),
    )
    changes = sa.Table(
        "agenda_changes",
        metadata,
        sa.Column("agenda_id", sa.Uuid, sa.ForeignKey("agendas.id"), primary_key=True),
        sa.Column("version", sa.Integer, primary_key=True),
        sa.Column("kind", words(ChangeKind), nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.Column("person_id", sa.Uuid),
        sa.Column("item_id", sa.Uuid),
        sa.Column("before", JSONB(none_as_null=True)),
        sa.Column("after", JSONB(none_as_null=True)),
        sa.Column("reason", Shaped(Bilingual)),
    )
    return AgendaTables(agendas, changes)


def keep_agendas(mappers: registry, kind: type[Agenda], tables: AgendaTables, kept: Kept) -> None:
    """Map the service's kind of agenda to its tables, and write the log with every act."""
    mappers.map_imperatively(
        kind,
        tables.agendas,
        version_id_col=tables.agendas.c.version,
        version_id_generator=False,
    )

    async def write_log(work: UnitOfWork, case: Aggregate, _: Sequence[Taken]) -> None:
        if isinstance(case, kind) and (lines := case.take_changes()):
            rows = [asdict(line) | {"agenda_id": case.id, "reason": line.reason} for line in lines]
            await work.session.execute(sa.insert(tables.changes), rows)

    kept.followers.append(write_log)


class Agendas[A: Agenda]:
    """The agendas of one kind on file."""

    def __init__(self, work: UnitOfWork, kind: type[A], tables: AgendaTables) -> None:
        self._work = work
        self._kind = kind
        self._tables = tables

    def add(self, agenda: A) -> A:
        self._work.session.add(self._work.touch(agenda))
        return agenda

    async def get(self, agenda_id: UUID) -> A:
        """The agenda as it stands. Raises AgendaNotFound."""
        return self._there(await self._work.session.get(self._kind, agenda_id), agenda_id)

    async def held(self, agenda_id: UUID) -> A:
        """The agenda, nobody else's until this work ends.

        Raises:
            AgendaNotFound: there is none.
            ChangedSince: the caller has not seen how it stands; it says what they missed.
        """
        session = self._work.session
        found = await session.get(self._kind, agenda_id, with_for_update=True)
        try:
            return self._there(found, agenda_id)
        except Stale as stale:
            seen = self._work.seen_of(agenda_id) or 0
            raise ChangedSince(stale, await self._said_since(agenda_id, seen)) from stale

    async def of(self, about_id: UUID) -> A:
        """The agenda of a sitting or hearing. Raises AgendaNotFound."""
        query = sa.select(self._kind).where(self._tables.agendas.c.about_id == about_id)
        return self._there((await self._work.session.scalars(query)).one_or_none(), about_id)

    async def is_there(self, about_id: UUID) -> bool:
        """Whether there is one of it; until this work ends nobody else draws one up."""
        key = sa.func.hashtextextended(f"agenda {about_id}", 0)
        await self._work.session.execute(sa.select(sa.func.pg_advisory_xact_lock(key)))
        query = sa.select(sa.exists().where(self._tables.agendas.c.about_id == about_id))
        return bool(await self._work.session.scalar(query))

    async def changes(self, agenda_id: UUID, after: int = 0) -> Sequence[sa.Row[Any]]:
        """The change log after a version, oldest first."""
        log = self._tables.changes
        query = sa.select(log).where(log.c.agenda_id == agenda_id, log.c.version > after)
        return (await self._work.session.execute(query.order_by(log.c.version))).all()

    async def _said_since(self, agenda_id: UUID, version: int) -> list[dict[str, Any]]:
        rows = await self.changes(agenda_id, version)
        return [
            {
                "version": row.version,
                "kind": row.kind,
                "at": row.at.isoformat(),
                "item_id": row.item_id and str(row.item_id),
                "before": row.before,
                "after": row.after,
            }
            for row in rows
        ]

    def _there(self, found: A | None, wanted: UUID) -> A:
        if found is None:
            raise AgendaNotFound(NO_SUCH_AGENDA.filled(id=wanted))
        return self._work.touch(found)
