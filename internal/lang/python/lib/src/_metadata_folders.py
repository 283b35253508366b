"""What folders, and zips, have of packages' metadata, for module importlib.metadata."""

import os
import re

_MOST = 128  # so many are kept
folders = {}


def normalized(name):
    return re.sub(r"[-_.]+", "-", name).lower().replace("-", "_")


class Folder:
    """The names of what is metadata in a folder or a zip, by the names of packages. It is kept while the folder doesn't change."""

    def __init__(self, root, time):
        self.root, self.time, self.zip = root, time, None
        self.infos, self.eggs = {}, {}
        base = os.path.basename(root).lower()
        for child in self.children():
            low = child.lower()
            if low.endswith((".dist-info", ".egg-info")):
                name = normalized(low.rpartition(".")[0].partition("-")[0])
                self.infos.setdefault(name, []).append(child)
            elif low == "egg-info" and base.endswith(".egg"):
                name = base.rpartition(".")[0].partition("-")[0]
                self.eggs.setdefault(_plain(name), []).append(child)

    @classmethod
    def of(cls, root):
        """What is in a folder."""
        try:
            time = os.stat(root).st_mtime
        except OSError:
            return cls(root, None)
        found = folders.get(root)
        if found is None or found.time != time:
            if len(folders) >= _MOST:
                folders.clear()
            found = folders[root] = cls(root, time)
        return found

    def children(self):
        try:
            return os.listdir(self.root or ".")
        except Exception:
            pass
        if not os.path.isfile(self.root):
            return []
        import zipfile
        try:
            self.zip = zipfile.Path(self.root)
        except Exception:  # it is no zip, or a bad one
            return []
        return dict.fromkeys(name.partition("/")[0] for name in self.zip.root.namelist())

    def search(self, name):
        """The paths of the metadata of a package, or without a name of all."""
        if name:
            found = [self.infos.get(normalized(name), ()), self.eggs.get(_plain(name), ())]
        else:
            found = [*self.infos.values(), *self.eggs.values()]
        for children in found:
            for child in children:
                yield self.zip.joinpath(child) if self.zip else os.path.join(self.root, child)


def _plain(name):
    """A name as old packages have theirs."""
    return name.lower().replace("-", "_")
