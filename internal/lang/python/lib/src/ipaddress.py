"""IPv4 and IPv6 addresses, networks, and interfaces, which are addresses in a network."""

import functools

from _ip_base import _BaseAddress, _BaseV4, _BaseV6, _IPAddressBase, same_version
from _ip_network import _BaseNetwork
from _ip_numbers import AddressValueError, NetmaskValueError, number4, number6, zeros

__version__ = "1.0"
IPV4LENGTH, IPV6LENGTH = 32, 128

_NETWORKS = {
    "4private": "0.0.0.0/8 10.0.0.0/8 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/29 192.0.0.170/31 192.0.2.0/24 192.168.0.0/16"
                " 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 240.0.0.0/4 255.255.255.255/32",
    "4shared": "100.64.0.0/10",
    "4multicast": "224.0.0.0/4",
    "4reserved": "240.0.0.0/4",
    "4link_local": "169.254.0.0/16",
    "4loopback": "127.0.0.0/8",
    "6private": "::1/128 ::/128 ::ffff:0:0/96 100::/64 2001::/23 2001:2::/48 2001:db8::/32 2001:10::/28 fc00::/7 fe80::/10",
    "6multicast": "ff00::/8",
    "6reserved": "::/8 100::/8 200::/7 400::/6 800::/5 1000::/4 4000::/3 6000::/3 8000::/3 a000::/3 c000::/3 e000::/4 f000::/5 f800::/6"
                 " fe00::/9",
    "6link_local": "fe80::/10",
    "6site_local": "fec0::/10",
}


@functools.cache
def _known(name):
    return [ip_network(text) for text in _NETWORKS[name].split()]


def _is_in(address, name):
    return any(address in network for network in _known(f"{address._version}{name}"))


def _in_property(name):
    return property(lambda self: _is_in(self, name), doc=f"Whether it is one of those that are {name}.")


class IPv4Address(_BaseV4, _BaseAddress):
    """An IPv4 address."""

    __slots__ = ("_ip", "__weakref__")

    def __init__(self, address):
        number = self._number(address)
        if number is None:
            text = str(address)
            if "/" in text:
                raise AddressValueError(f"Unexpected '/' in {address!r}")
            number = number4(text)
        self._ip = number

    @property
    def packed(self):
        """Its bytes."""
        return self._ip.to_bytes(4, "big")

    is_private = _in_property("private")
    is_multicast = _in_property("multicast")
    is_reserved = _in_property("reserved")
    is_link_local = _in_property("link_local")
    is_loopback = _in_property("loopback")

    @property
    def is_global(self):
        """Whether it is known everywhere."""
        return not _is_in(self, "shared") and not self.is_private

    @property
    def is_unspecified(self):
        """Whether it is 0.0.0.0."""
        return self._ip == 0


