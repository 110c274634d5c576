"""What is said of a document in the query, beside the file in the body."""

from typing import Annotated
from uuid import UUID

from pydantic import Field, StringConstraints

from services.bills.domain.filing import Filing
from shared.contracts.filings import FilingKind, FilingLanguage
from shared.contracts.words import Line
from shared.store.ids import new_id
from shared.web.shapes import Given

FileName = Annotated[
    str, StringConstraints(min_length=1, max_length=255, pattern=r"^[^\x00-\x1f\x7f-\x9f/\\]+$")
]
"""One name, without folders."""


class FilingGiven(Given):
    """What a document is, in which language, and what it is called."""

    kind: FilingKind
    language: FilingLanguage
    name: Line = Field(description="What the document is called.")
    file_name: FileName = Field(description="What the file is to be called when it is saved.")
    replaces: UUID | None = Field(default=None, description="The document it is newer than.")

    def filing(self, bill_id: UUID) -> Filing:
        return Filing(
            id=new_id(),
            bill_id=bill_id,
            kind=self.kind,
            language=self.language,
            name=self.name,
            replaces_id=self.replaces,
        )
