"""The tables of RFC 3454: characters of Unicode 3.2 by how names that have them are prepared."""

from unicodedata import ucd_3_2_0 as _old
from unicodedata import normalize as _normalize

_B1 = frozenset([0xAD, 0x34F, 0x1806, 0x180B, 0x180C, 0x180D, 0x200B, 0x200C, 0x200D, 0x2060, *range(0xFE00, 0xFE10), 0xFEFF])
_C22 = frozenset([0x6DD, 0x70F, 0x180E, 0x200C, 0x200D, 0x2028, 0x2029, *range(0x2060, 0x2064), *range(0x206A, 0x2070), 0xFEFF,
                  *range(0xFFF9, 0xFFFD), *range(0x1D173, 0x1D17B)])
_C8 = frozenset([0x340, 0x341, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x206A, 0x2070)])
_C9 = frozenset([0xE0001, *range(0xE0020, 0xE0080)])


def _never(code):
    """Whether a code point is none of a character, for good."""
    return 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE


def in_table_a1(code):
    """Not assigned."""
    return _old.category(code) == "Cn" and not _never(ord(code))


def in_table_b1(code):
    """Mapped to nothing."""
    return ord(code) in _B1


def map_table_b3(code):
    """What a character is folded to, without normal forms."""
    low = code.lower()
    if _old.category(code) == "Cn" or 0x13A0 <= ord(code) <= 0x13F5:
        return low
    folded = code.casefold()
    if folded != low or folded != code:
        return folded
    compatible = _normalize("NFKC", folded)
    again = "".join(c.casefold() for c in compatible)
    return folded if again == compatible else _normalize("NFKC", again)


def map_table_b2(code):
    """What a character is folded to, with the normal form NFKC."""
    folded = map_table_b3(code)
    once = _old.normalize("NFKC", folded)
    twice = _old.normalize("NFKC", "".join(map(map_table_b3, once)))
    return folded if once == twice else twice


def in_table_c11(code):
    """A space of ASCII."""
    return code == " "


def in_table_c12(code):
    """Another space."""
    return _old.category(code) == "Zs" and code != " "


def in_table_c11_c12(code):
    """A space."""
    return _old.category(code) == "Zs"


def in_table_c21(code):
    """A control character of ASCII."""
    return ord(code) < 128 and _old.category(code) == "Cc"


def in_table_c22(code):
    """Another control character."""
    return ord(code) in _C22 or ord(code) >= 128 and _old.category(code) == "Cc"


def in_table_c21_c22(code):
    """A control character."""
    return _old.category(code) == "Cc" or ord(code) in _C22


def in_table_c3(code):
    """For private use."""
    return _old.category(code) == "Co"


def in_table_c4(code):
    """No character."""
    return _never(ord(code)) and _old.category(code) == "Cn"


def in_table_c5(code):
    """A surrogate."""
    return _old.category(code) == "Cs"


def in_table_c6(code):
    """Not for plain text."""
    return 0xFFF9 <= ord(code) <= 0xFFFD


def in_table_c7(code):
    """Describes ideographs."""
    return 0x2FF0 <= ord(code) <= 0x2FFB


def in_table_c8(code):
    """Changes how text is shown."""
    return ord(code) in _C8


def in_table_c9(code):
    """A tag."""
    return ord(code) in _C9


def in_table_d1(code):
    """Of text from right to left."""
    return _old.bidirectional(code) in ("R", "AL")


def in_table_d2(code):
    """Of text from left to right."""
    return _old.bidirectional(code) == "L"
