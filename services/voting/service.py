"""The voting service, assembled."""

from services import voting
from services.voting.actions.close_on_time import close_on_time
from services.voting.api import (
    absences,
    agendas,
    ballots,
    beside,
    bundles,
    calendar_feed,
    delegates,
    excuses,
    live,
    log,
    minutes,
    personal,
    questions,
    sittings,
    sittings_live,
    speaking,
    votes,
)
from services.voting.api.equipment import equip
from services.voting.api.protocols import routes as protocols
from services.voting.consumers import consumers
from services.voting.domain.delegations_procedure import DELEGATIONS
from services.voting.domain.minutes_procedure import MINUTES
from services.voting.domain.procedure import (
    DECLARATIONS,
    EXCUSES,
    PAPERS,
    QUESTIONS,
    REGISTRATIONS,
    SITTINGS,
    VOTES,
    WITNESSES,
)
from services.voting.domain.speaking_procedure import DEBATES, SPEECHES
from services.voting.store.tables import kept, metadata, register
from shared.agenda.procedure import AGENDAS
from shared.contracts import agendas as of_agendas
from shared.contracts import sittings as of_sittings
from shared.contracts.voting import TELLS
from shared.service import Service

SERVICE = Service(
    name="voting",
    description=voting.__doc__ or "",
    routers=(
        ballots.router,
        beside.router,
        sittings.composition,
        sittings.router,
        excuses.router,
        agendas.of_sittings,
        agendas.router,
        absences.router,
        speaking.router,
        delegates.router,
        minutes.router,
        questions.router,
        votes.router,
        live.router,
        sittings_live.router,
        bundles.router,
        log.router,
        protocols.router,
        personal.router,
        calendar_feed.own,
        calendar_feed.router,
    ),
    consumers=consumers,
    metadata=metadata,
    kept=kept,
    standings=register.standings,
    procedures={
        "sitting": SITTINGS,
        "registration": REGISTRATIONS,
        "excuse": EXCUSES,
        "question": QUESTIONS,
        "vote": VOTES,
        "declaration": DECLARATIONS,
        "paperballot": PAPERS,
        "witness": WITNESSES,
        "sittingagenda": AGENDAS,
        "minutes": MINUTES,
        "debate": DEBATES,
        "speech": SPEECHES,
        "delegation": DELEGATIONS,
    },
    tells=(*TELLS, *of_agendas.TELLS, *of_sittings.TELLS),
    equip=equip,
    chores=(close_on_time,),
)
