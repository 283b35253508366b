"""Blocks of lines of a source, for module inspect."""


def _quoted_end(text, at):
    """Where the string that begins at a quote ends; None is not in this text."""
    quote = text[at]
    if text.startswith(quote * 3, at):
        quote *= 3
    end = at + len(quote)
    while end < len(text):
        if text[end] == "\\":
            end += 2
        elif text.startswith(quote, end):
            return end + len(quote)
        elif text[end] == "\n" and len(quote) == 1:
            return end
        else:
            end += 1
    return len(text)


def logical_lines(lines):
    """Yield each logical line as (first, last, indent, text), and comments with text "#"."""
    text = "".join(lines)
    line = start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        stripped = text[start:end].strip()
        if not stripped:
            line += 1
            start = end + 1
            continue
        expanded = text[start:end].expandtabs(8)
        indent = len(expanded) - len(expanded.lstrip())
        if stripped.startswith("#"):
            yield line, line, indent, "#"
            last = line
        else:
            end = _statement_end(text, start)
            last = line + text.count("\n", start, end)
            yield line, last, indent, stripped
        line = last + 1
        start = end + 1


def _statement_end(text, at):
    """Where the newline is that ends the statement."""
    depth = 0
    while at < len(text):
        c = text[at]
        if c == "\n" and depth <= 0:
            return at
        if c == "#":
            at = text.find("\n", at)
            if at < 0:
                return len(text)
            continue
        if c in "\"'":
            at = _quoted_end(text, at)
            continue
        if c == "\\":
            at += 1
        elif c in "([{":
            depth += 1
        elif c in ")]}":
            depth -= 1
        at += 1
    return len(text)


def block(lines):
    """The lines of the definition that the first line begins."""
    first_indent = None
    header_seen = False
    body_indent = None
    last = 0
    for first, end, indent, text in logical_lines(lines):
        if first_indent is None:
            if text == "#":
                continue
            first_indent = indent
        if not header_seen:
            last = end
            if text.startswith("@"):
                continue
            header_seen = True
            if not text.startswith(("def ", "class ", "async ")):
                break  # a lambda's statement
            if not _opens_block(lines[end]):
                break
            continue
        if text == "#":
            if body_indent is not None and indent >= body_indent:
                last = end
            continue
        if indent <= first_indent:
            break
        if body_indent is None:
            body_indent = indent
        last = end
    return lines[:last + 1]


def _opens_block(line):
    code = line.rstrip()
    if "#" in code and not code.endswith(":"):
        code = code[:code.index("#")].rstrip()
    return code.endswith(":")


def find_class(lines, qualname):
    """Where the class with a qualified name begins; None is nowhere."""
    stack = []
    decorators = None
    found = None
    for first, _, indent, text in logical_lines(lines):
        if text == "#":
            continue
        while stack and stack[-1][0] >= indent:
            stack.pop()
        if text.startswith("@"):
            if decorators is None:
                decorators = first
            continue
        words = text.replace("(", " ").replace(":", " ").split()
        if words and words[0] == "async":
            words = words[1:]
        if len(words) > 1 and words[0] in ("def", "class"):
            stack.append((indent, words[1], words[0]))
            if words[0] == "class" and _qualified(stack) == qualname:
                found = first if decorators is None else decorators
                return found
        decorators = None
    return found


def _qualified(stack):
    parts = []
    for _, name, kind in stack[:-1]:
        parts.append(name)
        if kind == "def":
            parts.append("<locals>")
    parts.append(stack[-1][1])
    return ".".join(parts)
