"""Constants of characters, templates and formatting."""

__all__ = ["ascii_letters", "ascii_lowercase", "ascii_uppercase", "capwords",
           "digits", "hexdigits", "octdigits", "printable", "punctuation",
           "whitespace", "Formatter", "Template"]

import re as _re

whitespace = ' \t\n\r\v\f'
ascii_lowercase = 'abcdefghijklmnopqrstuvwxyz'
ascii_uppercase = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
ascii_letters = ascii_lowercase + ascii_uppercase
digits = '0123456789'
hexdigits = digits + 'abcdef' + 'ABCDEF'
octdigits = '01234567'
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    """Capitalize the words of a string, split at sep or at whitespace."""
    return (sep or ' ').join(map(str.capitalize, s.split(sep)))


class _Missing:
    pass


_missing = _Missing()


class _Merged:
    """Two mappings as one; the first goes before."""

    def __init__(self, first, second):
        self.first, self.second = first, second

    def __getitem__(self, key):
        try:
            return self.first[key]
        except KeyError:
            return self.second[key]


class Template:
    """A text whose $names are filled in."""

    delimiter = '$'
    idpattern = r'(?a:[_a-z][_a-z0-9]*)'
    braceidpattern = None
    flags = _re.IGNORECASE

    def __init_subclass__(cls):
        super().__init_subclass__()
        if 'pattern' in cls.__dict__:
            pattern = cls.pattern
        else:
            mark = _re.escape(cls.delimiter)
            name = cls.idpattern
            braced = cls.braceidpattern or name
            pattern = (rf'{mark}(?:(?P<escaped>{mark})|(?P<named>{name})|'
                       rf'{{(?P<braced>{braced})}}|(?P<invalid>))')
        cls.pattern = _re.compile(pattern, cls.flags | _re.VERBOSE)

    def __init__(self, template):
        self.template = template

    def _invalid(self, match):
        at = match.start('invalid')
        lines = self.template[:at].splitlines(keepends=True)
        if lines:
            column = at - len(''.join(lines[:-1]))
            line = len(lines)
        else:
            column, line = 1, 1
        raise ValueError('Invalid placeholder in string: line %d, col %d' % (line, column))

    def _unknown(self, match):
        raise ValueError('Unrecognized named group in pattern', match.re)

    @staticmethod
    def _mapping(mapping, more):
        if mapping is _missing:
            return more
        if more:
            return _Merged(more, mapping)
        return mapping

    def substitute(self, mapping=_missing, /, **kws):
        mapping = self._mapping(mapping, kws)

        def value(match):
            name = match.group('named') or match.group('braced')
            if name is not None:
                return str(mapping[name])
            if match.group('escaped') is not None:
                return self.delimiter
            if match.group('invalid') is not None:
                self._invalid(match)
            self._unknown(match)

        return self.pattern.sub(value, self.template)

    def safe_substitute(self, mapping=_missing, /, **kws):
        mapping = self._mapping(mapping, kws)

        def value(match):
            name = match.group('named') or match.group('braced')
            if name is not None:
                try:
                    return str(mapping[name])
                except KeyError:
                    return match.group()
            if match.group('escaped') is not None:
                return self.delimiter
            if match.group('invalid') is not None:
                return match.group()
            self._unknown(match)

        return self.pattern.sub(value, self.template)

    def is_valid(self):
        for match in self.pattern.finditer(self.template):
            if match.group('invalid') is not None:
                return False
            if all(match.group(g) is None for g in ('named', 'braced', 'escaped')):
                self._unknown(match)
        return True

    def get_identifiers(self):
        names = []
        for match in self.pattern.finditer(self.template):
            name = match.group('named') or match.group('braced')
            if name is not None:
                if name not in names:
                    names.append(name)
            elif match.group('invalid') is None and match.group('escaped') is None:
                self._unknown(match)
        return names


Template.__init_subclass__()


def _split_spec(text, start):
    """The end of the field that begins at start, past its brace."""
    depth = 1
    i = start
    bracket = False
    seen_colon = False
    while i < len(text):
        c = text[i]
        if bracket:
            bracket = c != ']'
        elif c == '[' and not seen_colon and depth == 1:
            bracket = True
        elif c == '{':
            depth += 1
        elif c == '}':
            depth -= 1
            if depth == 0:
                return i
        elif c == ':' and depth == 1:
            seen_colon = True
        i += 1
    raise ValueError("expected '}' before end of string")