class IPv6Address(_BaseV6, _BaseAddress):
    """An IPv6 address."""

    __slots__ = ("_ip", "_scope_id", "__weakref__")

    def __init__(self, address):
        number, self._scope_id = self._number(address), None
        if number is None:
            text = str(address)
            if "/" in text:
                raise AddressValueError(f"Unexpected '/' in {address!r}")
            text, percent, scope = text.partition("%")
            if percent:
                if not scope or "%" in scope:
                    raise AddressValueError(f'Invalid IPv6 address: "{str(address)!r}"')
                self._scope_id = scope
            number = number6(text)
        self._ip = number

    def _plain_text(self):
        return str(self)

    def __str__(self):
        text = super().__str__()
        return f"{text}%{self._scope_id}" if self._scope_id else text

    def __hash__(self):
        return hash((self._ip, self._scope_id))

    def __eq__(self, other):
        equal = super().__eq__(other)
        if equal is not True:
            return equal
        return self._scope_id == getattr(other, "_scope_id", None)

    def __reduce__(self):
        return self.__class__, (str(self),)

    @property
    def scope_id(self):
        """What is after its '%', or None."""
        return self._scope_id

    @property
    def packed(self):
        """Its bytes."""
        return self._ip.to_bytes(16, "big")

    is_multicast = _in_property("multicast")
    is_reserved = _in_property("reserved")
    is_link_local = _in_property("link_local")
    is_site_local = _in_property("site_local")

    @property
    def is_private(self):
        """Whether it, or the IPv4 address in it, is for private networks."""
        mapped = self.ipv4_mapped
        return _is_in(self, "private") if mapped is None else mapped.is_private

    @property
    def is_global(self):
        """Whether it is known everywhere."""
        return not self.is_private

    @property
    def is_unspecified(self):
        """Whether it is ::."""
        return self._ip == 0

    @property
    def is_loopback(self):
        """Whether it is ::1."""
        return self._ip == 1

    @property
    def ipv4_mapped(self):
        """The IPv4 address of ::ffff:a.b.c.d, or None."""
        return IPv4Address(self._ip & 0xFFFFFFFF) if self._ip >> 32 == 0xFFFF else None

    @property
    def teredo(self):
        """The server and the client of a Teredo address, or None."""
        if self._ip >> 96 != 0x20010000:
            return None
        return IPv4Address(self._ip >> 64 & 0xFFFFFFFF), IPv4Address(~self._ip & 0xFFFFFFFF)

    @property
    def sixtofour(self):
        """The IPv4 address of a 6to4 address, or None."""
        return IPv4Address(self._ip >> 80 & 0xFFFFFFFF) if self._ip >> 112 == 0x2002 else None


IPv4Address._address_class, IPv6Address._address_class = IPv4Address, IPv6Address


class IPv4Network(_BaseV4, _BaseNetwork):
    """An IPv4 network."""

    _address_class = IPv4Address

    @property
    def is_private(self):
        """Whether all of it is in one private network."""
        return _within(self, "private")

    @property
    def is_global(self):
        """Whether it is known everywhere."""
        return not (_is_in(self.network_address, "shared") and _is_in(self.broadcast_address, "shared")) and not self.is_private


class IPv6Network(_BaseV6, _BaseNetwork):
    """An IPv6 network."""

    _address_class = IPv6Address

    @property
    def is_private(self):
        """Whether all of it is in one private network."""
        return _within(self, "private")

    @property
    def is_global(self):
        """Whether it is known everywhere."""
        return not self.is_private

    @property
    def is_site_local(self):
        """Whether its first and last addresses are of one site."""
        return self._both("is_site_local")


def _within(network, name):
    return any(network.network_address in known and network.broadcast_address in known for known in _known(f"{network._version}{name}"))


class _Interface:
    """What an address has that knows its network."""

    def __init__(self, address):
        address, mask = self._split_prefix(address)
        self._address_class.__init__(self, address)
        self.network = self._network_class((address, mask), strict=False)
        self.netmask, self._prefixlen = self.network.netmask, self.network._prefixlen

    @functools.cached_property
    def hostmask(self):
        """The opposite of the netmask."""
        return self.network.hostmask

    @property
    def ip(self):
        """The address alone."""
        return self._address_class(self._ip)

    def __str__(self):
        return f"{super().__str__()}/{self._prefixlen}"

    def __eq__(self, other):
        equal = self._address_class.__eq__(self, other)
        if equal is NotImplemented or not equal:
            return equal
        try:
            return self.network == other.network
        except AttributeError:
            return False

    def __lt__(self, other):
        less = self._address_class.__lt__(self, other)
        if less is NotImplemented:
            return NotImplemented
        try:
            return self.network < other.network or self.network == other.network and less
        except AttributeError:
            return False

    def __hash__(self):
        return hash((self._ip, self._prefixlen, int(self.network.network_address)))

    def __reduce__(self):
        return self.__class__, (str(self),)

    @property
    def with_prefixlen(self):
        return f"{self._string_from_ip_int(self._ip)}/{self._prefixlen}"

    @property
    def with_netmask(self):
        return f"{self._string_from_ip_int(self._ip)}/{self.netmask}"

    @property
    def with_hostmask(self):
        return f"{self._string_from_ip_int(self._ip)}/{self.hostmask}"


