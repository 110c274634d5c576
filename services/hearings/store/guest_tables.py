"""How invitations, places and submissions are kept."""

import sqlalchemy as sa

from services.hearings.domain.inviting import Guest, Invitation, InvitationStage
from services.hearings.domain.seating import Seat, SeatKind, SeatStage
from services.hearings.domain.submitting import (
    Author,
    Document,
    Phase,
    Submission,
    SubmissionStage,
)
from services.hearings.domain.words import Said
from services.hearings.store.tables import mapped, metadata
from shared.contracts.words import Bilingual
from shared.store.columns import Moment, Shaped, case_columns, words

invitations = sa.Table(
    "invitations",
    metadata,
    *case_columns(InvitationStage),
    sa.Column("hearing_id", sa.Uuid, nullable=False, index=True),
    sa.Column("guest", Shaped(Guest), nullable=False),
)

seats = sa.Table(
    "seats",
    metadata,
    *case_columns(SeatStage),
    sa.Column("hearing_id", sa.Uuid, nullable=False, index=True),
    sa.Column("kind", words(SeatKind), nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("organisation", sa.Text),
    sa.Column("registered_at", Moment, nullable=False),
)

submissions = sa.Table(
    "submissions",
    metadata,
    *case_columns(SubmissionStage),
    sa.Column("hearing_id", sa.Uuid, nullable=False, index=True),
    sa.Column("author", Shaped(Author), nullable=False),
    sa.Column("text", Shaped(Said), nullable=False),
    sa.Column("document", Shaped(Document)),
    sa.Column("number", sa.Text, unique=True),
    sa.Column("registered_at", Moment),
    sa.Column("phase", words(Phase), nullable=False),
    sa.Column("received_at", Moment, nullable=False),
    sa.Column("reason", Shaped(Bilingual)),
)

mapped(Invitation, invitations)
mapped(Seat, seats)
mapped(Submission, submissions)
