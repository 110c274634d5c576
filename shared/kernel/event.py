"""Facts: what happened, in the past tense, never changed afterwards."""

from typing import ClassVar
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict


class Fact(BaseModel):
    """One fact. `type` is `<service>.<fact>.v<n>`; `about` is the kind of case it tells of.

    The field `<about>_id` says which case. Fields are only ever added, with a default;
    a changed meaning is a new version.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")
    type: ClassVar[str]
    about: ClassVar[str]

    at: AwareDatetime

    @property
    def case_id(self) -> UUID:
        """The case that this fact is about."""
        case_id: UUID = getattr(self, f"{self.about}_id")
        return case_id
