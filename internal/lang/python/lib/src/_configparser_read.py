"""Reads the lines of a configuration."""

from _configparser_errors import DuplicateOptionError, DuplicateSectionError, MissingSectionHeaderError, ParsingError


class _State:
    """What was read so far."""

    def __init__(self):
        self.section, self.name, self.option, self.indent, self.error, self.seen = None, None, None, 0, None, set()


def read(parser, lines, source):
    """Read lines into a parser."""
    state = _State()
    for number, line in enumerate(lines, 1):
        value = _uncommented(parser, line)
        if not value:
            if parser._empty_lines:
                if _bare(parser, line) and state.section is not None and state.option and state.section.get(state.option) is not None:
                    state.section[state.option].append("")
            else:
                state.indent = float("inf")
            continue
        indent = len(line) - len(line.lstrip())
        if state.section is not None and state.option and indent > state.indent:
            if state.section[state.option] is None:
                _wrong(state, source, number, line)
            else:
                state.section[state.option].append(value)
            continue
        state.indent = indent
        header = parser.SECTCRE.match(value)
        if header:
            _begin(parser, state, header.group("header"), source, number)
        elif state.section is None:
            raise MissingSectionHeaderError(source, number, line)
        else:
            _option(parser, state, value, source, number, line)
    _join(parser)
    if state.error:
        raise state.error


def _bare(parser, line):
    """Whether a line without a value is an empty one, not a comment."""
    return not line.strip() or not line.strip().startswith(parser._comments)


def _uncommented(parser, line):
    """A line without its comment and white space."""
    if parser._comments and line.strip().startswith(parser._comments):
        return ""
    end = len(line)
    for prefix in parser._inline:
        at = line.find(prefix)
        while at >= 0:
            if at == 0 or line[at - 1].isspace():
                end = min(end, at)
                break
            at = line.find(prefix, at + 1)
    return line[:end].strip()


def _begin(parser, state, name, source, number):
    state.name, state.option = name, None
    if name in parser._sections:
        if parser._strict and name in state.seen:
            raise DuplicateSectionError(name, source, number)
        state.section = parser._sections[name]
    elif name == parser.default_section:
        state.section = parser._defaults
    else:
        parser.add_section(name)
        state.section = parser._sections[name]
    state.seen.add(name)


def _option(parser, state, value, source, number, line):
    at = min((i for i in (value.find(d) for d in parser._delimiters) if i >= 0), default=-1)
    if at < 0 and not parser._allow_no_value:
        _wrong(state, source, number, line)
        return
    delimiter = max((d for d in parser._delimiters if at >= 0 and value.startswith(d, at)), key=len, default="")
    name, given = (value, None) if at < 0 else (value[:at].rstrip(), value[at + len(delimiter):].strip())
    if not name:
        _wrong(state, source, number, line)
    name = parser.optionxform(name)
    if parser._strict and (state.name, name) in state.seen:
        raise DuplicateOptionError(state.name, name, source, number)
    state.seen.add((state.name, name))
    state.option = name
    state.section[name] = None if given is None else [given]


def _wrong(state, source, number, line):
    if state.error is None:
        state.error = ParsingError(source)
    state.error.append(number, repr(line))


def _join(parser):
    """Makes texts of the lines of values."""
    for name, options in [(parser.default_section, parser._defaults), *parser._sections.items()]:
        for key, value in options.items():
            if isinstance(value, list):
                value = "\n".join(value).rstrip()
            options[key] = parser._interpolation.before_read(parser, name, key, value)
