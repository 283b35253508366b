"""Compares files and directories."""

import os
import stat

__all__ = ["clear_cache", "cmp", "dircmp", "cmpfiles", "DEFAULT_IGNORES"]

DEFAULT_IGNORES = ["RCS", "CVS", "tags", ".git", ".hg", ".bzr", "_darcs", "__pycache__"]

_cache = {}
_MOST = 100  # comparisons that are kept


def clear_cache():
    """Forget what was compared."""
    _cache.clear()


def cmp(f1, f2, shallow=True):
    """Whether two files are equal; shallow says that size and time are enough."""
    first, second = _signature(os.stat(f1)), _signature(os.stat(f2))
    if first[0] != stat.S_IFREG or second[0] != stat.S_IFREG:
        return False
    if shallow and first == second:
        return True
    if first[1] != second[1]:
        return False
    key = f1, f2, first, second
    if key not in _cache:
        equal = _equal(f1, f2)
        if len(_cache) >= _MOST:
            clear_cache()
        _cache[key] = equal
    return _cache[key]


def _signature(status):
    return stat.S_IFMT(status.st_mode), status.st_size, status.st_mtime


def _equal(f1, f2):
    with open(f1, "rb") as a, open(f2, "rb") as b:
        while True:
            x, y = a.read(1 << 16), b.read(1 << 16)
            if x != y:
                return False
            if not x:
                return True


def cmpfiles(a, b, common, shallow=True):
    """The names of files that are equal in two directories, that differ, and that can't be compared."""
    equal, different, failed = result = [], [], []
    for name in common:
        try:
            same = cmp(os.path.join(a, name), os.path.join(b, name), shallow)
        except (OSError, ValueError):
            failed.append(name)
        else:
            (equal if same else different).append(name)
    return result


class dircmp:
    """Compares two directories, each attribute when it is wanted."""

    def __init__(self, a, b, ignore=None, hide=None):
        self.left, self.right = a, b
        self.hide = [os.curdir, os.pardir] if hide is None else hide
        self.ignore = DEFAULT_IGNORES if ignore is None else ignore

    def _names(self, directory):
        return sorted(name for name in os.listdir(directory) if name not in self.hide and name not in self.ignore)

    def _compare_names(self):
        self.left_list, self.right_list = self._names(self.left), self._names(self.right)
        left, right = set(self.left_list), set(self.right_list)
        self.common = [name for name in self.left_list if name in right]
        self.left_only = [name for name in self.left_list if name not in right]
        self.right_only = [name for name in self.right_list if name not in left]

    def _compare_kinds(self):
        self.common_dirs, self.common_files, self.common_funny = [], [], []
        for name in self.common:
            try:
                a, b = (stat.S_IFMT(os.stat(os.path.join(top, name)).st_mode) for top in (self.left, self.right))
            except (OSError, ValueError):
                a, b = None, -1
            if a == b == stat.S_IFDIR:
                self.common_dirs.append(name)
            elif a == b == stat.S_IFREG:
                self.common_files.append(name)
            else:
                self.common_funny.append(name)

    def _compare_files(self):
        self.same_files, self.diff_files, self.funny_files = cmpfiles(self.left, self.right, self.common_files)

    def _compare_below(self):
        self.subdirs = {name: type(self)(os.path.join(self.left, name), os.path.join(self.right, name), self.ignore, self.hide)
                        for name in self.common_dirs}

    _HOW = {
        **dict.fromkeys(("left_list", "right_list", "common", "left_only", "right_only"), _compare_names),
        **dict.fromkeys(("common_dirs", "common_files", "common_funny"), _compare_kinds),
        **dict.fromkeys(("same_files", "diff_files", "funny_files"), _compare_files),
        "subdirs": _compare_below,
    }

    def __getattr__(self, name):
        how = type(self)._HOW.get(name)
        if how is None:
            raise AttributeError(name)
        how(self)
        return self.__dict__[name]

    def report(self):
        """Print how they differ."""
        print("diff", self.left, self.right)
        for text, names in (("Only in %s :" % self.left, self.left_only), ("Only in %s :" % self.right, self.right_only),
                            ("Identical files :", self.same_files), ("Differing files :", self.diff_files),
                            ("Trouble with common files :", self.funny_files), ("Common subdirectories :", self.common_dirs),
                            ("Common funny cases :", self.common_funny)):
            if names:
                print(text, sorted(names))

    def report_partial_closure(self):
        """Print how they and the directories in them differ."""
        self.report()
        for below in self.subdirs.values():
            print()
            below.report()

    def report_full_closure(self):
        """Print how they and all below differ."""
        self.report()
        for below in self.subdirs.values():
            print()
            below.report_full_closure()
