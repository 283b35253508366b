"""Module.

>>> 1 + 1
2
"""
import doctest
def fact(n):
    """Factorial.

    >>> fact(3)
    6
    >>> [fact(i) for i in range(3)]
    [1, 1, 2]
    >>> fact(-1)
    Traceback (most recent call last):
        ...
    ValueError: neg
    >>> fact(4)
    25
    >>> print("a\\n\\nb")
    a
    <BLANKLINE>
    b
    >>> list(range(20)) # doctest: +ELLIPSIS
    [0, 1, ..., 19]
    >>> print('a   b')  # doctest: +NORMALIZE_WHITESPACE
    a b
    >>> for i in range(2):
    ...     print(i)
    0
    1
    >>> x = 5
    >>> x

    """
    if n < 0: raise ValueError('neg')
    return 1 if n < 2 else n * fact(n - 1)
class C:
    """
    >>> C().m()
    3
    """
    def m(self):
        '''
        >>> C().m() # doctest: +SKIP
        4
        >>> True
        1
        '''
        return 3
def nodoc(): pass
if __name__ == '__main__':
    print(doctest.testmod())
    doctest.run_docstring_examples(C.m, globals(), verbose=True)
