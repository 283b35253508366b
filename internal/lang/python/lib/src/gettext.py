"""Messages in the user's language: of the catalogs (.mo) among the files that were granted."""

import os

from _gettext_plural import c2py

__all__ = ["NullTranslations", "GNUTranslations", "Catalog", "bindtextdomain", "find", "translation", "install", "textdomain", "dgettext",
           "dngettext", "gettext", "ngettext", "pgettext", "dpgettext", "npgettext", "dnpgettext"]

_default_localedir = "/usr/share/locale"
_domain = "messages"
_folders = {}  # by domain
_catalogs = {}  # by class and file


class NullTranslations:
    """Translates nothing, but for what another that it falls back to translates."""

    def __init__(self, fp=None):
        self._info, self._charset, self._fallback = {}, None, None
        if fp is not None:
            self._parse(fp)

    def _parse(self, fp):
        """Read a catalog: there is none."""

    def add_fallback(self, fallback):
        if self._fallback:
            self._fallback.add_fallback(fallback)
        else:
            self._fallback = fallback

    def gettext(self, message):
        return self._fallback.gettext(message) if self._fallback else message

    def ngettext(self, msgid1, msgid2, n):
        if self._fallback:
            return self._fallback.ngettext(msgid1, msgid2, n)
        return msgid1 if n == 1 else msgid2

    def pgettext(self, context, message):
        return self._fallback.pgettext(context, message) if self._fallback else message

    def npgettext(self, context, msgid1, msgid2, n):
        if self._fallback:
            return self._fallback.npgettext(context, msgid1, msgid2, n)
        return msgid1 if n == 1 else msgid2

    def info(self):
        return self._info

    def charset(self):
        return self._charset

    def install(self, names=None):
        """Let _ be gettext everywhere, and further names be methods."""
        import builtins
        builtins.__dict__["_"] = self.gettext
        for name in {"gettext", "ngettext", "npgettext", "pgettext"} & set(names or ()):
            builtins.__dict__[name] = getattr(self, name)


class GNUTranslations(NullTranslations):
    """Translates by a catalog that msgfmt has made."""

    LE_MAGIC = 0x950412de
    BE_MAGIC = 0xde120495
    CONTEXT = "%s\x04%s"
    VERSIONS = (0, 1)

    def _parse(self, fp):
        from struct import unpack
        data, name = fp.read(), getattr(fp, "name", "")
        self._catalog, self.plural = {}, lambda n: int(n != 1)
        order = "<" if unpack("<I", data[:4])[0] == self.LE_MAGIC else ">"
        if order == ">" and unpack("<I", data[:4])[0] != self.BE_MAGIC:
            raise OSError(0, "Bad magic number", name)
        version, count, ids, texts = unpack(order + "4I", data[4:20])
        if version >> 16 not in self.VERSIONS:
            raise OSError(0, "Bad version number " + str(version >> 16), name)
        for i in range(count):
            pair = []
            for table in (ids, texts):
                length, at = unpack(order + "II", data[table + 8 * i:table + 8 * i + 8])
                if at + length >= len(data):
                    raise OSError(0, "File is corrupt", name)
                pair.append(data[at:at + length])
            self._enter(*pair)

    def _enter(self, message, text):
        """Enter a message and its translation; that of the empty one says what the catalog is."""
        if not message:
            self._header(text)
        charset = self._charset or "ascii"
        if b"\0" not in message:
            self._catalog[str(message, charset)] = str(text, charset)
            return
        singular = str(message.split(b"\0")[0], charset)
        for i, form in enumerate(text.split(b"\0")):
            self._catalog[singular, i] = str(form, charset)

    def _header(self, text):
        key = None
        for line in text.decode(errors="replace").split("\n"):
            line = line.strip()
            if not line or line.startswith("#-#-#-#-#") and line.endswith("#-#-#-#-#"):
                continue
            if ":" not in line:
                if key:
                    self._info[key] += "\n" + line
                continue
            key, value = (part.strip() for part in line.split(":", 1))
            key = key.lower()
            self._info[key] = value
            if key == "content-type":
                self._charset = value.split("charset=")[1]
            elif key == "plural-forms":
                self.plural = c2py(value.split(";")[1].split("plural=")[1])

    def _found(self, message, n=None):
        """The translation of a message, or None."""
        if n is not None:
            return self._catalog.get((message, self.plural(n)))
        text = self._catalog.get(message)
        return self._catalog.get((message, self.plural(1))) if text is None else text

    def gettext(self, message):
        text = self._found(message)
        return super().gettext(message) if text is None else text

    def ngettext(self, msgid1, msgid2, n):
        text = self._found(msgid1, n)
        return super().ngettext(msgid1, msgid2, n) if text is None else text

    def pgettext(self, context, message):
        text = self._found(self.CONTEXT % (context, message))
        return super().pgettext(context, message) if text is None else text

    def npgettext(self, context, msgid1, msgid2, n):
        text = self._found(self.CONTEXT % (context, msgid1), n)
        return super().npgettext(context, msgid1, msgid2, n) if text is None else text