def _split_field(field):
    """name, spec and conversion of what is between braces."""
    bracket = False
    for i, c in enumerate(field):
        if bracket:
            bracket = c != ']'
        elif c == '[':
            bracket = True
        elif c == '{':
            raise ValueError("unexpected '{' in field name")
        elif c == ':':
            return field[:i], field[i + 1:], None
        elif c == '!':
            if i + 1 >= len(field):
                raise ValueError("unmatched '{' in format spec")
            conversion = field[i + 1]
            rest = field[i + 2:]
            if not rest:
                return field[:i], '', conversion
            if rest[0] != ':':
                raise ValueError("expected ':' after conversion specifier")
            return field[:i], rest[1:], conversion
    return field, '', None


def _parse(text):
    literal = []
    i = 0
    while i < len(text):
        c = text[i]
        if c not in '{}':
            j = i
            while j < len(text) and text[j] not in '{}':
                j += 1
            literal.append(text[i:j])
            i = j
            continue
        if text[i:i + 2] == c * 2:
            yield ''.join(literal) + c, None, None, None
            literal = []
            i += 2
            continue
        if c == '}':
            raise ValueError("Single '}' encountered in format string")
        if i + 1 == len(text):
            raise ValueError("Single '{' encountered in format string")
        end = _split_spec(text, i + 1)
        yield (''.join(literal),) + _split_field(text[i + 1:end])
        literal = []
        i = end + 1
    if literal:
        yield ''.join(literal), None, None, None


def _split_name(name):
    """The first part of a field's name, and the others: (is_attr, key) each."""
    i = 0
    while i < len(name) and name[i] not in '.[':
        i += 1
    first = name[:i]
    if first.isdecimal():
        first = int(first)
    return first, _rest(name, i)


def _rest(name, i):
    while i < len(name):
        if name[i] == '.':
            j = i + 1
            while j < len(name) and name[j] not in '.[':
                j += 1
            if j == i + 1:
                raise ValueError('Empty attribute in format string')
            yield True, name[i + 1:j]
            i = j
            continue
        if name[i] != '[':
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
        j = name.find(']', i)
        if j < 0:
            raise ValueError("Missing ']' in format string")
        key = name[i + 1:j]
        if not key:
            raise ValueError('Empty attribute in format string')
        yield False, int(key) if key.isdecimal() else key
        i = j + 1


class Formatter:
    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        result, _ = self._vformat(format_string, args, kwargs, used, 2)
        self.check_unused_args(used, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used_args, recursion_depth, auto_arg_index=0):
        if recursion_depth < 0:
            raise ValueError('Max string recursion exceeded')
        out = []
        for literal, name, spec, conversion in self.parse(format_string):
            if literal:
                out.append(literal)
            if name is None:
                continue
            if name == '':
                if auto_arg_index is False:
                    raise ValueError('cannot switch from manual field specification to automatic field numbering')
                name = str(auto_arg_index)
                auto_arg_index += 1
            elif name.isdigit():
                if auto_arg_index:
                    raise ValueError('cannot switch from manual field specification to automatic field numbering')
                auto_arg_index = False
            value, key = self.get_field(name, args, kwargs)
            used_args.add(key)
            value = self.convert_field(value, conversion)
            spec, auto_arg_index = self._vformat(spec, args, kwargs, used_args, recursion_depth - 1, auto_arg_index)
            out.append(self.format_field(value, spec))
        return ''.join(out), auto_arg_index

    def get_value(self, key, args, kwargs):
        if isinstance(key, int):
            return args[key]
        return kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == 's':
            return str(value)
        if conversion == 'r':
            return repr(value)
        if conversion == 'a':
            return ascii(value)
        raise ValueError('Unknown conversion specifier {0!s}'.format(conversion))

    def parse(self, format_string):
        return _parse(format_string)

    def get_field(self, field_name, args, kwargs):
        first, rest = _split_name(field_name)
        value = self.get_value(first, args, kwargs)
        for is_attr, key in rest:
            value = getattr(value, key) if is_attr else value[key]
        return value, first
