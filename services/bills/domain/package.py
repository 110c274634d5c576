"""The package of a bill: the documents that come with it."""

from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

from shared.contracts.words import Digest, Line


class DocumentKind(StrEnum):
    EXPLANATORY_NOTE = "explanatory_note"
    SPECIAL_MESSAGE = "special_message"
    WORKING_GROUP = "working_group"
    APPROVALS_SHEET = "approvals_sheet"
    EXPERTISE_CONCLUSIONS = "expertise_conclusions"
    FINANCIAL_CALCULATIONS = "financial_calculations"
    REGULATORY_IMPACT_ANALYSIS = "regulatory_impact_analysis"
    DRAFT_BY_LAWS = "draft_by_laws"
    COMPARISON_TABLE = "comparison_table"


class Document(BaseModel):
    """A document of the package, named and sealed by the digest of its file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: DocumentKind
    name: Line = Field(description="What the document is called.")
    digest: Digest = Field(description="SHA-256 of the file, in lower-case hexadecimal.")
