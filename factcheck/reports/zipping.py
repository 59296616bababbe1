"""The same ZIP bytes for the same content: fixed times, order and attributes."""

from __future__ import annotations

import io
import zipfile

_TIME = (1980, 1, 1, 0, 0, 0)


def zipped_again(content: bytes) -> bytes:
    """The files of a ZIP, in their order, with nothing in it of when and where it was made."""
    again = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(again, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for member in old.infolist():
            entry = zipfile.ZipInfo(member.filename, _TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            new.writestr(entry, old.read(member))
    return again.getvalue()
