"""The kinds of tokens of Python's sources."""

_NAMES = """ENDMARKER NAME NUMBER STRING NEWLINE INDENT DEDENT LPAR RPAR LSQB RSQB COLON COMMA SEMI PLUS MINUS STAR SLASH VBAR AMPER LESS
GREATER EQUAL DOT PERCENT LBRACE RBRACE EQEQUAL NOTEQUAL LESSEQUAL GREATEREQUAL TILDE CIRCUMFLEX LEFTSHIFT RIGHTSHIFT DOUBLESTAR PLUSEQUAL
MINEQUAL STAREQUAL SLASHEQUAL PERCENTEQUAL AMPEREQUAL VBAREQUAL CIRCUMFLEXEQUAL LEFTSHIFTEQUAL RIGHTSHIFTEQUAL DOUBLESTAREQUAL DOUBLESLASH
DOUBLESLASHEQUAL AT ATEQUAL RARROW ELLIPSIS COLONEQUAL OP AWAIT ASYNC TYPE_IGNORE TYPE_COMMENT SOFT_KEYWORD ERRORTOKEN COMMENT NL
ENCODING N_TOKENS""".split()

tok_name = {number: name for number, name in enumerate(_NAMES)}
globals().update((name, number) for number, name in enumerate(_NAMES))
NT_OFFSET = 256
tok_name[NT_OFFSET] = "NT_OFFSET"

EXACT_TOKEN_TYPES = {text: globals()[name] for name, text in zip(_NAMES[7:54], """( ) [ ] : , ; + - * / | & < > = . % { } == != <= >= ~ ^ << >> ** += -=
*= /= %= &= |= ^= <<= >>= **= // //= @ @= -> ... :=""".split())}
EXACT_TOKEN_TYPES = dict(sorted(EXACT_TOKEN_TYPES.items()))

__all__ = ["tok_name", "ISTERMINAL", "ISNONTERMINAL", "ISEOF", *_NAMES[:-1], "N_TOKENS", "NT_OFFSET"]


def ISTERMINAL(x):
    """True for a token."""
    return x < NT_OFFSET


def ISNONTERMINAL(x):
    """True for what consists of tokens."""
    return x >= NT_OFFSET


def ISEOF(x):
    """True for the end."""
    return x == ENDMARKER
