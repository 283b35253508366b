"""Getting what URLs name: importable, and refused on use."""

__all__ = ["Request", "urlopen", "urlretrieve", "build_opener", "install_opener"]


class Request:
    """What would be asked for."""

    def __init__(self, url, data=None, headers={}, origin_req_host=None, unverifiable=False, method=None):
        self.full_url = url
        self.data = data
        self.headers = {k.capitalize(): v for k, v in headers.items()}
        self.method = method

    def get_method(self):
        return self.method or ("POST" if self.data is not None else "GET")

    def add_header(self, key, val):
        self.headers[key.capitalize()] = val

    def get_header(self, header_name, default=None):
        return self.headers.get(header_name, default)

    def has_header(self, header_name):
        return header_name in self.headers

    def get_full_url(self):
        return self.full_url


def _refused(name):
    def refuse(*args, **kwargs):
        from urllib.error import URLError
        raise URLError(PermissionError(f"urllib.request.{name}: this program has no network: it runs in a sandbox"))
    refuse.__name__ = refuse.__qualname__ = name
    refuse.__doc__ = "Refused."
    return refuse


urlopen = _refused("urlopen")
urlretrieve = _refused("urlretrieve")
build_opener = _refused("build_opener")


def install_opener(opener):
    """There is nothing to be opened."""
