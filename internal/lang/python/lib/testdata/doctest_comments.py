# Examples that are comments or blank aren't run; what a traceback's lines look like doesn't matter.
import doctest


def half(n):
    """
    >>> # a comment of its own
    >>> half(4)
    2.0
    >>>
    >>> half("x")  # dots at the margin
    Traceback (most recent call last):
    ...
    TypeError: unsupported operand type(s) for /: 'str' and 'int'
    >>> half("x")
    Traceback (most recent call last):
        ...
    TypeError: unsupported operand type(s) for /: 'str' and 'int'
    >>> half(None) # doctest: +IGNORE_EXCEPTION_DETAIL
    Traceback (most recent call last):
      File "somewhere.py", line 3, in somewhere
        return somehow
    TypeError: anything
    >>> # comment
    ... half(8)
    4.0
    """
    return n / 2


print(doctest.testmod())
for x in doctest.DocTestParser().get_examples(half.__doc__):
    print(repr(x.source), repr(x.want), repr(x.exc_msg), x.lineno)
print(doctest.DocTestParser().get_examples(">>> #x\n>>> 1\n1\n")[0].source)
