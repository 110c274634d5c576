"""Every paragraph into its place in the tree."""

from collections.abc import Callable, Sequence

from shared.texts.growing import END, GROUPS, NOTE, Growth, Node
from shared.texts.marks import Mark
from shared.texts.sorting import Sort, Sorted
from shared.texts.tree import Level

GOES_ON = (";", ",")
DASHES = ("-", "–", "—")
INLINE = (".", ";")


class Placing:
    """Puts paragraphs one after another into a growing tree."""

    def __init__(self, growth: Growth, rows: Sequence[Sorted]) -> None:
        self._growth = growth
        self._rows = rows
        self._following = _next(rows, lambda row: not row.is_note)
        self._marked_after = _next(rows, lambda row: row.mark is not None)
        self._notes: list[Sorted] = []
        """Notes that precede what comes next; they go where it goes."""

    def place_all(self) -> None:
        for at, row in enumerate(self._rows):
            if row.is_note:
                self._note(row)
            elif row.sort is Sort.END:
                self._end(row)
            elif row.mark:
                self._marked(at, row, row.mark)
            else:
                self._plain(at, row)
        self._flush(self._article_or_group())

    def _note(self, row: Sorted) -> None:
        self._notes.append(row)

    def _end(self, row: Sorted) -> None:
        self._flush(self._article_or_group())
        root = self._growth.root
        number = root.next_aside(END)
        self._growth.add(root, Node(Level.PART, number, text=row.text, line=row.line))

    def _flush(self, parent: Node) -> None:
        for row in self._notes:
            number = parent.next_aside(NOTE)
            parent.take(Node(Level.PART, number, text=row.text, line=row.line))
        self._notes.clear()

    def _article_or_group(self) -> Node:
        return self._growth.nearest(Level.ARTICLE, *GROUPS) or self._growth.root

    def _flush_footnotes(self) -> None:
        """Before a heading: notes up to the last footnote are about what ends there."""
        last = max((at for at, n in enumerate(self._notes) if n.sort is Sort.FOOTNOTE), default=-1)
        later = self._notes[last + 1 :]
        self._notes = self._notes[: last + 1]
        self._flush(self._article_or_group())
        self._notes = later

    def _marked(self, at: int, row: Sorted, mark: Mark) -> None:
        if mark.heads:
            self._flush_footnotes()
        node = Node(mark.level, mark.number, line=row.line)
        parent = self._parent_of(node)
        self._growth.refuse_out_of_order(node, parent)
        self._flush(parent)
        self._growth.add(parent, node)
        if not mark.heads:
            node.text = mark.rest
        elif self._is_inline(at, mark):
            self._growth.add(node, Node(Level.PART, "1", text=mark.rest, line=row.line))
        else:
            node.heading = mark.rest

    def _is_inline(self, at: int, mark: Mark) -> bool:
        """An article may have its only words in the place of its heading (art. 23(9))."""
        if mark.level is not Level.ARTICLE:
            return False
        after = self._following[at]
        alone = after is None or after.heads or after.sort is Sort.END
        return mark.rest.endswith(":") or (alone and mark.rest.endswith(INLINE))

    def _parent_of(self, node: Node) -> Node:
        growth = self._growth
        if node.level is not Level.SUB_POINT:
            return growth.parent_of(node.level)
        part, sibling = growth.nearest(Level.PART), growth.nearest(Level.SUB_POINT)
        above = growth.above(part) if part else None
        if part and above and above.level is not Level.SUB_POINT:
            return part if sibling or _lists(part, above, node) else above
        return growth.above(sibling) if sibling else growth.parent_of(node.level)

    def _plain(self, at: int, row: Sorted) -> None:
        parent, level = self._place_of_words(at, row)
        self._flush(parent)
        node = Node(level, parent.next_of(level), text=row.text, line=row.line)
        self._growth.add(parent, node)

    def _place_of_words(self, at: int, row: Sorted) -> tuple[Node, Level]:
        last = self._growth.last
        if last.level in GROUPS or last.level is Level.ARTICLE:
            return last, Level.PART
        if self._is_indent(row, last):
            return self._holder(last), Level.INDENT
        return self._parent_of_part(at), Level.PART

    def _holder(self, last: Node) -> Node:
        return self._growth.path[-2] if last.level is Level.INDENT else last

    @staticmethod
    def _is_indent(row: Sorted, last: Node) -> bool:
        if row.sort is Sort.QUOTED or row.text[0].islower() or row.text.startswith(DASHES):
            return True
        listed = last.level is Level.INDENT and last.text.endswith(GOES_ON)
        return listed or last.text.endswith(":")

    def _parent_of_part(self, at: int) -> Node:
        growth = self._growth
        sub_point = growth.nearest(Level.SUB_POINT)
        if sub_point and self._list_goes_on(at, sub_point):
            return sub_point
        return growth.nearest(Level.POINT, Level.ARTICLE, *GROUPS) or growth.root

    def _list_goes_on(self, at: int, sub_point: Node) -> bool:
        row = self._marked_after[at]
        mark = row.mark if row else None
        if mark is None or mark.level is not Level.SUB_POINT:
            return False
        return _order(mark.number) > _order(sub_point.number)


def _lists(part: Node, above: Node, node: Node) -> bool:
    """Whether a part begins a list of its own: the first words of an article speak for it."""
    taken = above.has(Level.SUB_POINT, node.number)
    return taken or (part.number != "1" and part.text.endswith(":"))


def _next(rows: Sequence[Sorted], sought: Callable[[Sorted], bool]) -> list[Sorted | None]:
    """For each paragraph the next one of those sought."""
    found: list[Sorted | None] = [None] * len(rows)
    following: Sorted | None = None
    for at in range(len(rows) - 1, -1, -1):
        found[at] = following
        if sought(rows[at]):
            following = rows[at]
    return found


def _order(number: str) -> tuple[int, ...]:
    return tuple(int(one) for one in number.split("-"))
