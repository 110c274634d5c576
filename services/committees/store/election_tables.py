"""Candidacies, consultations of factions and recalls."""

import sqlalchemy as sa

from services.committees.domain.candidacy import Ballot, Candidacy, SecretBallot
from services.committees.domain.consultation import Consultation, Voice
from services.committees.domain.recall import Recall
from services.committees.domain.stages import CandidacyStage, ConsultationStage, RecallStage
from services.committees.store.tables import committees, mappers, metadata, offices
from shared.contracts.words import Bilingual
from shared.kernel.actor import Role
from shared.store.columns import Moment, Shaped, case_columns, words

candidacies = sa.Table(
    "candidacies",
    metadata,
    *case_columns(CandidacyStage),
    sa.Column(
        "convocation_id", sa.Uuid, sa.ForeignKey("convocations.id"), nullable=False, index=True
    ),
    sa.Column("role", words(Role), nullable=False, server_default=Role.COMMITTEE_CHAIR),
    sa.Column("ballot", words(Ballot), nullable=False, server_default=Ballot.OPEN),
    sa.Column("committee_id", sa.Uuid, sa.ForeignKey(committees.c.id)),
    sa.Column("committee_name", Shaped(Bilingual)),
    sa.Column("reserved", sa.Boolean, nullable=False),
    sa.Column("person_id", sa.Uuid, nullable=False),
    sa.Column("name", Shaped(Bilingual), nullable=False),
    sa.Column("speaks_kazakh", sa.Boolean),
    sa.Column("last_day", sa.Date),
    sa.Column("nominated_by", sa.Uuid),
    sa.Column("question_id", sa.Uuid, nullable=False, unique=True),
    sa.Column("vote_id", sa.Uuid),
    sa.Column("secret", Shaped(SecretBallot)),
    sa.Index(
        "candidacies_nobody_twice",
        "role",
        "committee_id",
        "person_id",
        unique=True,
        postgresql_nulls_not_distinct=True,
        postgresql_where=sa.text(f"stage = '{CandidacyStage.NOMINATED}'"),
    ),
)

consultations = sa.Table(
    "consultations",
    metadata,
    *case_columns(ConsultationStage),
    sa.Column(
        "convocation_id", sa.Uuid, sa.ForeignKey("convocations.id"), nullable=False, index=True
    ),
    sa.Column("held_on", sa.Date, nullable=False),
    sa.Column("committee_ids", sa.ARRAY(sa.Uuid), nullable=False),
    sa.Column("voices", Shaped(tuple[Voice, ...]), nullable=False),
    sa.Column("outcome", Shaped(Bilingual), nullable=False),
    sa.Column("entered_at", Moment, nullable=False),
)

recalls = sa.Table(
    "recalls",
    metadata,
    *case_columns(RecallStage),
    sa.Column("office_id", sa.Uuid, sa.ForeignKey(offices.c.id), nullable=False, index=True),
    sa.Column("role", words(Role), nullable=False),
    sa.Column("body_id", sa.Uuid),
    sa.Column("person_id", sa.Uuid, nullable=False),
    sa.Column("name", Shaped(Bilingual), nullable=False),
    sa.Column("question_id", sa.Uuid, nullable=False, unique=True),
    sa.Column("ground", Shaped(Bilingual), nullable=False),
    sa.Column("resigns", sa.Boolean, nullable=False),
    sa.Column("vote_id", sa.Uuid),
    sa.Index(
        "recalls_one_asked",
        "office_id",
        unique=True,
        postgresql_where=sa.text(f"stage = '{RecallStage.PROPOSED}'"),
    ),
)

for _kind, _table in ((Candidacy, candidacies), (Consultation, consultations), (Recall, recalls)):
    mappers.map_imperatively(
        _kind, _table, version_id_col=_table.c.version, version_id_generator=False
    )
