"""Files of logins, as ftp has them."""

import os

__all__ = ["netrc", "NetrcParseError"]


class NetrcParseError(Exception):
    """A file that is wrong."""

    def __init__(self, msg, filename=None, lineno=None):
        self.filename, self.lineno, self.msg = filename, lineno, msg
        Exception.__init__(self, msg)

    def __str__(self):
        return "%s (%s, line %s)" % (self.msg, self.filename, self.lineno)


class _Words:
    """The words of a file, with their lines."""

    def __init__(self, text):
        self.text, self.at, self.lineno, self.back = text, 0, 1, []

    def _char(self):
        c = self.text[self.at:self.at + 1]
        self.at += 1
        if c == "\n":
            self.lineno += 1
        return c

    def line(self):
        end = self.text.find("\n", self.at)
        end = len(self.text) if end < 0 else end + 1
        line, self.at = self.text[self.at:end], end
        self.lineno += line.endswith("\n")
        return line

    def push(self, word):
        self.back.append(word)

    def word(self):
        if self.back:
            return self.back.pop(0)
        c = self._char()
        while c and c in "\n\t\r ":
            c = self._char()
        out = []
        if c == '"':
            while (c := self._char()) and c != '"':
                out.append(self._char() if c == "\\" else c)
            return "".join(out)
        while c and c not in "\n\t\r ":
            out.append(self._char() if c == "\\" else c)
            c = self._char()
        return "".join(out)


class netrc:
    """The logins and macros of a file; without a name that in the home directory."""

    def __init__(self, file=None):
        if file is None:
            file = os.path.join(os.path.expanduser("~"), ".netrc")
        self.hosts, self.macros = {}, {}
        with open(file, encoding="utf-8") as f:
            self._read(file, f.read())

    def _read(self, file, text):
        words = _Words(text)
        while True:
            before = words.lineno
            top = words.word()
            if not top:
                return
            if top[0] == "#":
                if words.lineno == before and len(top) == 1 or words.text[words.at - 1:words.at] != "\n":
                    words.line()
                continue
            if top == "machine":
                name = words.word()
            elif top == "default":
                name = "default"
            elif top == "macdef":
                self._macro(words, file)
                continue
            else:
                raise NetrcParseError("bad toplevel token %r" % top, file, words.lineno)
            if not name:
                raise NetrcParseError("missing %r name" % top, file, words.lineno)
            self._login(words, file, name)

    def _macro(self, words, file):
        name = words.word()
        self.macros[name] = []
        while True:
            line = words.line()
            if not line:
                raise NetrcParseError("Macro definition missing null line terminator.", file, words.lineno)
            if line == "\n":
                return
            self.macros[name].append(line)

    def _login(self, words, file, name):
        login = account = password = ""
        self.hosts[name] = {}
        while True:
            before = words.lineno
            word = words.word()
            if word.startswith("#"):
                if words.lineno == before:
                    words.line()
                continue
            if word in ("", "machine", "default", "macdef"):
                words.push(word)
                self.hosts[name] = login, account, password
                return
            if word in ("login", "user"):
                login = words.word()
            elif word == "account":
                account = words.word()
            elif word == "password":
                password = words.word()
            else:
                raise NetrcParseError("bad follower token %r" % word, file, words.lineno)

    def authenticators(self, host):
        """(login, account, password) of a host, or those of default, or None."""
        return self.hosts.get(host) or self.hosts.get("default")

    def __repr__(self):
        out = ""
        for host, (login, account, password) in self.hosts.items():
            out += f"machine {host}\n\tlogin {login}\n"
            if account:
                out += f"\taccount {account}\n"
            out += f"\tpassword {password}\n"
        for name, lines in self.macros.items():
            out += f"macdef {name}\n" + "".join(lines) + "\n"
        return out
