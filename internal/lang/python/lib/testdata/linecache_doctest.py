"""The lines of a doctest's examples are there while it runs."""
import doctest
import linecache


def f():
    """
    >>> linecache.getline("<doctest f[0]>", 1)
    'linecache.getline("<doctest f[0]>", 1)\\n'
    >>> linecache.getline("<none>", 1)
    ''
    """


print(doctest.run_docstring_examples(f, globals(), name="f"))
