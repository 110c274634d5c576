"""Paths of tiles and bundles of entries, both ways."""

import aics_tlog.tiles
import pytest

from shared.tlog.tiles import (
    BundleInvalid,
    Coordinate,
    PathInvalid,
    bundle_of,
    entries_of,
    index_at,
    index_path,
    tile_at,
    width_at,
)

INDEXES = [0, 1, 67, 999, 1000, 1001, 999_999, 1_000_000, 1_234_067, (1 << 55) - 1]


@pytest.mark.parametrize("index", INDEXES)
@pytest.mark.parametrize("width", [1, 17, 255, 256])
def test_a_path_leads_back_to_its_tile(index, width):
    tile = Coordinate(level=3, index=index, width=width)
    assert tile_at(tile.path) == tile
    other = aics_tlog.tiles.tile_path(3, index, None if width == 256 else width)
    assert other == f"tile/{tile.path}"


def test_the_path_of_the_specification():
    assert index_path(1_234_067) == "x001/x234/067"
    assert Coordinate(0, 1_234_067, 17).path == "0/x001/x234/067.p/17"


@pytest.mark.parametrize(
    "path",
    [
        "", "0", "0/", "/000", "0/0", "0/00", "0/0000", "0/x000", "0/x000/001", "0/x001/x002",
        "0/001/002", "0/x1/002", "0/X001/002", "00/001", "64/001", "-1/001", "+1/001", "0/-01",
        "0/001.p", "0/001.p/", "0/001.p/0", "0/001.p/00", "0/001.p/01", "0/001.p/256",
        "0/001.p/257", "0/001.p/1000", "0/001/p/1", "0/001.p/1/", "0/001 ", "0/001\n", "0/٠٠١",
        "0/x036/x028/x797/x018/x963/968", "0/" + "x001/" * 30 + "001", "entries/001", "0/../001",
    ],
)  # fmt: skip
def test_another_path_is_refused(path):
    with pytest.raises(PathInvalid):
        tile_at(path)


def test_a_bundle_has_the_same_kind_of_path():
    assert index_at("x001/234.p/5") == (1234, 5)


def test_the_widths_of_a_tree_of_70000_are_those_of_the_specification():
    assert [width_at(70_000, 0, at) for at in (272, 273, 274)] == [256, 112, 0]
    assert [width_at(70_000, 1, at) for at in (0, 1)] == [256, 17]
    assert [width_at(70_000, 2, at) for at in (0, 1)] == [1, 0]


@pytest.mark.parametrize("entries", [(), (b"",), (b"a", b"", b"bc"), (b"x" * 65_535,) * 256])
def test_a_bundle_gives_its_entries_back(entries):
    assert entries_of(bundle_of(entries)) == entries
    assert bundle_of(entries) == aics_tlog.tiles.build_entry_bundle(list(entries))


def test_what_does_not_fit_in_a_bundle_is_refused():
    for entries in ([b"x" * 65_536], [b""] * 257):
        with pytest.raises(BundleInvalid):
            bundle_of(entries)


def test_a_bundle_that_is_cut_off_is_refused():
    whole = bundle_of([b"abc", b"defg"])
    for end in range(1, len(whole)):
        if end != len(b"__abc"):
            with pytest.raises(BundleInvalid):
                entries_of(whole[:end])
    with pytest.raises(BundleInvalid):
        entries_of(bytes(2 * 257))
