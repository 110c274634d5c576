"""Initiatives for a referendum on the Constitution."""

import sqlalchemy as sa

from services.bills.domain.decided import Vote
from services.bills.domain.referendum.initiative import InitiativeStage, ReferendumResult
from services.bills.store.tables.metadata import metadata
from shared.contracts.words import Bilingual, Digests
from shared.kernel.actor import Role
from shared.store.columns import Shaped, case_columns, words

initiatives = sa.Table(
    "initiatives",
    metadata,
    *case_columns(InitiativeStage),
    sa.Column("initiator", words(Role), nullable=False),
    sa.Column("initiator_id", sa.Uuid),
    sa.Column("title", Shaped(Bilingual), nullable=False),
    sa.Column("kk", sa.Text, nullable=False),
    sa.Column("ru", sa.Text, nullable=False),
    sa.Column("digests", Shaped(Digests), nullable=False),
    sa.Column("question_id", sa.Uuid),
    sa.Column("vote", Shaped(Vote)),
    sa.Column("conclusion", Shaped(Bilingual)),
    sa.Column("decision", Shaped(Bilingual)),
    sa.Column("result", Shaped(ReferendumResult)),
)
