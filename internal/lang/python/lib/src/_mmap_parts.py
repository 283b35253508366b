"""What mapped memory needs: its numbers, where bytes differ, and the absence of what a bytearray has."""

ACCESS_DEFAULT, ACCESS_READ, ACCESS_WRITE, ACCESS_COPY = range(4)
MAP_SHARED, MAP_PRIVATE, MAP_ANON, MAP_ANONYMOUS = 1, 2, 32, 32
PROT_READ, PROT_WRITE, PROT_EXEC = 1, 2, 4
MADV_NORMAL, MADV_RANDOM, MADV_SEQUENTIAL, MADV_WILLNEED, MADV_DONTNEED = range(5)
_PAGE = 4096


def kinds_of_access(flags, prot, access):
    """Whether the memory can be changed, and whether the file is changed with it."""
    if access not in range(4):
        raise ValueError("mmap invalid access parameter.")
    if access != ACCESS_DEFAULT:
        if flags != MAP_SHARED or prot != PROT_READ | PROT_WRITE:
            raise ValueError("mmap can't specify both access and flags, prot.")
        return access != ACCESS_READ, access == ACCESS_WRITE
    writes = bool(prot & PROT_WRITE)
    return writes, writes and not flags & MAP_PRIVATE


def differing(old, new, start, end):
    """The ranges between two places in which two rows of bytes differ."""
    for page in range(start, end, _PAGE):
        last = min(page + _PAGE, end)
        if old[page:last] != new[page:last]:
            yield from _in_page(old, new, page, last)


def _in_page(old, new, start, end):
    first = None
    for at in range(start, end):
        if old[at] == new[at]:
            if first is not None:
                yield first, at
            first = None
        elif first is None:
            first = at
    if first is not None:
        yield first, end


class _Absent:
    """What a bytearray has, and mapped memory hasn't."""

    def __init__(self, name):
        self.name = name

    def __get__(self, instance, owner=None):
        whose = "type object 'mmap.mmap'" if instance is None else "'mmap.mmap' object"
        raise AttributeError(f"{whose} has no attribute '{self.name}'")


def hide_others(cls):
    """Take from a class what is a bytearray's, and not its own."""
    for name in dir(bytearray):
        if not name.startswith("_") and name not in vars(cls):
            setattr(cls, name, _Absent(name))
