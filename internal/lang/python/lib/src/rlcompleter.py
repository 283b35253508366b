"""Names that begin with a text."""

import builtins

__all__ = ["Completer"]


class Completer:
    """Completes names of a namespace, and attributes."""

    def __init__(self, namespace=None):
        if namespace and not isinstance(namespace, dict):
            raise TypeError("namespace must be a dictionary")
        self.use_main_ns = namespace is None
        self.namespace = namespace

    def complete(self, text, state):
        """The name at a place of those that begin so, or None."""
        if self.use_main_ns:
            import __main__
            self.namespace = __main__.__dict__
        if not text.strip():
            return "\t" if state == 0 else None
        if state == 0:
            self.matches = self.attr_matches(text) if "." in text else self.global_matches(text)
        try:
            return self.matches[state]
        except IndexError:
            return None

    def _callable_postfix(self, val, word):
        if callable(val):
            import inspect
            word += "("
            try:
                if not inspect.signature(val).parameters:
                    word += ")"
            except ValueError:
                pass
        return word

    def global_matches(self, text):
        """Keywords and names."""
        import keyword
        matches, seen = [], {"__builtins__"}
        for word in keyword.kwlist + keyword.softkwlist:
            if word.startswith(text):
                seen.add(word)
                if word in ("finally", "try"):
                    word += ":"
                elif word not in ("False", "None", "True", "break", "continue", "pass", "else", "_"):
                    word += " "
                matches.append(word)
        for names in (self.namespace, builtins.__dict__):
            for word, value in names.items():
                if word.startswith(text) and word not in seen:
                    seen.add(word)
                    matches.append(self._callable_postfix(value, word))
        return matches

    def attr_matches(self, text):
        """Attributes of what is before the last dot."""
        import re
        match = re.match(r"(\w+(\.\w+)*)\.(\w*)", text)
        if not match:
            return []
        expr, attr = match.group(1, 3)
        try:
            thing = eval(expr, self.namespace)
        except Exception:
            return []
        words = set(dir(thing)) - {"__builtins__"}
        if hasattr(thing, "__class__"):
            words.add("__class__")
            words.update(get_class_members(thing.__class__))
        matches = []
        hide = "_" if attr == "" else "__" if attr == "_" else None
        while True:
            for word in words:
                if word.startswith(attr) and not (hide and word.startswith(hide)):
                    full = "%s.%s" % (expr, word)
                    if isinstance(getattr(type(thing), word, None), property):
                        matches.append(full)
                    elif (value := getattr(thing, word, None)) is not None:
                        matches.append(self._callable_postfix(value, full))
                    else:
                        matches.append(full)
            if matches or not hide:
                break
            hide = "__" if hide == "_" else None
        matches.sort()
        return matches


def get_class_members(klass):
    """The names of a class and of its bases."""
    names = dir(klass)
    for base in getattr(klass, "__bases__", ()):
        names += get_class_members(base)
    return names
