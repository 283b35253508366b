"""Pictures."""

from email import encoders
from email.mime.nonmultipart import MIMENonMultipart

__all__ = ["MIMEImage"]


def _kind(data):
    if data[6:10] in (b"JFIF", b"Exif") or data[:4] == b"\xff\xd8\xff\xdb":
        return "jpeg"
    for start, kind in ((b"\211PNG\r\n\032\n", "png"), (b"GIF87a", "gif"), (b"GIF89a", "gif"), (b"MM", "tiff"), (b"II", "tiff"),
                        (b"\001\332", "rgb"), (b"\x59\xA6\x6A\x95", "rast"), (b"#define ", "xbm"), (b"BM", "bmp")):
        if data.startswith(start):
            return kind
    return "webp" if data.startswith(b"RIFF") and data[8:12] == b"WEBP" else None


class MIMEImage(MIMENonMultipart):
    """A picture."""

    def __init__(self, _imagedata, _subtype=None, _encoder=encoders.encode_base64, *, policy=None, **_params):
        _subtype = _kind(_imagedata) if _subtype is None else _subtype
        if _subtype is None:
            raise TypeError("Could not guess image MIME subtype")
        MIMENonMultipart.__init__(self, "image", _subtype, policy=policy, **_params)
        self.set_payload(_imagedata)
        _encoder(self)
