"""The kind of a picture, by how its file begins."""

import warnings

__all__ = ["what"]

warnings._deprecated(__name__, remove=(3, 13))

tests = []


def what(file, h=None):
    """The kind of a file, or of its first bytes."""
    if h is None:
        if hasattr(file, "read"):
            at = file.tell()
            h = file.read(32)
            file.seek(at)
        else:
            with open(file, "rb") as f:
                h = f.read(32)
    for test in tests:
        kind = test(h, None)
        if kind:
            return kind
    return None


def _netpbm(digits, kind):
    return lambda h, f: kind if len(h) >= 3 and h[0] == ord("P") and h[1] in digits and h[2] in b" \t\n\r" else None


def _start(start, kind):
    return lambda h, f: kind if h.startswith(start) else None


tests += [
    lambda h, f: "jpeg" if h[6:10] in (b"JFIF", b"Exif") or h[:4] == b"\xff\xd8\xff\xdb" else None,
    _start(b"\211PNG\r\n\032\n", "png"), lambda h, f: "gif" if h[:6] in (b"GIF87a", b"GIF89a") else None,
    lambda h, f: "tiff" if h[:2] in (b"MM", b"II") else None, _start(b"\001\332", "rgb"), _netpbm(b"14", "pbm"), _netpbm(b"25", "pgm"),
    _netpbm(b"36", "ppm"), _start(b"\x59\xA6\x6A\x95", "rast"), _start(b"#define ", "xbm"), _start(b"BM", "bmp"),
    lambda h, f: "webp" if h.startswith(b"RIFF") and h[8:12] == b"WEBP" else None, _start(b"\x76\x2f\x31\x01", "exr")]
