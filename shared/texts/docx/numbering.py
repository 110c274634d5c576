"""Numbers that Word counts by itself: they are not in the words of a paragraph."""

from collections import defaultdict
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn

DECIMAL = "decimal"


class NotCounted(Exception):
    """A number that cannot be known from what the file says of it."""


class Numbering:
    """Counts the paragraphs of a document as Word does."""

    def __init__(self, document: Document) -> None:
        self._styles = {one.style_id: one.element for one in document.styles}
        self._lists, self._templates = _definitions(document)
        self._counts: dict[tuple[str, int], int] = defaultdict(int)

    def number_of(self, paragraph: Any) -> str:
        """What Word prints before a paragraph, with a space; empty if it prints nothing.

        Raises:
            NotCounted: bullets, letters and Roman numbers, or numbers of several levels.
        """
        asked = self._asked(paragraph)
        if asked is None or asked[0] == "0":
            return ""
        list_id, depth = asked
        template, level = self._level(list_id, depth)
        printed = _value(level.find(qn("w:lvlText")))
        if not printed:
            return ""
        if _value(level.find(qn("w:numFmt"))) != DECIMAL or printed.count("%") != 1:
            raise NotCounted(printed)
        count = self._count(template, depth, int(_value(level.find(qn("w:start"))) or "1"))
        placeholder = f"%{depth + 1}"
        if placeholder not in printed:
            raise NotCounted(printed)
        return printed.replace(placeholder, str(count)).strip() + " "

    def _asked(self, paragraph: Any) -> tuple[str, int] | None:
        """The list and the depth that a paragraph asks for, itself or by its style."""
        own = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        found = own if own is not None else self._of_style(paragraph)
        if found is None:
            return None
        depth = _value(found.find(qn("w:ilvl"))) or "0"
        return _value(found.find(qn("w:numId"))) or "0", int(depth)

    def _of_style(self, paragraph: Any) -> Any:
        name = _value(paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}"))
        for _ in range(len(self._styles)):
            style = self._styles.get(name)
            if style is None:
                return None
            found = style.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
            if found is not None:
                return found
            name = _value(style.find(qn("w:basedOn")))
        return None

    def _level(self, list_id: str, depth: int) -> tuple[str, Any]:
        own = self._lists.get(list_id)
        if own is None or own.find(qn("w:lvlOverride")) is not None:
            raise NotCounted(list_id)
        template = _value(own.find(qn("w:abstractNumId")))
        levels = self._templates.get(template, {})
        if depth not in levels:
            raise NotCounted(list_id)
        return template, levels[depth]

    def _count(self, template: str, depth: int, start: int) -> int:
        """The next number of this depth; all deeper ones begin anew."""
        for key in [k for k in self._counts if k[0] == template and k[1] > depth]:
            del self._counts[key]
        before = self._counts.get((template, depth), start - 1)
        self._counts[template, depth] = before + 1
        return before + 1


def _definitions(document: Document) -> tuple[dict[str, Any], dict[str, dict[int, Any]]]:
    part = document.part
    relation = next((r for r in part.rels.values() if r.reltype.endswith("/numbering")), None)
    if relation is None or relation.is_external:
        return {}, {}
    root = part.numbering_part.element
    lists = {one.get(qn("w:numId")): one for one in root.iter(qn("w:num"))}
    templates = {
        one.get(qn("w:abstractNumId")): {
            int(level.get(qn("w:ilvl"))): level for level in one.iter(qn("w:lvl"))
        }
        for one in root.iter(qn("w:abstractNum"))
    }
    return lists, templates


def _value(element: Any) -> str:
    return (element.get(qn("w:val")) or "") if element is not None else ""
