"""How cases are kept. The domain does not know it is stored: the mapping is here, and only here."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import registry

from services.committees.domain.bill_work import (
    CoCommittee,
    DayFixed,
    Dissent,
    Opinion,
    Plan,
    Rapporteur,
)
from services.committees.domain.committee import Committee
from services.committees.domain.convocation import Convocation
from services.committees.domain.faction import Faction
from services.committees.domain.mandate import EndCause, Mandate
from services.committees.domain.meeting import FollowUp, MeetingDecision
from services.committees.domain.office import OF_ONE, Office
from services.committees.domain.referral import Conclusion, Referral
from services.committees.domain.stages import (
    CommitteeStage,
    ConvocationStage,
    FactionStage,
    MandateStage,
    OfficeStage,
    ReferralStage,
)
from shared.contracts.words import Bilingual
from shared.kernel.actor import Role
from shared.store.columns import Moment, Shaped, case_columns, words
from shared.store.kept import kept_tables
from shared.store.naming import NAMING

metadata = sa.MetaData(naming_convention=NAMING)

IN_FORCE = sa.text("until IS NULL")
EMPTY: dict[str, Any] = {"nullable": False, "server_default": sa.text("'[]'::jsonb")}


def _of_convocation() -> sa.Column[object]:
    return sa.Column(
        "convocation_id", sa.Uuid, sa.ForeignKey("convocations.id"), nullable=False, index=True
    )


def _tenure() -> tuple[sa.Column[object], ...]:
    """From when until when, and on what ground it ended."""
    return (
        sa.Column("person_id", sa.Uuid, nullable=False, index=True),
        sa.Column("since", Moment, nullable=False),
        sa.Column("until", Moment),
        sa.Column("ended_on", sa.Text),
    )


convocations = sa.Table(
    "convocations",
    metadata,
    *case_columns(ConvocationStage),
    sa.Column("number", sa.Integer, nullable=False, unique=True),
    sa.Column("seats", sa.Integer, nullable=False),
)

factions = sa.Table(
    "factions",
    metadata,
    *case_columns(FactionStage),
    _of_convocation(),
    sa.Column("name", Shaped(Bilingual), nullable=False),
    sa.Column("opposition", sa.Boolean, nullable=False),
)

mandates = sa.Table(
    "mandates",
    metadata,
    *case_columns(MandateStage),
    _of_convocation(),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("name", Shaped(Bilingual), nullable=False),
    sa.Column("faction_id", sa.Uuid, sa.ForeignKey(factions.c.id)),
    *_tenure(),
    sa.Column("ended_because", words(EndCause)),
    sa.Column("list_id", sa.Uuid, sa.ForeignKey("party_lists.id")),
    sa.Column("list_number", sa.Integer),
    sa.Column("succeeds", sa.Uuid, sa.ForeignKey("mandates.id"), unique=True),
    # One deputy a number and one mandate a person: the database sees to it whatever we think.
    sa.Index(
        "mandates_one_a_number", "convocation_id", "number", unique=True, postgresql_where=IN_FORCE
    ),
    sa.Index("mandates_one_a_place", "list_id", "list_number", unique=True),
    sa.Index("mandates_one_a_person", "person_id", unique=True, postgresql_where=IN_FORCE),
)

committees = sa.Table(
    "committees",
    metadata,
    *case_columns(CommitteeStage),
    _of_convocation(),
    sa.Column("name", Shaped(Bilingual), nullable=False),
    sa.Column("reserved_for_opposition", sa.Boolean, nullable=False),
)

_held_by_one = ", ".join(f"'{role}'" for role in sorted(OF_ONE))

offices = sa.Table(
    "offices",
    metadata,
    *case_columns(OfficeStage),
    sa.Column("role", words(Role), nullable=False),
    sa.Column("body_id", sa.Uuid),
    sa.Column("ground", sa.Text, nullable=False),
    *_tenure(),
    sa.Column("last_day", sa.Date),
    sa.Index(
        "offices_held_by_one",
        "role",
        "body_id",
        unique=True,
        postgresql_nulls_not_distinct=True,
        postgresql_where=sa.text(f"until IS NULL AND role IN ({_held_by_one})"),
    ),
)

referrals = sa.Table(
    "referrals",
    metadata,
    *case_columns(ReferralStage),
    sa.Column("bill_id", sa.Uuid, nullable=False, unique=True),
    sa.Column("committee_id", sa.Uuid, sa.ForeignKey(committees.c.id), nullable=False, index=True),
    sa.Column("committee_name", Shaped(Bilingual), nullable=False),
    sa.Column("reading", sa.Integer, nullable=False),
    sa.Column("conclusions", Shaped(tuple[Conclusion, ...]), nullable=False),
    sa.Column("co_committees", Shaped(tuple[CoCommittee, ...]), **EMPTY),
    sa.Column("opinions", Shaped(tuple[Opinion, ...]), **EMPTY),
    sa.Column("rapporteur", Shaped(Rapporteur)),
    sa.Column("working_group_id", sa.Uuid),
    sa.Column("plans", Shaped(tuple[Plan, ...]), **EMPTY),
    sa.Column("days", Shaped(tuple[DayFixed, ...]), **EMPTY),
    sa.Column("conclusion_day", sa.Date),
    sa.Column("dissents", Shaped(tuple[Dissent, ...]), **EMPTY),
    sa.Column("decision", Shaped(MeetingDecision)),
    sa.Column("follow_ups", Shaped(tuple[FollowUp, ...]), **EMPTY),
)

known_bills = sa.Table(
    "known_bills",
    metadata,
    sa.Column("bill_id", sa.Uuid, primary_key=True),
    sa.Column("number", sa.Text, nullable=False),
    sa.Column("title", Shaped(Bilingual), nullable=False),
    sa.Column("is_open", sa.Boolean, nullable=False),
    comment="Bills admitted to consideration; open until they leave the Kurultai.",
)

known_people = sa.Table(
    "known_people",
    metadata,
    sa.Column("person_id", sa.Uuid, primary_key=True),
    sa.Column("name", Shaped(Bilingual), nullable=False),
)

kept = kept_tables(metadata)

mappers = registry(metadata=metadata)
for _kind, _table in (
    (Convocation, convocations),
    (Faction, factions),
    (Mandate, mandates),
    (Committee, committees),
    (Office, offices),
    (Referral, referrals),
):
    mappers.map_imperatively(
        _kind, _table, version_id_col=_table.c.version, version_id_generator=False
    )
