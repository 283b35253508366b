"""The exceptions of xml.sax."""


class SAXException(Exception):
    """What the others are."""

    def __init__(self, msg, exception=None):
        self._msg, self._exception = msg, exception
        super().__init__(msg)

    def getMessage(self):
        return self._msg

    def getException(self):
        return self._exception

    def __str__(self):
        return self._msg


class SAXParseException(SAXException):
    """A document is wrong, somewhere."""

    def __init__(self, msg, exception, locator):
        super().__init__(msg, exception)
        self._locator = locator
        self._place = locator.getSystemId(), locator.getLineNumber(), locator.getColumnNumber()

    def getSystemId(self):
        return self._place[0]

    def getLineNumber(self):
        return self._place[1]

    def getColumnNumber(self):
        return self._place[2]

    def getPublicId(self):
        return self._locator.getPublicId()

    def __str__(self):
        file, line, column = self._place
        return "%s:%s:%s: %s" % (file or "<unknown>", "?" if line is None else line, "?" if column is None else column, self._msg)


class SAXNotRecognizedException(SAXException):
    """A feature isn't known."""


class SAXNotSupportedException(SAXException):
    """A feature isn't there."""


class SAXReaderNotAvailable(SAXNotSupportedException):
    """There is no parser."""
