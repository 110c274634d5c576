"""Which processes run which services on which ports; written by the launcher, read by each."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict

from kurultai.servers.private import write_private

GATEWAY = "gateway"


class Process(BaseModel):
    """One process: the services in it, or none if it is the gateway before them.

    Attributes:
        works: whether it also tells and hears facts; one process of each service does.
        shares_port: whether others listen on the same port; the kernel shares out connections.
    """

    model_config = ConfigDict(frozen=True)

    name: str
    port: int
    services: tuple[str, ...] = ()
    works: bool = True
    shares_port: bool = False

    @property
    def is_gateway(self) -> bool:
        return not self.services

    def times(self, number: int) -> tuple["Process", ...]:
        """The same process so many times, on one port; only the first tells and hears facts."""
        if number == 1:
            return (self,)
        first = self.model_copy(update={"shares_port": True})
        others = [
            first.model_copy(update={"name": f"{self.name}-{one}", "works": False})
            for one in range(2, number + 1)
        ]
        return (first, *others)


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
