"""Files of sounds: WAVE, not compressed."""

import builtins
import struct
from collections import namedtuple

__all__ = ["open", "Error", "Wave_read", "Wave_write"]

WAVE_FORMAT_PCM = 0x0001

_wave_params = namedtuple("_wave_params", "nchannels sampwidth framerate nframes comptype compname")


class Error(Exception):
    """What is no such file, or can't be one."""


class _File:
    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def getnchannels(self):
        """1 for mono, 2 for stereo."""
        return self._nchannels

    def getsampwidth(self):
        """The size of a sample, in bytes."""
        return self._sampwidth

    def getframerate(self):
        """Frames a second."""
        return self._framerate

    def getcomptype(self):
        return "NONE"

    def getcompname(self):
        return "not compressed"

    def getparams(self):
        """All of them."""
        return _wave_params(self.getnchannels(), self.getsampwidth(), self.getframerate(), self.getnframes(), self.getcomptype(), self.getcompname())

    def getmarkers(self):
        return None

    def getmark(self, id):
        raise Error("no marks")


class Wave_read(_File):
    """A file that is read."""

    def __init__(self, f):
        self._owned = None
        if isinstance(f, str):
            f = self._owned = builtins.open(f, "rb")
        try:
            self._begin(f)
        except:
            if self._owned:
                f.close()
            raise

    def _begin(self, f):
        self._file = f
        head = f.read(8)
        if len(head) < 8:
            raise EOFError
        if head[:4] != b"RIFF":
            raise Error("file does not start with RIFF id")
        if f.read(4) != b"WAVE":
            raise Error("not a WAVE file")
        found = False
        while True:
            head = f.read(8)
            if len(head) < 8:
                raise Error("fmt chunk and/or data chunk missing")
            name, size = struct.unpack("<4sL", head)
            if name == b"fmt ":
                self._format(f.read(size + size % 2))
                found = True
            elif name == b"data":
                if not found:
                    raise Error("data chunk before fmt chunk")
                break
            else:
                f.seek(size + size % 2, 1)
        self._start, self._size, self._pos = f.tell(), size, 0
        self._nframes = size // self._framesize

    def _format(self, data):
        if len(data) < 16:
            raise EOFError
        kind, self._nchannels, self._framerate, _, _, bits = struct.unpack_from("<HHLLHH", data)
        if kind not in (WAVE_FORMAT_PCM, 0xFFFE):
            raise Error("unknown format: %r" % (kind,))
        self._sampwidth = (bits + 7) // 8
        if not self._sampwidth:
            raise Error("bad sample width")
        if not self._nchannels:
            raise Error("bad # of channels")
        self._framesize = self._nchannels * self._sampwidth

    def getfp(self):
        return self._file

    def rewind(self):
        """Go to the first frame."""
        self._pos = 0

    def close(self):
        """No more is read."""
        self._file = None
        if self._owned:
            self._owned.close()
            self._owned = None

    def tell(self):
        """The frame that is next."""
        return self._pos

    def getnframes(self):
        """How many frames there are."""
        return self._nframes

    def setpos(self, pos):
        """Go to a frame."""
        if pos < 0 or pos > self._nframes:
            raise Error("position not in range")
        self._pos = pos

    def readframes(self, nframes):
        """So many frames, as bytes."""
        if nframes == 0:
            return b""
        n = min(nframes, self._nframes - self._pos) if nframes > 0 else self._nframes - self._pos
        self._file.seek(self._start + self._pos * self._framesize)
        data = self._file.read(n * self._framesize)
        self._pos += len(data) // self._framesize
        return data


