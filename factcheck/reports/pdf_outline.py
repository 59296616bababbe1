"""Entries of a PDF's outline, each at the place where it stands in the story."""

from __future__ import annotations

from reportlab.platypus import Flowable


class Entry(Flowable):
    """An entry of the outline: takes no room, and stays with what follows it."""

    def __init__(self, text: str, number: int, level: int) -> None:
        super().__init__()
        self.text, self.number, self.level = text, number, level
        self.keepWithNext = 1

    def wrap(self, *_: float) -> tuple[float, float]:
        """No room."""
        return 0, 0

    def draw(self) -> None:
        """Mark the place, and enter it."""
        place = f"e{self.number}"
        self.canv.bookmarkHorizontal(place, 0, 12)
        self.canv.addOutlineEntry(self.text, place, self.level, closed=self.level == 0)
