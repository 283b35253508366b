"""Modules in archives: there are none that programs could import."""

from _engine import ZipImportError

__all__ = ["ZipImportError", "zipimporter"]


class zipimporter:
    """What would import modules of an archive."""

    def __init__(self, path):
        raise ZipImportError("not a Zip file", path=path)
