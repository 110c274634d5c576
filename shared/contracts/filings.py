"""What the bills service tells of the documents that are filed with a bill."""

from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from shared.contracts.words import Digest, Line
from shared.kernel.event import Fact


class FilingKind(StrEnum):
    """What a document is: of the package of the bill, or what came to it on its way."""

    EXPLANATORY_NOTE = "explanatory_note"
    SPECIAL_MESSAGE = "special_message"
    WORKING_GROUP = "working_group"
    APPROVALS_SHEET = "approvals_sheet"
    EXPERTISE_CONCLUSIONS = "expertise_conclusions"
    FINANCIAL_CALCULATIONS = "financial_calculations"
    REGULATORY_IMPACT_ANALYSIS = "regulatory_impact_analysis"
    DRAFT_BY_LAWS = "draft_by_laws"
    COMPARISON_TABLE = "comparison_table"
    TEXT = "text"
    GOVERNMENT_CONCLUSION = "government_conclusion"
    COMMITTEE_CONCLUSION = "committee_conclusion"
    PROTOCOL = "protocol"
    OTHER = "other"


class FilingLanguage(StrEnum):
    KK = "kk"
    RU = "ru"
    BOTH = "both"
    OTHER = "other"


class DocumentFiled(Fact):
    """A document was filed with a bill; if it replaces another, that one stays on file."""

    type: ClassVar[str] = "bills.document_filed.v1"
    about: ClassVar[str] = "filing"

    filing_id: UUID
    bill_id: UUID
    kind: FilingKind
    language: FilingLanguage
    name: Line
    media_type: str
    size: int
    digest: Digest
    replaces_id: UUID | None = None
