"""How documents on file are shown."""

from collections.abc import Iterable
from datetime import datetime
from typing import Self
from uuid import UUID

from pydantic import Field, computed_field

from services.bills.domain.bill import Bill
from services.bills.domain.filing import ScanState
from services.bills.domain.package import DocumentKind
from services.bills.store.filings import FilingOnFile
from shared.contracts.filings import FilingKind, FilingLanguage
from shared.web.shapes import Shown

BILLS = "/api/bills/v1/bills"


class FilingShown(Shown):
    """A document on file, without its bytes."""

    id: UUID
    version: int
    bill_id: UUID
    kind: FilingKind
    language: FilingLanguage
    name: str
    file_name: str = Field(description="As it was given.")
    media_type: str = Field(description="Of what is in the file.")
    size: int = Field(description="In bytes.")
    digest: str = Field(description="SHA-256 of the file; also its ETag.")
    filed_by: UUID
    filed_at: datetime
    replaces_id: UUID | None = Field(description="The older document that it replaces.")
    replaced_by_id: UUID | None = Field(description="The newer document that replaces it.")
    scan: ScanState = Field(description="Given out unless it is `waiting` or `infected`.")
    found: str | None = Field(description="What the scanner found, by its own name.")

    @computed_field  # type: ignore[prop-decorator]
    @property
    def links(self) -> dict[str, str]:
        return {"content": f"{BILLS}/{self.bill_id}/documents/{self.id}/content"}

    @classmethod
    def of(cls, on_file: FilingOnFile) -> Self:
        filing = on_file.filing
        kept = {name: getattr(filing, name) for name in cls.model_fields if hasattr(filing, name)}
        return cls(
            **kept,
            replaced_by_id=on_file.replaced_by_id,
            scan=on_file.scan,
            found=on_file.found,
        )


class PackageLineShown(Shown):
    """A document that the package of the bill names, and its file if that is on file."""

    kind: DocumentKind
    name: str
    digest: str
    document_id: UUID | None
    content: str | None = Field(description="Where the file is.")

    @classmethod
    def all_of(cls, bill: Bill, on_file: Iterable[FilingOnFile]) -> list[Self]:
        files = {each.filing.digest: FilingShown.of(each) for each in on_file}
        return [
            cls(
                kind=document.kind,
                name=document.name,
                digest=document.digest,
                document_id=found.id if (found := files.get(document.digest)) else None,
                content=found.links["content"] if found else None,
            )
            for document in bill.package
        ]
