"""A document is filed with a bill."""

from services.bills.domain.filing import FileReceived, Filing, FilingAct
from services.bills.domain.filing_procedure import FILINGS
from shared.contracts.filings import DocumentFiled
from shared.kernel.actor import ROLE_NAMES
from shared.kernel.errors import NotEntitled, not_until
from shared.kernel.occasion import Occasion
from shared.kernel.procedure import capacity
from shared.kernel.text import Text, joined

FOR_OTHERS = Text(
    kk="Құжаттарды беруге құқылы: {roles}.",
    ru="Документы вправе подавать: {roles}.",
    en="Documents are filed by: {roles}.",
)


def may_file(filing: Filing, occasion: Occasion) -> FilingAct:
    """The act by which the actor may file it: the first that is open to them.

    Raises:
        NotEntitled: none of the acts is for any of the actor's capacities.
        NotNow: those that are have conditions that are not met.
    """
    own = {row.act for row in FILINGS.rows if capacity(row, occasion) is not None}
    options = [option for option in FILINGS.options(filing, occasion) if option.act in own]
    if not options:
        raise NotEntitled(_for_others(), provision=FILINGS.rows[0].provision)
    opened = next((option for option in options if option.is_open), None)
    if opened is None:
        raise not_until(*dict.fromkeys(unmet for option in options for unmet in option.unmet))
    return FilingAct(opened.act)


def file(filing: Filing, received: FileReceived, occasion: Occasion) -> None:
    """Put the document on file, with what proves it unchanged. Raises as `may_file`."""
    FILINGS.take(filing, may_file(filing, occasion), occasion)
    filing.file_name = received.file_name
    filing.media_type = received.media_type
    filing.size = received.size
    filing.digest = received.digest
    filing.filed_by, filing.filed_at = occasion.by.person_id, occasion.at
    filing.record(
        DocumentFiled(
            at=occasion.at,
            filing_id=filing.id,
            bill_id=filing.bill_id,
            kind=filing.kind,
            language=filing.language,
            name=filing.name,
            media_type=filing.media_type,
            size=filing.size,
            digest=filing.digest,
            replaces_id=filing.replaces_id,
        )
    )


def _for_others() -> Text:
    roles = dict.fromkeys(role for row in FILINGS.rows for role in row.by)
    return FOR_OTHERS.filled(roles=joined([ROLE_NAMES[role] for role in roles], ", "))
