"""What files contain, by the ends of their names."""

__all__ = ["knownfiles", "inited", "MimeTypes", "guess_type", "guess_all_extensions", "guess_extension", "add_type", "init",
           "read_mime_types", "suffix_map", "encodings_map", "types_map", "common_types"]

knownfiles = ["/etc/mime.types", "/etc/httpd/mime.types", "/etc/httpd/conf/mime.types", "/etc/apache/mime.types", "/etc/apache2/mime.types",
              "/usr/local/etc/httpd/conf/mime.types", "/usr/local/lib/netscape/mime.types", "/usr/local/etc/httpd/conf/mime.types",
              "/usr/local/etc/mime.types"]
inited = False

suffix_map = {".svgz": ".svg.gz", ".tgz": ".tar.gz", ".taz": ".tar.gz", ".tz": ".tar.gz", ".tbz2": ".tar.bz2", ".txz": ".tar.xz"}
encodings_map = {".gz": "gzip", ".Z": "compress", ".bz2": "bzip2", ".xz": "xz", ".br": "br"}
common_types = {".rtf": "application/rtf", ".midi": "audio/midi", ".mid": "audio/midi", ".jpg": "image/jpg", ".pict": "image/pict",
                ".pct": "image/pict", ".pic": "image/pict", ".webp": "image/webp", ".xul": "text/xul"}

# Types and the ends that have them, the first being the usual one.
_ENDS = """
application/javascript .js .mjs; application/json .json; application/manifest+json .webmanifest; application/msword .doc .dot .wiz;
application/n-quads .nq; application/n-triples .nt; application/octet-stream .bin .a .dll .exe .o .obj .so; application/oda .oda;
application/pdf .pdf; application/pkcs7-mime .p7c; application/postscript .ps .ai .eps; application/trig .trig; application/vnd.apple.mpegurl .m3u .m3u8;
application/vnd.ms-excel .xls .xlb; application/vnd.ms-powerpoint .ppt .pot .ppa .pps .pwz; application/wasm .wasm; application/x-bcpio .bcpio;
application/x-cpio .cpio; application/x-csh .csh; application/x-dvi .dvi; application/x-gtar .gtar; application/x-hdf .hdf; application/x-hdf5 .h5;
application/x-latex .latex; application/x-mif .mif; application/x-netcdf .cdf .nc; application/x-pkcs12 .p12 .pfx; application/x-pn-realaudio .ram;
application/x-python-code .pyc .pyo; application/x-sh .sh; application/x-shar .shar; application/x-shockwave-flash .swf; application/x-sv4cpio .sv4cpio;
application/x-sv4crc .sv4crc; application/x-tar .tar; application/x-tcl .tcl; application/x-tex .tex; application/x-texinfo .texi .texinfo;
application/x-troff .roff .t .tr; application/x-troff-man .man; application/x-troff-me .me; application/x-troff-ms .ms; application/x-ustar .ustar;
application/x-wais-source .src; application/xml .xsl .rdf .wsdl .xpdl; application/zip .zip; audio/3gpp .3gp .3gpp; audio/3gpp2 .3g2 .3gpp2;
audio/aac .aac .adts .loas .ass; audio/basic .au .snd; audio/mpeg .mp3 .mp2; audio/opus .opus; audio/x-aiff .aif .aifc .aiff; audio/x-pn-realaudio .ra;
audio/x-wav .wav; image/avif .avif; image/bmp .bmp; image/gif .gif; image/ief .ief; image/jpeg .jpg .jpe .jpeg; image/heic .heic; image/heif .heif;
image/png .png; image/svg+xml .svg; image/tiff .tiff .tif; image/vnd.microsoft.icon .ico; image/x-cmu-raster .ras; image/x-portable-anymap .pnm;
image/x-portable-bitmap .pbm; image/x-portable-graymap .pgm; image/x-portable-pixmap .ppm; image/x-rgb .rgb; image/x-xbitmap .xbm; image/x-xpixmap .xpm;
image/x-xwindowdump .xwd; message/rfc822 .eml .mht .mhtml .nws; text/css .css; text/csv .csv; text/html .html .htm; text/n3 .n3;
text/plain .txt .bat .c .h .ksh .pl .srt; text/richtext .rtx; text/tab-separated-values .tsv; text/vtt .vtt; text/x-python .py;
text/x-setext .etx; text/x-sgml .sgm .sgml; text/x-vcard .vcf; text/xml .xml; video/mp4 .mp4; video/mpeg .mpeg .m1v .mpa .mpe .mpg;
video/quicktime .mov .qt; video/webm .webm; video/x-msvideo .avi; video/x-sgi-movie .movie
"""

