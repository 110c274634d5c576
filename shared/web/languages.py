"""In which of the three languages to answer (RFC 9110, section 12.5.4)."""

from functools import lru_cache

from shared.kernel.text import Language

LONGEST = 200
"""Characters of `Accept-Language` that are read; what comes later is nobody's first choice."""


def preferred(accepted: str, fallback: Language) -> Language:
    """The language the reader likes best among ours, or `fallback` when none of ours is named."""
    return _preferred(accepted[:LONGEST], fallback)


@lru_cache(maxsize=512)
def _preferred(accepted: str, fallback: Language) -> Language:
    liked: dict[Language, float] = {}
    for choice in accepted.split(","):
        tag, _, parameters = choice.partition(";")
        language = _language(tag.strip().lower(), fallback)
        if language is not None:
            liked.setdefault(language, _quality(parameters))
    # `max` keeps the first of equals, and the header names the better liked first.
    best = max(liked, key=lambda language: liked[language], default=fallback)
    return best if liked.get(best, 1) > 0 else fallback


def _language(tag: str, fallback: Language) -> Language | None:
    if tag == "*":
        return fallback
    primary = tag.split("-", maxsplit=1)[0]
    return Language(primary) if primary in set(Language) else None


def _quality(parameters: str) -> float:
    name, _, value = parameters.strip().partition("=")
    if not name:
        return 1.0
    try:
        quality = float(value) if name.strip().lower() == "q" else 1.0
    except ValueError:
        return 0.0
    return quality if 0 <= quality <= 1 else 0.0
