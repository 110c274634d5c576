"""What a file is, by what is in it; and what is not taken, whatever it is called."""

from shared.files.examining.types import TYPES, FileType, examined

__all__ = ["TYPES", "FileType", "examined"]
