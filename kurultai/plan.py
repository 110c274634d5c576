"""Which processes run which services on which ports; written by the launcher, read by each."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict

from kurultai.servers.private import write_private

GATEWAY = "gateway"


class Process(BaseModel):
    """One process: the services in it, or none if it is the gateway before them."""

    model_config = ConfigDict(frozen=True)

    name: str
    port: int
    services: tuple[str, ...] = ()

    @property
    def is_gateway(self) -> bool:
        return not self.services


class Plan(BaseModel):
    """The processes, and the settings of each service. Holds secrets: for its owner only."""

    model_config = ConfigDict(frozen=True)

    processes: tuple[Process, ...]
    settings: Mapping[str, Mapping[str, Any]]

    def process(self, name: str) -> Process:
        return next(process for process in self.processes if process.name == name)

    def origins(self) -> dict[str, str]:
        """Where each service listens."""
        return {
            service: f"http://127.0.0.1:{process.port}"
            for process in self.processes
            for service in process.services
        }

    def write(self, path: Path) -> None:
        write_private(path, self.model_dump_json())
