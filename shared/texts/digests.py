"""What proves that the structure of a text is unchanged."""

import hashlib

from shared.kernel.canonical import canonical
from shared.texts.tree import Act


def digest_of_act(act: Act) -> str:
    """The SHA-256 of the tree as canonical JSON; where elements were in a file does not matter."""
    return hashlib.sha256(canonical(act.model_dump(mode="json"))).hexdigest()
