"""`kurultai procedure`: the tables of every service, for those who read no Python."""

import sys
from pathlib import Path

from kurultai import rules
from kurultai.registry import SERVICES
from shared.service import Service, on_paper

PAGE = """# Procedure: {name}

Written by `kurultai procedure --write docs/procedure` from `services/{name}/domain`.

{tables}"""


def show() -> None:
    sys.stdout.write("\n".join(page(service) for service in SERVICES.values()))


def write_pages(folder: Path) -> None:
    """Write a page a service, and the pages that a service has beside its tables."""
    folder.mkdir(parents=True, exist_ok=True)
    rules.write_pages(folder)
    for name, service in SERVICES.items():
        (folder / f"{name}.md").write_text(page(service), "utf-8")
        for beside, text in service.pages.items():
            (folder / f"{beside}.md").write_text(text(), "utf-8")


def page(service: Service) -> str:
    return PAGE.format(name=service.name, tables=on_paper(service))
