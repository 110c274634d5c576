"""How sittings, questions, votes and ballots are kept. The domain does not know: it is here."""

from sqlalchemy.orm import registry

from services.voting.domain.agenda import SittingAgenda
from services.voting.domain.declaration import Declaration
from services.voting.domain.delegation import Delegation
from services.voting.domain.excuse import Excuse
from services.voting.domain.minutes import Minutes
from services.voting.domain.paper_ballot import PaperBallot
from services.voting.domain.question import Question
from services.voting.domain.registration import Registration
from services.voting.domain.sitting import Sitting
from services.voting.domain.speaking import Debate, Speech
from services.voting.domain.vote import Vote
from services.voting.domain.witness import Witness
from services.voting.store.tables.ballots import (
    ballots,
    declarations,
    paper_ballots,
    standing_ballots,
)
from services.voting.store.tables.evidence import (
    cosignatures,
    log_entries,
    log_heads,
    log_tiles,
    witnesses,
)
from services.voting.store.tables.links import calendar_links
from services.voting.store.tables.metadata import metadata
from services.voting.store.tables.minutes import minutes
from services.voting.store.tables.sittings import excuses, questions, registrations, sittings
from services.voting.store.tables.speaking import debates, delegations, speeches
from services.voting.store.tables.votes import calls, roll, votes
from shared.agenda.store import agenda_tables, keep_agendas
from shared.store.bodies import bodies_tables
from shared.store.kept import kept_tables
from shared.store.register import register_tables

__all__ = [
    "agendas",
    "ballots",
    "bodies",
    "calendar_links",
    "calls",
    "cosignatures",
    "debates",
    "declarations",
    "delegations",
    "excuses",
    "kept",
    "log_entries",
    "log_heads",
    "log_tiles",
    "metadata",
    "minutes",
    "paper_ballots",
    "questions",
    "register",
    "registrations",
    "roll",
    "sittings",
    "speeches",
    "standing_ballots",
    "votes",
    "witnesses",
]

register = register_tables(metadata)
bodies = bodies_tables(metadata)
kept = kept_tables(metadata)
agendas = agenda_tables(metadata)

mappers = registry(metadata=metadata)
keep_agendas(mappers, SittingAgenda, agendas, kept)
for case, table in (
    (Sitting, sittings),
    (Registration, registrations),
    (Excuse, excuses),
    (Question, questions),
    (Vote, votes),
    (Declaration, declarations),
    (PaperBallot, paper_ballots),
    (Witness, witnesses),
    (Minutes, minutes),
    (Debate, debates),
    (Delegation, delegations),
    (Speech, speeches),
):
    mappers.map_imperatively(
        case, table, version_id_col=table.c.version, version_id_generator=False
    )
