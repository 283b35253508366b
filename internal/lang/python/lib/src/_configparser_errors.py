"""The exceptions of configparser."""


class Error(Exception):
    """What all of them are."""
    __module__ = "configparser"

    def __init__(self, msg=""):
        self.message = msg
        super().__init__(msg)

    def __repr__(self):
        return self.message

    __str__ = __repr__


def _place(source, lineno):
    where = repr(source)
    return "While reading from %s%s: " % (where, " [line %2d]" % lineno if lineno is not None else "") if source is not None else ""


class NoSectionError(Error):
    __module__ = "configparser"

    def __init__(self, section):
        super().__init__("No section: %r" % (section,))
        self.section, self.args = section, (section,)


class DuplicateSectionError(Error):
    __module__ = "configparser"

    def __init__(self, section, source=None, lineno=None):
        text = "ection %r already exists" % section
        super().__init__(_place(source, lineno) + "s" + text if source is not None else "S" + text)
        self.section, self.source, self.lineno, self.args = section, source, lineno, (section, source, lineno)


class DuplicateOptionError(Error):
    __module__ = "configparser"

    def __init__(self, section, option, source=None, lineno=None):
        text = "ption %r in section %r already exists" % (option, section)
        super().__init__(_place(source, lineno) + "o" + text if source is not None else "O" + text)
        self.section, self.option, self.source, self.lineno, self.args = section, option, source, lineno, (section, option, source, lineno)


class NoOptionError(Error):
    __module__ = "configparser"

    def __init__(self, option, section):
        super().__init__("No option %r in section: %r" % (option, section))
        self.option, self.section, self.args = option, section, (option, section)


class InterpolationError(Error):
    __module__ = "configparser"

    def __init__(self, option, section, msg):
        super().__init__(msg)
        self.option, self.section, self.args = option, section, (option, section, msg)


class InterpolationMissingOptionError(InterpolationError):
    __module__ = "configparser"

    def __init__(self, option, section, rawval, reference):
        super().__init__(option, section, "Bad value substitution: option %r in section %r contains an interpolation key %r which is not a valid "
                         "option name. Raw value: %r" % (option, section, reference, rawval))
        self.reference, self.args = reference, (option, section, rawval, reference)


class InterpolationSyntaxError(InterpolationError):
    __module__ = "configparser"


class InterpolationDepthError(InterpolationError):
    __module__ = "configparser"

    def __init__(self, option, section, rawval):
        super().__init__(option, section, "Recursion limit exceeded in value substitution: option %r in section %r contains an interpolation "
                         "key which cannot be substituted in 10 steps. Raw value: %r" % (option, section, rawval))
        self.args = (option, section, rawval)


class ParsingError(Error):
    __module__ = "configparser"

    def __init__(self, source=None, filename=None):
        source = source if source is not None else filename
        super().__init__("Source contains parsing errors: %r" % source)
        self.source, self.errors, self.args = source, [], (source,)

    def append(self, lineno, line):
        self.errors.append((lineno, line))
        self.message += "\n\t[line %2d]: %s" % (lineno, line)


class MissingSectionHeaderError(ParsingError):
    __module__ = "configparser"

    def __init__(self, filename, lineno, line):
        Error.__init__(self, "File contains no section headers.\nfile: %r, line: %d\n%r" % (filename, lineno, line))
        self.source, self.lineno, self.line, self.args = filename, lineno, line, (filename, lineno, line)
