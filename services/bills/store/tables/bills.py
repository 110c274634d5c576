"""Bills with their texts, their numbers, and what others told of them."""

from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB

from services.bills.domain.beyond import (
    Asked,
    Departure,
    Edit,
    Emergency,
    Objections,
    PartInEffect,
    TemporaryAct,
)
from services.bills.domain.bill import Reading, Remark
from services.bills.domain.package import Document
from services.bills.domain.signatures import Signature
from services.bills.domain.stages import Act, Stage
from services.bills.store.tables.metadata import metadata
from shared.contracts.bills import BillKind
from shared.contracts.words import Bilingual, Digests
from shared.kernel.actor import Role
from shared.kernel.rules import Stop
from shared.store.columns import Moment, Shaped, case_columns, words

EMPTY: dict[str, Any] = {"nullable": False, "server_default": sa.text("'[]'::jsonb")}

bills = sa.Table(
    "bills",
    metadata,
    *case_columns(Stage),
    sa.Column("kind", words(BillKind), nullable=False),
    sa.Column("initiator", words(Role), nullable=False),
    sa.Column("initiator_id", sa.Uuid),
    sa.Column("number", sa.Text, unique=True),
    sa.Column("title", Shaped(Bilingual), nullable=False),
    sa.Column("digests", Shaped(Digests), nullable=False),
    sa.Column("text_version", sa.Integer, nullable=False),
    sa.Column("in_both_languages", sa.Boolean, nullable=False),
    sa.Column("package", Shaped(tuple[Document, ...]), nullable=False),
    sa.Column("touches_budget", sa.Boolean, nullable=False),
    sa.Column("amends_acts", sa.Boolean, nullable=False),
    sa.Column("touches_business", sa.Boolean, nullable=False),
    sa.Column("calls_for_bylaws", sa.Boolean, nullable=False),
    sa.Column("money_conclusion", sa.Boolean),
    sa.Column("lead_committee_id", sa.Uuid),
    sa.Column("concluded_for", sa.Integer, nullable=False),
    sa.Column("reading", sa.Integer, nullable=False),
    sa.Column("readings_passed", sa.Integer, nullable=False),
    sa.Column("readings", Shaped(tuple[Reading, ...]), nullable=False),
    sa.Column("remarks", Shaped(tuple[Remark, ...]), nullable=False),
    sa.Column("countersigned_by", Shaped(frozenset[Role]), nullable=False),
    sa.Column("adopted_at", Moment),
    sa.Column("send_by", sa.Date),
    sa.Column("sent_at", Moment),
    sa.Column("signature_due", sa.Date),
    sa.Column("signed_at", Moment),
    sa.Column("published_at", Moment),
    sa.Column("published_in", Shaped(Bilingual)),
    sa.Column("in_effect_on", sa.Date),
    sa.Column("parts_in_effect", Shaped(tuple[PartInEffect, ...]), **EMPTY),
    sa.Column("priority_at", Moment),
    sa.Column("emergency", Shaped(Emergency)),
    sa.Column("temporary_acts", Shaped(tuple[TemporaryAct, ...]), **EMPTY),
    sa.Column("asked", Shaped(tuple[Asked, ...]), **EMPTY),
    sa.Column("confidence_raised_at", Moment),
    sa.Column("court_request", Shaped(frozenset[UUID]), **EMPTY),
    sa.Column("review_since", sa.Date),
    sa.Column("stops", Shaped(tuple[Stop, ...]), **EMPTY),
    sa.Column("objections", Shaped(Objections)),
    sa.Column("departure_proposed", Shaped(Departure)),
    sa.Column("departures", Shaped(tuple[Departure, ...]), **EMPTY),
    sa.Column("edits", Shaped(tuple[Edit, ...]), **EMPTY),
    sa.Column("signatures", Shaped(tuple[Signature, ...]), **EMPTY),
    sa.Column("same_elements", sa.Boolean, nullable=False, server_default=sa.true()),
    sa.Index(None, "stage", "id"),
    sa.Index("bills_of_an_initiator", "initiator_id"),
    sa.Index(
        "bills_signatures_hold",
        "signatures",
        postgresql_using="gin",
        postgresql_ops={"signatures": "jsonb_path_ops"},
    ),
)

bill_texts = sa.Table(
    "bill_texts",
    metadata,
    sa.Column("bill_id", sa.Uuid, sa.ForeignKey(bills.c.id), primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("kk", sa.Text, nullable=False),
    sa.Column("ru", sa.Text, nullable=False),
    sa.Column("digests", Shaped(Digests), nullable=False),
    sa.Column("why", words(Act), nullable=False),
    sa.Column("at", Moment, nullable=False),
    comment="Every pair of texts a bill has had. Rows are added, never changed.",
)

proposed_wordings = sa.Table(
    "proposed_wordings",
    metadata,
    sa.Column("bill_id", sa.Uuid, sa.ForeignKey(bills.c.id), primary_key=True),
    sa.Column("at", Moment, primary_key=True),
    sa.Column("kk", sa.Text, nullable=False),
    sa.Column("ru", sa.Text, nullable=False),
    comment="The wording that the President proposed with objections. "
    "Rows are added, never changed.",
)

number_series = sa.Table(
    "number_series",
    metadata,
    sa.Column("year", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("last", sa.Integer, nullable=False),
    comment="The last number given in each year; locked until its bill is registered.",
)

chronicle = sa.Table(
    "chronicle",
    metadata,
    sa.Column("place", sa.BigInteger, sa.Identity(always=True), primary_key=True),
    sa.Column("bill_id", sa.Uuid, sa.ForeignKey(bills.c.id), nullable=False, index=True),
    sa.Column("at", Moment, nullable=False),
    sa.Column("source", sa.Text, nullable=False),
    sa.Column("what", sa.Text, nullable=False),
    sa.Column("about_id", sa.Uuid, nullable=False),
    sa.Column("act", words(Act)),
    sa.Column("body", JSONB, nullable=False),
    sa.UniqueConstraint("what", "about_id", "at"),
    comment="What other services told about a bill, and the act it called for, if any.",
)
