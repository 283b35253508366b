"""How values are filled into values."""

import re

from _configparser_errors import InterpolationDepthError, InterpolationMissingOptionError, InterpolationSyntaxError, NoOptionError, NoSectionError


class Interpolation:
    """None."""
    __module__ = "configparser"

    def before_get(self, parser, section, option, value, defaults):
        return value

    def before_set(self, parser, section, option, value):
        return value

    def before_read(self, parser, section, option, value):
        return value

    def before_write(self, parser, section, option, value):
        return value


class _Signed(Interpolation):
    """References that begin with a sign, which twice is itself."""

    def before_get(self, parser, section, option, value, defaults):
        out = []
        self._fill(parser, option, out, value, section, defaults, 1)
        return "".join(out)

    def before_set(self, parser, section, option, value):
        rest = self._reference.sub("", value.replace(self._sign * 2, ""))
        if self._sign in rest:
            raise ValueError("invalid interpolation syntax in %r at position %d" % (value, rest.find(self._sign)))
        return value

    def _fill(self, parser, option, out, rest, section, values, depth):
        raw = parser.get(section, option, raw=True, fallback=rest)
        if depth > 10:
            raise InterpolationDepthError(option, section, raw)
        sign = self._sign
        while rest:
            before, found, rest = rest.partition(sign)
            out.append(before)
            if not found:
                return
            if rest[:1] == sign:
                out.append(sign)
                rest = rest[1:]
                continue
            match = self._reference.match(sign + rest)
            if match is None:
                raise InterpolationSyntaxError(option, section, self._wrong(rest))
            rest = rest[match.end() - 1:]
            self._value(parser, option, out, match.group(1), section, values, depth, raw, sign + rest)


class BasicInterpolation(_Signed):
    """%(name)s is a value of the section, or a default."""
    __module__ = "configparser"
    _sign, _reference = "%", re.compile(r"%\(([^)]+)\)s")

    def _wrong(self, rest):
        if rest[:1] == "(":
            return "bad interpolation variable reference %r" % ("%" + rest)
        return "'%%' must be followed by '%%' or '(', found: %r" % ("%" + rest)

    def _value(self, parser, option, out, name, section, values, depth, raw, rest):
        name = parser.optionxform(name)
        if name not in values:
            raise InterpolationMissingOptionError(option, section, raw, name)
        value = values[name]
        if "%" in value:
            self._fill(parser, option, out, value, section, values, depth + 1)
        else:
            out.append(value)


class ExtendedInterpolation(_Signed):
    """${name} is a value of the section, ${section:name} that of another."""
    __module__ = "configparser"
    _sign, _reference = "$", re.compile(r"\$\{([^}]+)\}")

    def _wrong(self, rest):
        if rest[:1] == "{":
            return "bad interpolation variable reference %r" % ("$" + rest)
        return "'$' must be followed by '$' or '{', found: %r" % ("$" + rest)

    def _value(self, parser, option, out, name, section, values, depth, raw, rest):
        path = name.split(":")
        where, key = section, option
        if len(path) > 2:
            raise InterpolationSyntaxError(option, section, "More than one ':' found: %r" % (rest,))
        try:
            if len(path) == 1:
                key = parser.optionxform(path[0])
                value = values[key]
            else:
                where, key = path[0], parser.optionxform(path[1])
                value = parser.get(where, key, raw=True)
        except (KeyError, NoSectionError, NoOptionError):
            raise InterpolationMissingOptionError(option, section, raw, ":".join(path)) from None
        if "$" in value:
            self._fill(parser, key, out, value, where, dict(parser.items(where, raw=True)), depth + 1)
        else:
            out.append(value)


class LegacyInterpolation(Interpolation):
    """That of old: the operator % of texts."""
    __module__ = "configparser"

    def before_get(self, parser, section, option, value, defaults):
        raw = value
        for _ in range(10):
            if not value or "%(" not in value:
                return value
            try:
                value = re.sub(r"%\(([^)]*)\)s|.", lambda m: "%%(%s)s" % parser.optionxform(m[1]) if m[1] is not None else m[0], value) % defaults
            except KeyError as e:
                raise InterpolationMissingOptionError(option, section, raw, e.args[0]) from None
        raise InterpolationDepthError(option, section, raw)
