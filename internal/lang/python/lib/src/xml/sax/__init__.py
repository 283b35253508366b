"""Documents as calls of a handler."""

from xml.sax._exceptions import SAXException, SAXNotRecognizedException, SAXNotSupportedException, SAXParseException, SAXReaderNotAvailable
from xml.sax.handler import ContentHandler, ErrorHandler
from xml.sax.xmlreader import InputSource


def make_parser(parser_list=()):
    """What reads documents."""
    from xml.sax.expatreader import ExpatParser

    return ExpatParser()


def parse(source, handler, errorHandler=ErrorHandler()):
    """Read the document of a file, or of one with that name."""
    parser = make_parser()
    parser.setContentHandler(handler)
    parser.setErrorHandler(errorHandler)
    parser.parse(source)


def parseString(string, handler, errorHandler=ErrorHandler()):
    """Read the document that a text or bytes have."""
    import io

    source = InputSource()
    if isinstance(string, str):
        source.setCharacterStream(io.StringIO(string))
    else:
        source.setByteStream(io.BytesIO(string))
    parser = make_parser()
    parser.setContentHandler(handler)
    if errorHandler is not None:
        parser.setErrorHandler(errorHandler)
    parser.parse(source)
