"""A service's procedure on paper."""

from shared.kernel.printing import as_markdown, as_mermaid
from shared.kernel.text import Language
from shared.service.assembly import Service

HEADINGS = {
    Language.EN: "In English",
    Language.RU: "На русском языке",
    Language.KK: "Қазақ тілінде",
}


def on_paper(service: Service) -> str:
    """Every table of the service: a diagram, then the rows in three languages."""
    return "\n".join(_table(service, kind) for kind in service.procedures)


def _table(service: Service, kind: str) -> str:
    procedure = service.procedures[kind]
    parts = [f"## {kind}\n", f"```mermaid\n{as_mermaid(procedure)}```\n"]
    for language, heading in HEADINGS.items():
        parts.append(f"### {heading}\n\n{as_markdown(procedure, language)}")
    return "\n".join(parts)