Catalog = GNUTranslations


def _languages():
    """The languages that the environment asks for."""
    found = []
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        try:
            value = os.environ.get(name)
        except PermissionError:  # the environment wasn't granted
            value = None
        if value:
            found = value.split(":")
            break
    return found if "C" in found else found + ["C"]


def _expanded(language):
    """A language's name, and those with less of its territory, encoding and variant."""
    import locale
    rest, at, variant = locale.normalize(language).partition("@")
    rest, dot, encoding = rest.partition(".")
    rest, bar, territory = rest.partition("_")
    parts = [dot + encoding, bar + territory, at + variant]
    has = [bool(part) for part in parts]
    names = []
    for mask in range(7, -1, -1):
        if all(has[bit] for bit in range(3) if mask >> bit & 1):
            names.append(rest + "".join(parts[bit] for bit in (1, 0, 2) if mask >> bit & 1))
    return names


def find(domain, localedir=None, languages=None, all=False):
    """The file of a domain's catalog for the first language that there is one of, or None; or all of them."""
    names = []
    for language in _languages() if languages is None else languages:
        names += [name for name in _expanded(language) if name not in names]
    found = []
    for name in names:
        if name == "C":
            break
        file = os.path.join(localedir or _default_localedir, name, "LC_MESSAGES", "%s.mo" % domain)
        if os.path.exists(file):
            if not all:
                return file
            found.append(file)
    return found if all else None


def translation(domain, localedir=None, languages=None, class_=None, fallback=False):
    """The translations of a domain: of all catalogs that there are, the first before the others."""
    import copy
    class_ = class_ or GNUTranslations
    files = find(domain, localedir, languages, all=True)
    if not files:
        if fallback:
            return NullTranslations()
        import errno
        raise FileNotFoundError(errno.ENOENT, "No translation file found for domain", domain)
    result = None
    for file in files:
        key = class_, os.path.abspath(file)
        if key not in _catalogs:
            with open(file, "rb") as fp:
                _catalogs[key] = class_(fp)
        catalog = copy.copy(_catalogs[key])
        if result is None:
            result = catalog
        else:
            result.add_fallback(catalog)
    return result


def install(domain, localedir=None, *, names=None):
    """Let _ translate."""
    translation(domain, localedir, fallback=True).install(names)


def textdomain(domain=None):
    """Set the domain of the functions that aren't given one, and return it."""
    global _domain
    if domain is not None:
        _domain = domain
    return _domain


def bindtextdomain(domain, localedir=None):
    """Set where a domain's catalogs are, and return it."""
    if localedir is not None:
        _folders[domain] = localedir
    return _folders.get(domain, _default_localedir)


def _of(domain):
    return translation(domain, _folders.get(domain), fallback=True)


def dgettext(domain, message):
    return _of(domain).gettext(message)


def dngettext(domain, msgid1, msgid2, n):
    return _of(domain).ngettext(msgid1, msgid2, n)


def dpgettext(domain, context, message):
    return _of(domain).pgettext(context, message)


def dnpgettext(domain, context, msgid1, msgid2, n):
    return _of(domain).npgettext(context, msgid1, msgid2, n)


def gettext(message):
    return dgettext(_domain, message)


def ngettext(msgid1, msgid2, n):
    return dngettext(_domain, msgid1, msgid2, n)


def pgettext(context, message):
    return dpgettext(_domain, context, message)


def npgettext(context, msgid1, msgid2, n):
    return dnpgettext(_domain, context, msgid1, msgid2, n)
