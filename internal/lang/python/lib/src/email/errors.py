"""What can be wrong with a message."""


class MessageError(Exception):
    """What this package raises."""


class MessageParseError(MessageError):
    """A message can't be read."""


class HeaderParseError(MessageParseError):
    """A header can't be read."""


class BoundaryError(MessageParseError):
    """The end of a part isn't there."""


class MultipartConversionError(MessageError, TypeError):
    """A part can't be attached."""


class CharsetError(MessageError):
    """A charset that isn't right."""


class HeaderWriteError(MessageError):
    """A header can't be written."""


class MessageDefect(ValueError):
    """Something is wrong, and was read all the same."""

    def __init__(self, line=None):
        if line is not None:
            super().__init__(line)
        self.line = line


for _name in ("NoBoundaryInMultipartDefect", "StartBoundaryNotFoundDefect", "CloseBoundaryNotFoundDefect",
              "FirstHeaderLineIsContinuationDefect", "MisplacedEnvelopeHeaderDefect", "MissingHeaderBodySeparatorDefect",
              "MultipartInvariantViolationDefect", "InvalidMultipartContentTransferEncodingDefect", "UndecodableBytesDefect",
              "InvalidBase64PaddingDefect", "InvalidBase64CharactersDefect", "InvalidBase64LengthDefect", "HeaderDefect"):
    globals()[_name] = type(_name, (MessageDefect,), {"__module__": __name__, "__doc__": "A defect."})
MalformedHeaderDefect = MissingHeaderBodySeparatorDefect
for _name in ("InvalidHeaderDefect", "HeaderMissingRequiredValue", "NonPrintableDefect", "ObsoleteHeaderDefect", "NonASCIILocalPartDefect",
              "InvalidDateDefect"):
    globals()[_name] = type(_name, (HeaderDefect,), {"__module__": __name__, "__doc__": "A defect of a header."})
del _name
