"""re.Scanner."""

import re


class Scanner:
    """Takes a text apart by a lexicon of pairs: a pattern, and what makes a token of its
    match, which is a function of the scanner and the text, a value, or None to skip it."""

    __module__ = "re"

    def __init__(self, lexicon, flags=0):
        self.lexicon = lexicon
        self._patterns = [re.compile(phrase, flags) for phrase, _ in lexicon]
        if not lexicon:
            raise RuntimeError("invalid SRE code")
        self.match = None

    def scan(self, string):
        """The tokens, and the rest of the text that nothing matches."""
        tokens, at = [], 0
        while True:
            match, action = self._next(string, at)
            if match is None or match.end() == at:
                return tokens, string[at:]
            at = match.end()
            if callable(action):
                self.match = match
                action = action(self, match.group())
            if action is not None:
                tokens.append(action)

    def _next(self, string, at):
        for pattern, (_, action) in zip(self._patterns, self.lexicon):
            match = pattern.match(string, at)
            if match is not None:
                return match, action
        return None, None
