"""Who sees what the public does not: drafts, and what is said in closed parts."""

from typing import Annotated

from fastapi import Depends

from services.hearings.domain.openness import is_insider
from shared.web.dependencies import Visitor


async def _insider(visitor: Visitor) -> bool:
    return is_insider(visitor)


Insider = Annotated[bool, Depends(_insider)]
"""Whether whoever reads is of the chamber or of its Apparatus."""
