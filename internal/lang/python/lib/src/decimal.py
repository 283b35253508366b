"""Decimal numbers, with as many digits and the rounding that a context says."""

import numbers
from collections import namedtuple

import _decimal
from _decimal import (HAVE_CONTEXTVAR, HAVE_THREADS, MAX_EMAX, MAX_PREC, MIN_EMIN, MIN_ETINY, ROUND_05UP, ROUND_CEILING, ROUND_DOWN,
                      ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, BasicContext, Clamped, Context,
                      ConversionSyntax, Decimal, DecimalException, DefaultContext, DivisionByZero, DivisionImpossible,
                      DivisionUndefined, ExtendedContext, FloatOperation, Inexact, InvalidContext, InvalidOperation, Overflow,
                      Rounded, Subnormal, Underflow, getcontext)

__version__ = "1.70"
__libmpdec_version__ = "2.5.1"

DecimalTuple = namedtuple("DecimalTuple", "sign digits exponent", module="decimal")
_decimal._set_tuple(DecimalTuple)
numbers.Number.register(Decimal)


def setcontext(context, /):
    """Make a context the current one."""
    if context is DefaultContext or context is BasicContext or context is ExtendedContext:
        context = context.copy()
        context.clear_flags()
    _decimal.setcontext(context)


class ContextManager:
    """What localcontext returns: the context in a with statement is a copy."""

    def __init__(self, context):
        self._new = context

    def __enter__(self):
        self._saved = getcontext()
        _decimal.setcontext(self._new)
        return self._new

    def __exit__(self, *args):
        _decimal.setcontext(self._saved)
        return False


_SETTINGS = ("prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps")


def localcontext(ctx=None, **kwargs):
    """A context for a with statement."""
    if ctx is None:
        ctx = getcontext()
    elif not isinstance(ctx, Context):
        raise TypeError("optional argument must be a context")
    ctx = ctx.copy()
    for name, value in kwargs.items():
        if name not in _SETTINGS:
            raise TypeError(f"'{name}' is an invalid keyword argument for this function")
        setattr(ctx, name, value)
    return ContextManager(ctx)
