"""Splitting of text in the way of a Unix shell."""

import re
import sys

__all__ = ["shlex", "split", "quote", "join"]


class _Text:
    """A string as a stream."""

    def __init__(self, text):
        self.text = text
        self.at = 0

    def read(self, size):
        part = self.text[self.at:self.at + size]
        self.at += size
        return part

    def readline(self):
        end = self.text.find('\n', self.at) + 1 or len(self.text)
        return self.read(max(end - self.at, 0))

    def close(self):
        pass


class shlex:
    """A lexical analyzer for simple languages like the shell's."""

    def __init__(self, instream=None, infile=None, posix=False, punctuation_chars=False):
        if isinstance(instream, str):
            instream = _Text(instream)
        if instream is not None:
            self.instream = instream
            self.infile = infile
        else:
            self.instream = sys.stdin
            self.infile = None
        self.posix = posix
        self.eof = None if posix else ''
        self.commenters = '#'
        self.wordchars = 'abcdfeghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_'
        if posix:
            self.wordchars += 'ßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞ'
        self.whitespace = ' \t\r\n'
        self.whitespace_split = False
        self.quotes = '\'"'
        self.escape = '\\'
        self.escapedquotes = '"'
        self.state = ' '
        self.pushback = []
        self.lineno = 1
        self.debug = 0
        self.token = ''
        self.filestack = []
        self.source = None
        if not punctuation_chars:
            punctuation_chars = ''
        elif punctuation_chars is True:
            punctuation_chars = '();<>|&'
        self._punctuation_chars = punctuation_chars
        if punctuation_chars:
            self._pushback_chars = []
            self.wordchars += '~-./*?='
            self.wordchars = self.wordchars.translate(dict.fromkeys(map(ord, punctuation_chars)))

    @property
    def punctuation_chars(self):
        return self._punctuation_chars

    def push_token(self, tok):
        self.pushback.insert(0, tok)

    def push_source(self, newstream, newfile=None):
        if isinstance(newstream, str):
            newstream = _Text(newstream)
        self.filestack.insert(0, (self.infile, self.instream, self.lineno))
        self.infile = newfile
        self.instream = newstream
        self.lineno = 1

    def pop_source(self):
        self.instream.close()
        self.infile, self.instream, self.lineno = self.filestack.pop(0)
        self.state = ' '

    def get_token(self):
        if self.pushback:
            return self.pushback.pop(0)
        raw = self.read_token()
        if self.source is not None:
            while raw == self.source:
                spec = self.sourcehook(self.read_token())
                if spec:
                    newfile, newstream = spec
                    self.push_source(newstream, newfile)
                raw = self.get_token()
        while raw == self.eof:
            if not self.filestack:
                return self.eof
            self.pop_source()
            raw = self.get_token()
        return raw

    def _next_char(self):
        if self.punctuation_chars and self._pushback_chars:
            c = self._pushback_chars.pop()
        else:
            c = self.instream.read(1)
        if c == '\n':
            self.lineno += 1
        return c

    def _comment(self):
        self.instream.readline()
        self.lineno += 1

    def read_token(self):
        quoted = False
        outer = ' '
        while True:
            c = self._next_char()
            state = self.state
            if state is None:
                self.token = ''
                break
            if state == ' ':
                step = self._between(c)
            elif state in self.quotes:
                quoted = True
                step = self._in_quotes(c)
                if step == 'escape':
                    outer, self.state, step = state, c, None
            elif state in self.escape:
                step = self._escaped(c, outer)
            else:
                step = self._in_word(c, quoted)
                if step == 'quoted':
                    quoted, step = True, None
                elif step == 'escape':
                    outer, self.state, step = 'a', c, None
            if step == 'stop' and (self.token or self.posix and quoted or self.state is None):
                break
            if step == 'done':
                break
            if step == 'begin':
                outer = 'a'
        result = self.token
        self.token = ''
        if self.posix and not quoted and result == '':
            result = None
        return result

    def _between(self, c):
        """The state ' ': before a token. 'stop' ends it if there is one."""
        if not c:
            self.state = None
            return 'done'
        if c in self.whitespace:
            return 'stop'
        if c in self.commenters:
            self._comment()
        elif self.posix and c in self.escape:
            self.state = c
            return 'begin'
        elif c in self.wordchars:
            self.token = c
            self.state = 'a'
        elif c in self.punctuation_chars:
            self.token = c
            self.state = 'c'
        elif c in self.quotes:
            if not self.posix:
                self.token = c
            self.state = c
        elif self.whitespace_split:
            self.token = c
            self.state = 'a'
        else:
            self.token = c
            return 'stop'
        return None

    def _in_quotes(self, c):
        if not c:
            raise ValueError("No closing quotation")
        if c == self.state:
            if not self.posix:
                self.token += c
                self.state = ' '
                return 'done'
            self.state = 'a'
        elif self.posix and c in self.escape and self.state in self.escapedquotes:
            return 'escape'
        else:
            self.token += c
        return None

    def _escaped(self, c, outer):
        if not c:
            raise ValueError("No escaped character")
        if outer in self.quotes and c != self.state and c != outer:
            self.token += self.state
        self.token += c
        self.state = outer
        return None

    def _in_word(self, c, quoted):
        if not c:
            self.state = None
            return 'done'
        if c in self.whitespace:
            self.state = ' '
            return 'stop'
        if c in self.commenters:
            self._comment()
            if self.posix:
                self.state = ' '
                return 'stop'
        elif self.state == 'c':
            if c in self.punctuation_chars:
                self.token += c
            else:
                if c not in self.whitespace:
                    self._pushback_chars.append(c)
                self.state = ' '
                return 'done'
        elif self.posix and c in self.quotes:
            self.state = c
        elif self.posix and c in self.escape:
            return 'escape'
        elif (c in self.wordchars or c in self.quotes
              or self.whitespace_split and c not in self.punctuation_chars):
            self.token += c
        else:
            if self.punctuation_chars:
                self._pushback_chars.append(c)
            else:
                self.pushback.insert(0, c)
            self.state = ' '
            return 'stop'
        return None

    def sourcehook(self, newfile):
        if newfile[0] == '"':
            newfile = newfile[1:-1]
        return newfile, open(newfile, "r")

    def error_leader(self, infile=None, lineno=None):
        if infile is None:
            infile = self.infile
        if lineno is None:
            lineno = self.lineno
        return "\"%s\", line %d: " % (infile, lineno)

    def __iter__(self):
        return self

    def __next__(self):
        token = self.get_token()
        if token == self.eof:
            raise StopIteration
        return token


def split(s, comments=False, posix=True):
    """The words of a line of the shell."""
    if s is None:
        import warnings
        warnings.warn("Passing None for 's' to shlex.split() is deprecated.", DeprecationWarning, stacklevel=2)
    lex = shlex(s, posix=posix)
    lex.whitespace_split = True
    if not comments:
        lex.commenters = ''
    return list(lex)


def join(split_command):
    """The line of the shell that has these words."""
    return ' '.join(quote(arg) for arg in split_command)


_unsafe = re.compile(r'[^\w@%+=:,./-]', re.ASCII).search


def quote(s):
    """A string as one word of the shell."""
    if not s:
        return "''"
    if _unsafe(s) is None:
        return s
    return "'" + s.replace("'", "'\"'\"'") + "'"
