"""Messages in the program's own language: nothing is translated."""

__all__ = ["gettext", "ngettext", "pgettext", "npgettext", "dgettext", "dngettext", "textdomain", "bindtextdomain", "translation",
           "install", "find", "NullTranslations", "GNUTranslations"]

_domain = "messages"


def gettext(message):
    """The message."""
    return message


def ngettext(singular, plural, n):
    """The message for a number of things."""
    return singular if n == 1 else plural


def pgettext(context, message):
    """The message."""
    return message


def npgettext(context, singular, plural, n):
    """The message for a number of things."""
    return singular if n == 1 else plural


def dgettext(domain, message):
    """The message."""
    return message


def dngettext(domain, singular, plural, n):
    """The message for a number of things."""
    return singular if n == 1 else plural


def textdomain(domain=None):
    """Set the domain, and return it."""
    global _domain
    if domain is not None:
        _domain = domain
    return _domain


def bindtextdomain(domain, localedir=None):
    """Where a domain's translations are."""
    return localedir or "/usr/share/locale"


def find(domain, localedir=None, languages=None, all=False):
    """The files of translations: none."""
    return [] if all else None


class NullTranslations:
    """Translates nothing."""

    def __init__(self, fp=None):
        self._info = {}
        self._fallback = None

    def add_fallback(self, fallback):
        self._fallback = fallback

    gettext = staticmethod(gettext)
    ngettext = staticmethod(ngettext)
    pgettext = staticmethod(pgettext)
    npgettext = staticmethod(npgettext)

    def info(self):
        return self._info

    def charset(self):
        return None

    def install(self, names=None):
        import builtins
        builtins._ = self.gettext


GNUTranslations = NullTranslations
Catalog = None


def translation(domain, localedir=None, languages=None, class_=None, fallback=False):
    """The translations of a domain."""
    if fallback:
        return NullTranslations()
    raise FileNotFoundError(2, "No translation file found for domain", domain)


def install(domain, localedir=None, *, names=None):
    """Let _ translate."""
    translation(domain, localedir, fallback=True).install(names)
