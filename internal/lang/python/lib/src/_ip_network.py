"""Networks of either version."""

import functools

from _ip_base import _BaseAddress, _IPAddressBase, same_version


@functools.total_ordering
class _BaseNetwork(_IPAddressBase):
    def __init__(self, address, strict=True):
        address, mask = self._split_prefix(address)
        self.network_address = self._address_class(address)
        self.netmask, self._prefixlen = self._mask(mask)
        number = int(self.network_address)
        if number & int(self.netmask) != number:
            if strict:
                raise ValueError(f"{self} has host bits set")
            self.network_address = self._address_class(number & int(self.netmask))

    def __repr__(self):
        return f"{self.__class__.__name__}({str(self)!r})"

    def __str__(self):
        return f"{self.network_address}/{self._prefixlen}"

    def _plain_text(self):
        return str(self.network_address)

    def hosts(self):
        """The addresses without that of the network and the broadcast."""
        first, last = int(self.network_address), int(self.broadcast_address)
        bits = self._max_prefixlen - self._prefixlen
        if bits == 0:
            return [self._address_class(first)]
        if bits == 1:
            return iter(self)
        return self._between(first + 1, last - (self._version == 4))

    def _between(self, first, last):
        for number in range(first, last + 1):
            yield self._address_class(number)

    def __iter__(self):
        return self._between(int(self.network_address), int(self.broadcast_address))

    def __getitem__(self, n):
        first, last = int(self.network_address), int(self.broadcast_address)
        number = first + n if n >= 0 else last + n + 1
        if not first <= number <= last:
            raise IndexError("address out of range")
        return self._address_class(number)

    def __lt__(self, other):
        if not isinstance(other, _BaseNetwork):
            return NotImplemented
        same_version(self, other)
        return self._key() < other._key()

    def __eq__(self, other):
        try:
            return (self._version == other._version and self.network_address == other.network_address
                    and int(self.netmask) == int(other.netmask))
        except AttributeError:
            return NotImplemented

    def __hash__(self):
        return hash(int(self.network_address) ^ int(self.netmask))

    def _key(self):
        return self.network_address, self.netmask

    def _get_networks_key(self):
        return self._version, self.network_address, self.netmask

    def __contains__(self, other):
        if self._version != other._version or isinstance(other, _BaseNetwork):
            return False
        return other._ip & self.netmask._ip == self.network_address._ip

    def overlaps(self, other):
        """Whether one of them has addresses of the other."""
        return (self.network_address in other or self.broadcast_address in other
                or other.network_address in self or other.broadcast_address in self)

    @property
    def _address_class(self):
        raise NotImplementedError("%200s has no associated address class" % (type(self),))

    @functools.cached_property
    def broadcast_address(self):
        """The last address."""
        return self._address_class(int(self.network_address) | int(self.hostmask))

    @functools.cached_property
    def hostmask(self):
        """The opposite of the netmask."""
        return self._address_class(int(self.netmask) ^ self._ALL_ONES)

    @property
    def prefixlen(self):
        """How many bits all addresses have in common."""
        return self._prefixlen

    @property
    def with_prefixlen(self):
        return f"{self.network_address}/{self._prefixlen}"

    @property
    def with_netmask(self):
        return f"{self.network_address}/{self.netmask}"

    @property
    def with_hostmask(self):
        return f"{self.network_address}/{self.hostmask}"

    @property
    def num_addresses(self):
        """How many addresses there are."""
        return int(self.broadcast_address) - int(self.network_address) + 1

    def address_exclude(self, other):
        """The networks that are left without another one."""
        same_version(self, other)
        if not isinstance(other, _BaseNetwork):
            raise TypeError(f"{other} is not a network object")
        if not other.subnet_of(self):
            raise ValueError(f"{other} not contained in {self}")
        whole = self
        while whole != other:
            low, high = whole.subnets()
            inside, outside = (low, high) if other.subnet_of(low) else (high, low)
            yield outside
            whole = inside

    def compare_networks(self, other):
        """-1, 0 or 1, by the address and the mask."""
        if self._version != other._version:
            raise TypeError(f"{self} and {other} are not of the same type")
        a, b = self._key(), other._key()
        return (a > b) - (a < b)

    def subnets(self, prefixlen_diff=1, new_prefix=None):
        """The networks of a longer prefix that this one is made of."""
        if self._prefixlen == self._max_prefixlen:
            yield self
            return
        if new_prefix is not None:
            if new_prefix < self._prefixlen:
                raise ValueError("new prefix must be longer")
            if prefixlen_diff != 1:
                raise ValueError("cannot set prefixlen_diff and new_prefix")
            prefixlen_diff = new_prefix - self._prefixlen
        if prefixlen_diff < 0:
            raise ValueError("prefix length diff must be > 0")
        prefix = self._prefixlen + prefixlen_diff
        if prefix > self._max_prefixlen:
            raise ValueError(f"prefix length diff {prefix} is invalid for netblock {self}")
        step = (int(self.hostmask) + 1) >> prefixlen_diff
        for number in range(int(self.network_address), int(self.broadcast_address) + 1, step):
            yield self.__class__((number, prefix))

    def supernet(self, prefixlen_diff=1, new_prefix=None):
        """The network of a shorter prefix that this one is in."""
        if self._prefixlen == 0:
            return self
        if new_prefix is not None:
            if new_prefix > self._prefixlen:
                raise ValueError("new prefix must be shorter")
            if prefixlen_diff != 1:
                raise ValueError("cannot set prefixlen_diff and new_prefix")
            prefixlen_diff = self._prefixlen - new_prefix
        prefix = self.prefixlen - prefixlen_diff
        if prefix < 0:
            raise ValueError(f"current prefixlen is {self.prefixlen}, cannot have a prefixlen_diff of {prefixlen_diff}")
        return self.__class__((int(self.network_address) & int(self.netmask) << prefixlen_diff, prefix))

    @staticmethod
    def _is_subnet_of(a, b):
        try:
            same_version(a, b)
            return b.network_address <= a.network_address and b.broadcast_address >= a.broadcast_address
        except AttributeError:
            raise TypeError(f"Unable to test subnet containment between {a} and {b}") from None

    def subnet_of(self, other):
        """Whether it is within another."""
        return self._is_subnet_of(self, other)

    def supernet_of(self, other):
        """Whether another is within it."""
        return self._is_subnet_of(other, self)

    def _both(self, name):
        return getattr(self.network_address, name) and getattr(self.broadcast_address, name)


def _of_both_ends(name, doc):
    return property(lambda self: self._both(name), doc=doc)


for _name in ("is_multicast", "is_reserved", "is_link_local", "is_unspecified", "is_loopback"):
    setattr(_BaseNetwork, _name, _of_both_ends(_name, f"Whether its first and last addresses are {_name[3:]}."))
_BaseNetwork.__module__ = "ipaddress"
del _name
