"""Locales: here there is but one, that of C."""

__all__ = ["getlocale", "getdefaultlocale", "getpreferredencoding", "Error", "setlocale", "resetlocale", "localeconv", "strcoll", "strxfrm", "str",
           "atof", "atoi", "format_string", "currency", "normalize", "LC_CTYPE", "LC_COLLATE", "LC_MESSAGES", "LC_TIME", "LC_MONETARY",
           "LC_NUMERIC", "LC_ALL", "CHAR_MAX", "getencoding"]

LC_CTYPE, LC_NUMERIC, LC_TIME, LC_COLLATE, LC_MONETARY, LC_MESSAGES, LC_ALL = range(7)
CHAR_MAX = 127
CODESET = 14
_LANGINFO = {}
for _i, _name in enumerate("Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split()):
    globals()[f"ABDAY_{_i + 1}"], globals()[f"DAY_{_i + 1}"] = 131072 + _i, 131079 + _i
    _LANGINFO[131072 + _i], _LANGINFO[131079 + _i] = _name[:3], _name
for _i, _name in enumerate("January February March April May June July August September October November December".split()):
    globals()[f"ABMON_{_i + 1}"], globals()[f"MON_{_i + 1}"] = 131086 + _i, 131098 + _i
    _LANGINFO[131086 + _i], _LANGINFO[131098 + _i] = _name[:3], _name
for _name, _i, _text in (
        ("CODESET", 14, "UTF-8"), ("AM_STR", 131110, "AM"), ("PM_STR", 131111, "PM"), ("D_T_FMT", 131112, "%a %b %e %H:%M:%S %Y"),
        ("D_FMT", 131113, "%m/%d/%y"), ("T_FMT", 131114, "%H:%M:%S"), ("T_FMT_AMPM", 131115, "%I:%M:%S %p"), ("ERA", 131116, ""),
        ("ERA_D_FMT", 131118, ""), ("ALT_DIGITS", 131119, ""), ("ERA_D_T_FMT", 131120, ""), ("ERA_T_FMT", 131121, ""), ("CRNCYSTR", 262159, "-"),
        ("RADIXCHAR", 65536, "."), ("THOUSEP", 65537, ""), ("YESEXPR", 327680, "^[yY]"), ("NOEXPR", 327681, "^[nN]")):
    globals()[_name] = _i
    _LANGINFO[_i] = _text
del _i, _name
_text = str


class Error(Exception):
    """A locale that isn't there."""
    __module__ = "locale"


def setlocale(category, locale=None):
    """Ask for a locale, or set it: "C" is the one that is there."""
    if locale is not None and locale not in ("", "C", "POSIX", "C.UTF-8", (None, None), ("C", "UTF-8")):
        raise Error("unsupported locale setting")
    if locale == "":
        import os
        try:
            locale = os.environ.get("LC_ALL") or os.environ.get("LANG")
        except PermissionError:  # the program has no environment
            locale = "C"
    return "C.UTF-8" if isinstance(locale, _text) and locale.upper().replace("UTF8", "UTF-8") == "C.UTF-8" else "C"


def resetlocale(category=LC_ALL):
    """There is nothing to reset."""


def getlocale(category=LC_CTYPE):
    return "en_US", "UTF-8"


def getdefaultlocale(envvars=()):
    return "en_US", "UTF-8"


def getpreferredencoding(do_setlocale=True):
    return "UTF-8"


def getencoding():
    return "UTF-8"


def nl_langinfo(key):
    """A fact of the locale."""
    if key not in _LANGINFO:
        raise ValueError("unsupported langinfo constant")
    return _LANGINFO[key]


def normalize(localename):
    """A locale's name in its usual form, where its encoding is UTF-8; others stay as they are."""
    place, dot, encoding = localename.partition(".")
    if encoding.lower() not in ("utf8", "utf-8"):
        return localename
    language, bar, territory = place.partition("_")
    if place.lower() == "c":
        return "en_US.UTF-8"
    if len(language) != 2 or len(territory) != 2:
        return localename
    return f"{language.lower()}_{territory.upper()}.UTF-8"


def localeconv():
    """How numbers are written."""
    return {"int_curr_symbol": "", "currency_symbol": "", "mon_decimal_point": "", "mon_thousands_sep": "", "mon_grouping": [], "positive_sign": "",
            "negative_sign": "", "int_frac_digits": 127, "frac_digits": 127, "p_cs_precedes": 127, "p_sep_by_space": 127, "n_cs_precedes": 127,
            "n_sep_by_space": 127, "p_sign_posn": 127, "n_sign_posn": 127, "decimal_point": ".", "thousands_sep": "", "grouping": []}


def strcoll(string1, string2, /):
    return (string1 > string2) - (string1 < string2)


def strxfrm(string, /):
    return string


def format_string(f, val, grouping=False, monetary=False):
    """f % val; C groups no digits."""
    return f % val


def format(percent, value, grouping=False, monetary=False, *additional):
    """percent % value, which is one item."""
    import re
    if not re.fullmatch(r"%(?:\((?P<key>.*?)\))?(?P<modifiers>[-#0-9 +*.hlL]*?)[eEfFgGdiouxXcrs%]", percent):
        raise ValueError("format() must be given exactly one %%char format specifier, %s not valid" % repr(percent))
    return percent % ((value, *additional) if additional else value)


def currency(val, symbol=True, grouping=False, international=False):
    raise ValueError("Currency formatting is not possible using the 'C' locale.")


def str(val):
    """A number as a text."""
    return "%.12g" % val


def delocalize(string):
    return string


def atof(string, func=float):
    return func(string)


def atoi(string):
    return int(string)
