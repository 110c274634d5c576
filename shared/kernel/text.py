"""Words for people, in the three languages of the service."""

from dataclasses import dataclass
from enum import StrEnum


class Language(StrEnum):
    KK = "kk"
    RU = "ru"
    EN = "en"


@dataclass(frozen=True, slots=True)
class Text:
    """One message in Kazakh, Russian and English; placeholders are `{named}` alike in all three."""

    kk: str
    ru: str
    en: str

    def on(self, language: Language) -> str:
        """The message in one language."""
        words: str = getattr(self, language)
        return words

    def filled(self, **facts: object) -> "Text":
        """The message with its placeholders filled; a fact that is a Text speaks each language."""
        return Text(*(_fill(self.on(language), language, facts) for language in Language))

    def __str__(self) -> str:
        return self.en


def _fill(words: str, language: Language, facts: dict[str, object]) -> str:
    return words.format_map(
        {name: f.on(language) if isinstance(f, Text) else f for name, f in facts.items()}
    )


def joined(texts: "list[Text] | tuple[Text, ...]", separator: str = "; ") -> Text:
    """Several messages as one."""
    return Text(*(separator.join(t.on(language) for t in texts) for language in Language))
