# What a module's __getattr__ makes comes before a module of that name.
from unittest import TestCase, main
from collections import UserDict

print(main.__name__, TestCase.__name__, UserDict.__name__)
try:
    from unittest import absent
except ImportError as e:
    print(str(e).partition(" (")[0])
