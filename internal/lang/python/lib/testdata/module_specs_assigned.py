# A module's __spec__ and __loader__ that a program sets or deletes stay as they are.
import bisect
import fnmatch
import glob
import heapq
import json
import textwrap

json.__spec__ = None
print(json.__spec__, json.__loader__ is None)
textwrap.__loader__ = None
print(textwrap.__loader__, textwrap.__spec__.name)
glob.__spec__ = glob.__loader__ = None
print(glob.__spec__, glob.__loader__, glob.__dict__["__spec__"])
del fnmatch.__spec__
print(hasattr(fnmatch, "__spec__"), hasattr(fnmatch, "__loader__"))
setattr(bisect, "__spec__", 5)
print(bisect.__spec__, bisect.__loader__ is None)
print(heapq.__spec__.name)
heapq.__spec__ = None
print(heapq.__spec__)
