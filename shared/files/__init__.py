"""Files that are kept whole, once, under the digest of what is in them; and where they are kept.

`async with files_of(settings, "bills") as files` opens the store that the settings name.
"""

from shared.files.opening import FILES_MUST, files_of
from shared.files.port import FileDamaged, FileGone, Files, FilesAway, Span, Stored

__all__ = [
    "FILES_MUST",
    "FileDamaged",
    "FileGone",
    "Files",
    "FilesAway",
    "Span",
    "Stored",
    "files_of",
]
