"""UTF-7: texts as bytes below 128."""

import codecs

encode = codecs.utf_7_encode


def decode(input, errors="strict"):
    return codecs.utf_7_decode(input, errors, True)


class IncrementalEncoder(codecs.IncrementalEncoder):
    def encode(self, input, final=False):
        return codecs.utf_7_encode(input, self.errors)[0]


class IncrementalDecoder(codecs.BufferedIncrementalDecoder):
    _buffer_decode = staticmethod(codecs.utf_7_decode)


class StreamWriter(codecs.StreamWriter):
    encode = staticmethod(codecs.utf_7_encode)


class StreamReader(codecs.StreamReader):
    decode = staticmethod(codecs.utf_7_decode)


def getregentry():
    """The codec as codecs has it."""
    return codecs.CodecInfo(name="utf-7", encode=encode, decode=decode, incrementalencoder=IncrementalEncoder,
                            incrementaldecoder=IncrementalDecoder, streamwriter=StreamWriter, streamreader=StreamReader)
