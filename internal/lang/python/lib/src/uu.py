"""Files as lines of printable characters, as uuencode makes them."""

import binascii
import os
import sys
import warnings

__all__ = ["Error", "encode", "decode"]

warnings._deprecated(__name__, remove=(3, 13))


class Error(Exception):
    """What isn't such a file."""


def _open(file, mode):
    return open(file, mode) if isinstance(file, str) else file


def encode(in_file, out_file, name=None, mode=None, *, backtick=False):
    """Encode one file into another; "-" is the program's."""
    source = sys.stdin.buffer if in_file == "-" else _open(in_file, "rb")
    target = sys.stdout.buffer if out_file == "-" else _open(out_file, "wb")
    try:
        if isinstance(in_file, str) and in_file != "-":
            name = os.path.basename(in_file) if name is None else name
            mode = os.stat(in_file).st_mode if mode is None else mode
        name = "-" if name is None else name
        mode = 0o666 if mode is None else mode
        name = name.replace("\n", "\\n").replace("\r", "\\r")
        target.write(("begin %o %s\n" % (mode & 0o777, name)).encode("ascii"))
        while data := source.read(45):
            target.write(binascii.b2a_uu(data, backtick=backtick))
        target.write(b"`\nend\n" if backtick else b" \nend\n")
    finally:
        for file, given in ((source, in_file), (target, out_file)):
            if isinstance(given, str) and given != "-":
                file.close()


def _begins(line):
    """The mode and the name of a first line, or None."""
    parts = line.split(b" ", 2)
    if not line.startswith(b"begin") or len(parts) != 3 or parts[0] != b"begin":
        return None
    try:
        return int(parts[1], 8), parts[2].rstrip(b" \t\r\n\f").decode("ascii")
    except ValueError:
        return None


def decode(in_file, out_file=None, mode=None, quiet=False):
    """Decode one file into another, or into that of its name, which must not be there."""
    source = sys.stdin.buffer if in_file == "-" else _open(in_file, "rb")
    target = None
    try:
        while True:
            line = source.readline()
            if not line:
                raise Error("No valid begin line found in input file")
            if head := _begins(line):
                break
        if out_file is None:
            out_file = head[1]
            if os.path.exists(out_file):
                raise Error(f"Cannot overwrite existing file: {out_file}")
            if out_file.startswith(os.sep) or f"..{os.sep}" in out_file:
                raise Error(f"Refusing to write to {out_file} due to directory traversal")
        target = sys.stdout.buffer if out_file == "-" else _open(out_file, "wb")
        line = source.readline()
        while line and line.strip(b" \t\r\n\f") != b"end":
            target.write(_line(line, quiet))
            line = source.readline()
        if not line:
            raise Error("Truncated input file")
    finally:
        if isinstance(in_file, str) and in_file != "-":
            source.close()
        if target is not None and isinstance(out_file, str) and out_file != "-":
            target.close()


def _line(line, quiet):
    try:
        return binascii.a2b_uu(line)
    except binascii.Error as e:
        size = ((line[0] - 32 & 63) * 4 + 5) // 3  # what follows the data is rubbish
        if not quiet:
            sys.stderr.write("Warning: %s\n" % e)
        return binascii.a2b_uu(line[:size])


def _encode(data):
    """The codec uu."""
    import io
    out = io.BytesIO()
    out.write(b"begin 666 <data>\n")
    for at in range(0, len(data), 45):
        out.write(binascii.b2a_uu(data[at:at + 45]))
    out.write(b" \nend\n")
    return out.getvalue()


def _decode(data):
    import io
    out = io.BytesIO()
    decode(io.BytesIO(data), out, quiet=True)
    return out.getvalue()
