"""The network, which a program that runs in a sandbox hasn't: importable, and refused on use."""

AF_UNSPEC, AF_UNIX, AF_INET, AF_INET6 = 0, 1, 2, 10
SOCK_STREAM, SOCK_DGRAM, SOCK_RAW = 1, 2, 3
SOL_SOCKET, SO_REUSEADDR, SO_KEEPALIVE, SO_BROADCAST, SO_REUSEPORT = 1, 2, 9, 6, 15
IPPROTO_TCP, IPPROTO_UDP, TCP_NODELAY = 6, 17, 1
SHUT_RD, SHUT_WR, SHUT_RDWR = 0, 1, 2
SOMAXCONN = 4096
INADDR_ANY = 0
has_ipv6 = True

error = OSError
timeout = TimeoutError


class herror(OSError):
    """An error of an address."""


class gaierror(OSError):
    """An error of a name."""


def _refused(name, module="socket"):
    def refuse(*args, **kwargs):
        raise PermissionError(f"{module}.{name}: this program has no network: it runs in a sandbox")
    refuse.__name__ = refuse.__qualname__ = name
    refuse.__doc__ = "Refused."
    return refuse


class socket:
    """Refused."""

    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        _refused("socket")()


SocketType = socket

for _name in ("create_connection", "create_server", "socketpair", "getaddrinfo", "gethostbyname", "gethostbyname_ex", "gethostbyaddr",
              "getnameinfo", "getfqdn", "fromfd", "getservbyname", "if_nameindex"):
    globals()[_name] = _refused(_name)
del _name


def gethostname():
    """The machine's name isn't told."""
    return "localhost"


def getdefaulttimeout():
    return None


def setdefaulttimeout(timeout):
    pass


def htons(x):
    return (x & 0xff) << 8 | x >> 8 & 0xff


ntohs = htons


def htonl(x):
    return int.from_bytes((x & 0xffffffff).to_bytes(4, "little"), "big")


ntohl = htonl


def inet_aton(ip_string):
    """The four bytes of an address."""
    parts = ip_string.split(".")
    try:
        data = bytes(int(p) for p in parts)
    except ValueError:
        data = b""
    if len(data) != 4:
        raise OSError("illegal IP address string passed to inet_aton")
    return data


def inet_ntoa(packed_ip):
    """An address of four bytes."""
    if len(packed_ip) != 4:
        raise OSError("packed IP wrong length")
    return ".".join(map(str, packed_ip))


def inet_pton(address_family, ip_string, /):
    """The bytes of an address of IPv4 or IPv6."""
    import ipaddress
    if address_family not in (AF_INET, AF_INET6):
        raise OSError(97, "Address family not supported by protocol")
    try:
        if "%" in ip_string:
            raise ValueError
        return (ipaddress.IPv4Address if address_family == AF_INET else ipaddress.IPv6Address)(ip_string).packed
    except ValueError:
        raise OSError("illegal IP address string passed to inet_pton") from None


def inet_ntop(address_family, packed_ip, /):
    """The text of an address's bytes."""
    import ipaddress
    if address_family not in (AF_INET, AF_INET6):
        raise ValueError("unknown address family %d" % address_family)
    packed = bytes(packed_ip)
    if len(packed) != (4 if address_family == AF_INET else 16):
        raise ValueError("invalid length of packed IP address string")
    if len(packed) == 4:
        return inet_ntoa(packed)
    zeros = len(packed) - len(packed.lstrip(b"\0"))
    if zeros in (12, 13) or packed[:12] == b"\0" * 10 + b"\xff\xff":  # written as IPv4 has it
        return ("::" if zeros >= 12 else "::ffff:") + inet_ntoa(packed[12:])
    return str(ipaddress.IPv6Address(packed))
