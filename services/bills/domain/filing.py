"""A document that is filed with a bill: what is written of it; its bytes are kept elsewhere."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from services.bills.domain.bill import Bill
from shared.contracts.filings import FilingKind, FilingLanguage
from shared.kernel.aggregate import Aggregate


class FilingStage(StrEnum):
    NEW = "new"
    ON_FILE = "on_file"


class FilingAct(StrEnum):
    FILE_AS_INITIATOR = "file_as_initiator"
    FILE_AS_GOVERNMENT = "file_as_government"
    FILE_AS_COMMITTEE = "file_as_committee"
    FILE_AS_APPARATUS = "file_as_apparatus"


class ScanState(StrEnum):
    """What is known of viruses in a file.

    `not_scanned`: the service has no scanner. `waiting`: it has one, which has not spoken yet.
    """

    NOT_SCANNED = "not_scanned"
    WAITING = "waiting"
    CLEAN = "clean"
    INFECTED = "infected"


@dataclass(frozen=True, slots=True)
class FileReceived:
    """A file that is in the store, and what it was called by who sent it.

    Attributes:
        file_name: as it was given; never the name of anything here.
        size: in bytes.
        digest: SHA-256, in lower-case hexadecimal; the file is kept under it.
    """

    file_name: str
    media_type: str
    size: int
    digest: str


@dataclass(eq=False)
class Filing(Aggregate):
    """A document on file. It is never changed: another one may replace it, and both stay.

    Attributes:
        replaces_id: the document that this one is the newer version of.
        bill: the bill as it stands; this and what follows is not kept.
        replaces: the document of `replaces_id`.
        replaced_already: whether another one has replaced that.
    """

    id: UUID
    bill_id: UUID
    kind: FilingKind
    language: FilingLanguage
    name: str
    file_name: str = ""
    media_type: str = ""
    size: int = 0
    digest: str = ""
    stage: FilingStage = FilingStage.NEW
    version: int = 0
    filed_by: UUID | None = None
    filed_at: datetime | None = None
    replaces_id: UUID | None = None
    bill: Bill | None = None
    replaces: "Filing | None" = None
    replaced_already: bool = False
