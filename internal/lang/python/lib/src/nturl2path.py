"""Paths of Windows as addresses of files, and back."""


def url2pathname(url):
    """The path of an address."""
    import string
    import urllib.parse
    url = url.replace(":", "|")
    if "|" not in url:
        if url[:4] == "////":
            url = url[2:]
        return urllib.parse.unquote("\\".join(url.split("/")))
    parts = url.split("|")
    if len(parts) != 2 or not parts[0] or parts[0][-1] not in string.ascii_letters:
        raise OSError("Bad URL: " + url)
    path = parts[0][-1].upper() + ":"
    for part in parts[1].split("/"):
        if part:
            path += "\\" + urllib.parse.unquote(part)
    return path + "\\" if path.endswith(":") and url.endswith("/") else path


def pathname2url(p):
    """The address of a path."""
    import urllib.parse
    if p[:4] == "\\\\?\\":
        p = p[4:]
        if p[:4].upper() == "UNC\\":
            p = "\\" + p[4:]
        elif p[1:2] != ":":
            raise OSError("Bad path: " + p)
    if ":" not in p:
        if p[:2] == "\\\\":
            p = "\\\\" + p
        return urllib.parse.quote("/".join(p.split("\\")))
    parts = p.split(":", maxsplit=2)
    if len(parts) != 2 or len(parts[0]) > 1:
        raise OSError("Bad path: " + p)
    path = "///" + urllib.parse.quote(parts[0].upper()) + ":"
    for part in parts[1].split("\\"):
        if part:
            path += "/" + urllib.parse.quote(part)
    return path
