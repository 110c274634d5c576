"""Where the seats of a half-round chamber stand on paper. Geometry alone; no real seats plan."""

from dataclasses import dataclass
from math import ceil, cos, pi, sin, sqrt

INNER = 0.42
"""The radius of the innermost row; that of the outermost is 1."""


@dataclass(frozen=True, slots=True)
class Seat:
    """From the left end (-1) to the right (1), and from the middle line (0) up (1)."""

    x: float
    y: float


def half_circle(seats: int) -> list[Seat]:
    """So many seats, from left to right as the presiding officer's hand would sweep over them."""
    placed = [spot for row in _rows(seats) for spot in _row(*row)]
    placed.sort()
    return [Seat(round(-r * cos(angle), 4), round(r * sin(angle), 4)) for angle, r in placed]


def _rows(seats: int) -> list[tuple[float, int]]:
    """The radius of each row and how many sit in it: as many as its length lets in."""
    many = max(1, ceil(sqrt(seats) * 0.55))
    radii = [1 - (1 - INNER) * row / max(1, many - 1) for row in range(many)]
    left, length, rows = seats, sum(radii), []
    for radius in radii:
        here = round(left * radius / length)
        rows.append((radius, here))
        left, length = left - here, length - radius
    return rows


def _row(radius: float, seats: int) -> list[tuple[float, float]]:
    gaps = max(1, seats - 1)
    alone = pi / 2 if seats == 1 else 0.0
    return [(alone + pi * seat / gaps, radius) for seat in range(seats)]