class IPv4Interface(_Interface, IPv4Address):
    """An IPv4 address in a network."""

    _network_class = IPv4Network
    __hash__ = _Interface.__hash__


class IPv6Interface(_Interface, IPv6Address):
    """An IPv6 address in a network."""

    _network_class = IPv6Network
    __hash__ = _Interface.__hash__

    def _plain_text(self):
        return str(self.ip)

    @property
    def is_unspecified(self):
        """Whether it is ::, in a network of nothing else."""
        return self._ip == 0 and self.network.is_unspecified

    @property
    def is_loopback(self):
        """Whether it is ::1, in a network of nothing else."""
        return super().is_loopback and self.network.is_loopback


def _either(address, kind, makers, *more):
    for make in makers:
        try:
            return make(address, *more)
        except (AddressValueError, NetmaskValueError):
            pass
    raise ValueError(f"{address!r} does not appear to be an IPv4 or IPv6 {kind}")


def ip_address(address):
    """An address of either version."""
    return _either(address, "address", (IPv4Address, IPv6Address))


def ip_network(address, strict=True):
    """A network of either version."""
    return _either(address, "network", (IPv4Network, IPv6Network), strict)


def ip_interface(address):
    """An interface of either version."""
    return _either(address, "interface", (IPv4Interface, IPv6Interface))


def _packed(address, size, version):
    try:
        return address.to_bytes(size, "big")
    except OverflowError:
        raise ValueError(f"Address negative or too large for IPv{version}") from None


def v4_int_to_packed(address):
    """The four bytes of a number."""
    return _packed(address, 4, 4)


def v6_int_to_packed(address):
    """The sixteen bytes of a number."""
    return _packed(address, 16, 6)


def summarize_address_range(first, last):
    """The fewest networks that the addresses from first to last are."""
    if not (isinstance(first, _BaseAddress) and isinstance(last, _BaseAddress)):
        raise TypeError("first and last must be IP addresses, not networks")
    same_version(first, last)
    if first > last:
        raise ValueError("last IP address must be greater than first")
    make = {4: IPv4Network, 6: IPv6Network}.get(first.version)
    if make is None:
        raise ValueError("unknown IP version")
    bits, start, end = first._max_prefixlen, first._ip, last._ip
    while start <= end:
        size = min(zeros(start, bits), (end - start + 1).bit_length() - 1)
        yield make((start, bits - size))
        start += 1 << size


def collapse_addresses(addresses):
    """The fewest networks that addresses and networks together are."""
    alone, networks = [], []
    for ip in addresses:
        if isinstance(ip, _BaseAddress):
            kind = alone
        else:
            kind = alone if ip._prefixlen == ip._max_prefixlen else networks
        if kind and kind[-1]._version != ip._version:
            raise TypeError(f"{ip} and {kind[-1]} are not of the same version")
        if kind is alone and not isinstance(ip, _BaseAddress):
            ip = ip.network_address
        kind.append(ip)
    at = 0
    alone = sorted(set(alone))
    while at < len(alone):
        end = at
        while end + 1 < len(alone) and alone[end + 1]._ip == alone[end]._ip + 1:
            end += 1
        networks.extend(summarize_address_range(alone[at], alone[end]))
        at = end + 1
    return iter(_merged(networks))


def _merged(networks):
    merged = []
    for network in sorted(set(networks)):
        if merged and merged[-1].broadcast_address >= network.broadcast_address:
            continue
        merged.append(network)
        while len(merged) > 1 and merged[-2]._prefixlen == merged[-1]._prefixlen and merged[-2].supernet() == merged[-1].supernet():
            merged.pop()
            merged[-1] = merged[-1].supernet()
    return merged


def get_mixed_type_key(obj):
    """What addresses and networks together are sorted by."""
    if isinstance(obj, _BaseNetwork):
        return obj._get_networks_key()
    if isinstance(obj, _BaseAddress):
        return obj._get_address_key()
    return NotImplemented