class Wave_write(_File):
    """A file that is written."""

    def __init__(self, f):
        self._owned = None
        if isinstance(f, str):
            f = self._owned = builtins.open(f, "wb")
        self._file = f
        self._nchannels = self._sampwidth = self._framerate = self._nframes = 0
        self._written = self._claimed = 0
        self._begun = False

    def __del__(self):
        self.close()

    def _early(self):
        if self._begun:
            raise Error("cannot change parameters after starting to write")

    def setnchannels(self, nchannels):
        self._early()
        if nchannels < 1:
            raise Error("bad # of channels")
        self._nchannels = nchannels

    def getnchannels(self):
        if not self._nchannels:
            raise Error("number of channels not set")
        return self._nchannels

    def setsampwidth(self, sampwidth):
        self._early()
        if not 1 <= sampwidth <= 4:
            raise Error("bad sample width")
        self._sampwidth = sampwidth

    def getsampwidth(self):
        if not self._sampwidth:
            raise Error("sample width not set")
        return self._sampwidth

    def setframerate(self, framerate):
        self._early()
        if framerate <= 0:
            raise Error("bad frame rate")
        self._framerate = int(round(framerate))

    def getframerate(self):
        if not self._framerate:
            raise Error("frame rate not set")
        return self._framerate

    def setnframes(self, nframes):
        self._early()
        self._nframes = nframes

    def getnframes(self):
        return self._written // (self._nchannels * self._sampwidth) if self._written else 0

    def setcomptype(self, comptype, compname):
        self._early()
        if comptype not in ("NONE",):
            raise Error("unsupported compression type")

    def setparams(self, params):
        """Set all at once."""
        nchannels, sampwidth, framerate, nframes, comptype, compname = params
        self._early()
        self.setnchannels(nchannels)
        self.setsampwidth(sampwidth)
        self.setframerate(framerate)
        self.setnframes(nframes)
        self.setcomptype(comptype, compname)

    def getparams(self):
        if not self._nchannels or not self._sampwidth or not self._framerate:
            raise Error("not all parameters set")
        return super().getparams()

    def setmark(self, id, pos, name):
        raise Error("setmark() not supported")

    def tell(self):
        return self.getnframes()

    def _begin(self, size):
        if self._begun:
            return
        for missing, text in ((not self._nchannels, "# channels not specified"), (not self._sampwidth, "sample width not specified"),
                              (not self._framerate, "sampling rate not specified")):
            if missing:
                raise Error(text)
        self._begun = True
        frame = self._nchannels * self._sampwidth
        if not self._nframes:
            self._nframes = size // frame
        self._claimed = self._nframes * frame
        try:
            self._start = self._file.tell()
        except (AttributeError, OSError):
            self._start = None
        self._file.write(self._head(self._claimed))

    def _head(self, size):
        frame = self._nchannels * self._sampwidth
        return b"RIFF" + struct.pack("<L4s4sLHHLLHH4sL", 36 + size, b"WAVE", b"fmt ", 16, WAVE_FORMAT_PCM, self._nchannels, self._framerate,
                                     frame * self._framerate, frame, self._sampwidth * 8, b"data", size)

    def writeframesraw(self, data):
        """Write frames; the head is mended at the end."""
        data = memoryview(data).cast("B") if not isinstance(data, (bytes, bytearray)) else data
        self._begin(len(data))
        self._file.write(data)
        self._written += len(data)

    def writeframes(self, data):
        """Write frames, and mend the head."""
        self.writeframesraw(data)
        self._mend()

    def _mend(self):
        if self._written == self._claimed or self._start is None:
            return
        at = self._file.tell()
        self._file.seek(self._start)
        self._file.write(self._head(self._written))
        self._file.seek(at)
        self._claimed = self._written

    def close(self):
        """Mend the head, and end the file."""
        try:
            if self._file is not None:
                self._begin(0)
                self._mend()
                self._file.flush()
        finally:
            self._file = None
            if self._owned:
                self._owned.close()
                self._owned = None


def open(f, mode=None):
    """A file that is read or written: rb or wb."""
    if mode is None:
        mode = getattr(f, "mode", "rb")
    if mode in ("r", "rb"):
        return Wave_read(f)
    if mode in ("w", "wb"):
        return Wave_write(f)
    raise Error("mode must be 'r', 'rb', 'w', or 'wb'")
