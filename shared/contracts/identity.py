"""What the identity service tells the others."""

from typing import ClassVar
from uuid import UUID

from shared.contracts.words import Bilingual, Line
from shared.kernel.event import Fact


class PersonRegistered(Fact):
    """A person is known to the service; `founder` is the one named to open the register."""

    type: ClassVar[str] = "identity.person_registered.v1"
    about: ClassVar[str] = "person"

    person_id: UUID
    name: Bilingual
    founder: bool = False


class KeyPublished(Fact):
    """A signing key is published: it signs nothing yet, and verifiers may fetch it."""

    type: ClassVar[str] = "identity.key_published.v1"
    about: ClassVar[str] = "key"

    key_id: UUID


class KeyActivated(Fact):
    """Tokens are signed with this key from now on."""

    type: ClassVar[str] = "identity.key_activated.v1"
    about: ClassVar[str] = "key"

    key_id: UUID


class KeySuperseded(Fact):
    """Another key signs instead; tokens that this one signed are still good."""

    type: ClassVar[str] = "identity.key_superseded.v1"
    about: ClassVar[str] = "key"

    key_id: UUID


class KeyRetired(Fact):
    """The key is published no more; with a `ground` it was withdrawn, and its tokens with it."""

    type: ClassVar[str] = "identity.key_retired.v1"
    about: ClassVar[str] = "key"

    key_id: UUID
    ground: Line | None = None


TELLS = (PersonRegistered, KeyPublished, KeyActivated, KeySuperseded, KeyRetired)
