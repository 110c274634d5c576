"""A chamber of a few seats."""

from pathlib import Path

import yaml

PROFILES = Path(__file__).parents[2] / "shared" / "rules" / "profiles"


def a_small_chamber(folder, seats=5, profile="bundestag-2017"):
    """A profile with so few seats; all else stays as it is."""
    written = yaml.safe_load((PROFILES / f"{profile}.yaml").read_text("utf-8"))
    versions = written["parameters"]["seats"]["versions"]
    for version in versions.values():
        version["value"] = seats
    path = folder / "small.yaml"
    path.write_text(yaml.safe_dump(written | {"name": "small"}, allow_unicode=True), "utf-8")
    return str(path)