types_map = {}
for _entry in _ENDS.split(";"):
    _type, *_list = _entry.split()
    for _end in _list:
        types_map.setdefault(_end, _type)
del _entry, _type, _list, _end


class MimeTypes:
    """Types by the ends of names."""

    def __init__(self, filenames=(), strict=True):
        self.encodings_map, self.suffix_map = encodings_map.copy(), suffix_map.copy()
        self.types_map, self.types_map_inv = ({}, {}), ({}, {})
        for known, is_strict in ((types_map, True), (common_types, False)):
            for end, kind in known.items():
                self.add_type(kind, end, is_strict)
        for name in filenames:
            self.read(name, strict)

    def add_type(self, type, ext, strict=True):
        """Have an end mean a type."""
        self.types_map[strict][ext] = type
        ends = self.types_map_inv[strict].setdefault(type, [])
        if ext not in ends:
            ends.append(ext)

    def guess_type(self, url, strict=True):
        """The type and the encoding that a name says, each None where it doesn't."""
        import os
        import posixpath

        url = os.fspath(url)
        scheme, colon, rest = url.partition(":")
        if colon and scheme == "data":
            comma = url.find(",")
            if comma < 0:
                return None, None
            kind = url[5:comma].partition(";")[0]
            return kind if "=" not in kind and "/" in kind else "text/plain", None
        if colon and "/" not in scheme:
            url = rest
        base, end = posixpath.splitext(url)
        while (low := end.lower()) in self.suffix_map:
            base, end = posixpath.splitext(base + self.suffix_map[low])
        encoding = self.encodings_map.get(end)
        if encoding:
            base, end = posixpath.splitext(base)
        end = end.lower()
        kind = self.types_map[True].get(end)
        if kind is None and not strict:
            kind = self.types_map[False].get(end)
        return kind, encoding

    def guess_all_extensions(self, type, strict=True):
        """The ends that have a type."""
        type = type.lower()
        ends = list(self.types_map_inv[True].get(type, []))
        if not strict:
            ends += [end for end in self.types_map_inv[False].get(type, []) if end not in ends]
        return ends

    def guess_extension(self, type, strict=True):
        """The usual end of a type, or None."""
        ends = self.guess_all_extensions(type, strict)
        return ends[0] if ends else None

    def read(self, filename, strict=True):
        """Take the types of a file in."""
        with open(filename, encoding="utf-8") as file:
            self.readfp(file, strict)

    def readfp(self, fp, strict=True):
        """Take the types of an open file in."""
        for line in fp:
            words = line.partition("#")[0].split()
            for end in words[1:]:
                self.add_type(words[0], "." + end, strict)


_types = None


def _known():
    if _types is None:
        init()
    return _types


def init(files=None):
    """Begin with the types that are known, and those of files."""
    global _types, inited, encodings_map, suffix_map, types_map, common_types
    inited = True
    _types = MimeTypes(files or ())
    encodings_map, suffix_map = _types.encodings_map, _types.suffix_map
    types_map, common_types = _types.types_map[True], _types.types_map[False]


def guess_type(url, strict=True):
    """The type and the encoding that a name says, each None where it doesn't."""
    return _known().guess_type(url, strict)


def guess_all_extensions(type, strict=True):
    """The ends that have a type."""
    return _known().guess_all_extensions(type, strict)


def guess_extension(type, strict=True):
    """The usual end of a type, or None."""
    return _known().guess_extension(type, strict)


def add_type(type, ext, strict=True):
    """Have an end mean a type."""
    return _known().add_type(type, ext, strict)


def read_mime_types(file):
    """The types of a file, or None where there is none."""
    try:
        f = open(file, encoding="utf-8")
    except OSError:
        return None
    with f:
        known = MimeTypes()
        known.readfp(f, True)
        return known.types_map[True]
