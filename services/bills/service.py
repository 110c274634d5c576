"""The bills service, assembled."""

from services import bills as this
from services.bills.actions.deliver_webhooks import deliver_webhooks, forget_old_deliveries
from services.bills.actions.scan_documents import scan_documents
from services.bills.actions.watch_terms import watch_terms
from services.bills.api import (
    acts_formats,
    acts_in_force,
    beyond,
    bills,
    calendar,
    comparisons,
    deadlines,
    dump,
    eli,
    feeds,
    filings,
    formats,
    frbr,
    initiatives,
    introduction,
    law,
    lists,
    personal,
    record,
    relations,
    signing,
    subscriptions,
)
from services.bills.api.amendments import amending, deciding, filing, reading, tables
from services.bills.api.equipment import equip
from services.bills.api.given import LARGEST_BODY
from services.bills.consumers import consumers
from services.bills.domain import terms_on_paper
from services.bills.domain.amendments.amending_procedure import AMENDING
from services.bills.domain.amendments.procedure import AMENDMENTS
from services.bills.domain.filing_procedure import FILINGS
from services.bills.domain.in_force import ACTS_IN_FORCE
from services.bills.domain.procedure import PROCEDURE
from services.bills.domain.reasoning import REASONING
from services.bills.domain.referendum.procedure import REFERENDUM
from services.bills.domain.working_days import WORKING_DAYS
from services.bills.store.tables import kept, metadata, register
from shared.contracts import amendments, bills_beyond, cosigning, referendum
from shared.contracts.bills import TELLS
from shared.service import Service

SERVICE = Service(
    name="bills",
    description=this.__doc__ or "",
    routers=(
        feeds.router,
        lists.router,
        record.router,
        personal.router,
        bills.router,
        introduction.router,
        signing.router,
        law.router,
        beyond.router,
        formats.router,
        eli.router,
        frbr.router,
        acts_formats.router,
        filings.router,
        subscriptions.router,
        acts_in_force.router,
        relations.router,
        comparisons.router,
        deadlines.router,
        calendar.router,
        amending.router,
        tables.router,
        reading.router,
        filing.router,
        deciding.router,
        initiatives.router,
        dump.router,
    ),
    consumers=consumers,
    metadata=metadata,
    kept=kept,
    standings=register.standings,
    procedures={
        "bill": PROCEDURE,
        "amending": AMENDING,
        "amendment": AMENDMENTS,
        "initiative": REFERENDUM,
        "filing": FILINGS,
        "act": ACTS_IN_FORCE,
        "reason": REASONING,
        "workingdays": WORKING_DAYS,
    },
    pages={"terms": terms_on_paper.page},
    tells=(*TELLS, *bills_beyond.TELLS, *amendments.TELLS, *referendum.TELLS, *cosigning.TELLS),
    largest_body=LARGEST_BODY,
    equip=equip,
    keeps_files=True,
    chores=(scan_documents, deliver_webhooks, forget_old_deliveries, watch_terms),
)
