"""What addresses, interfaces and networks of both versions have in common."""

import functools

from _ip_numbers import (
    AddressValueError, NetmaskValueError, groups6, number4, number6, plain_digits, prefix_of_mask, text4, text6)


def split_slash(address):
    """The text of an address and of what is after its '/', if there is one."""
    parts = str(address).split("/")
    if len(parts) > 2:
        raise AddressValueError(f"Only one '/' permitted in {address!r}")
    return parts


def same_version(a, b):
    """Refuse two of different versions."""
    if a._version != b._version:
        raise TypeError(f"{a} and {b} are not of the same version")


class _IPAddressBase:
    __slots__ = ()

    @property
    def exploded(self):
        """The text with nothing left out."""
        return self._exploded()

    @property
    def compressed(self):
        """The text as short as can be."""
        return str(self)

    @property
    def reverse_pointer(self):
        """The name that DNS knows it by."""
        return self._reverse_pointer()

    @property
    def version(self):
        """4 or 6."""
        return self._version

    @property
    def max_prefixlen(self):
        """How many bits an address has."""
        return self._max_prefixlen

    def _exploded(self):
        return str(self)

    @classmethod
    def _number(cls, address):
        """The number of an address that is an int or bytes; None for others."""
        if isinstance(address, int):
            if address < 0:
                raise AddressValueError(f"{address:d} (< 0) is not permitted as an IPv{cls._version} address")
            if address >> cls._max_prefixlen:
                raise AddressValueError(
                    f"{address:d} (>= 2**{cls._max_prefixlen}) is not permitted as an IPv{cls._version} address")
            return address
        if isinstance(address, bytes):
            size = cls._max_prefixlen // 8
            if len(address) != size:
                raise AddressValueError(
                    f"{address!r} (len {len(address)} != {size}) is not permitted as an IPv{cls._version} address")
            return int.from_bytes(address, "big")
        return None

    @classmethod
    def _split_prefix(cls, address):
        """An address, and the mask that came with it or the longest."""
        if isinstance(address, (bytes, int)):
            return address, cls._max_prefixlen
        if not isinstance(address, tuple):
            address = split_slash(address)
        if len(address) > 1:
            return address
        return address[0], cls._max_prefixlen

    @classmethod
    def _mask(cls, arg):
        """The netmask, and the length of its prefix, from either of them."""
        if isinstance(arg, int):
            prefix = arg
        elif plain_digits(arg):
            prefix = int(arg)
        else:
            prefix = cls._prefix_of_text(arg)
        bits = cls._max_prefixlen
        if not 0 <= prefix <= bits:
            raise NetmaskValueError(f"{arg!r} is not a valid netmask")
        ones = (1 << bits) - 1
        return cls._address_class(ones ^ ones >> prefix), prefix


class _BaseV4:
    __slots__ = ()
    _version, _max_prefixlen, _ALL_ONES = 4, 32, (1 << 32) - 1

    _string_from_ip_int = staticmethod(text4)

    @classmethod
    def _prefix_of_text(cls, text):
        # A netmask, or a hostmask, which is its opposite.
        try:
            mask = number4(text)
            try:
                return prefix_of_mask(mask, 32)
            except ValueError:
                return prefix_of_mask(mask ^ cls._ALL_ONES, 32)
        except ValueError:
            raise NetmaskValueError(f"{text!r} is not a valid netmask") from None

    def _reverse_pointer(self):
        return ".".join(reversed(str(self).split("."))) + ".in-addr.arpa"


class _BaseV6:
    __slots__ = ()
    _version, _max_prefixlen, _ALL_ONES = 6, 128, (1 << 128) - 1

    _string_from_ip_int = staticmethod(text6)

    @classmethod
    def _prefix_of_text(cls, text):
        raise NetmaskValueError(f"{text!r} is not a valid netmask")

    def _exploded(self):
        address = self._plain_text()
        text = ":".join(f"{g:04x}" for g in groups6(number6(address)))
        prefix = getattr(self, "_prefixlen", None)
        return text if prefix is None else f"{text}/{prefix}"

    def _reverse_pointer(self):
        return ".".join(reversed(self.exploded.replace(":", ""))) + ".ip6.arpa"


@functools.total_ordering
class _BaseAddress(_IPAddressBase):
    __slots__ = ()

    def __int__(self):
        return self._ip

    def __eq__(self, other):
        try:
            return self._ip == other._ip and self._version == other._version
        except AttributeError:
            return NotImplemented

    def __lt__(self, other):
        if not isinstance(other, _BaseAddress):
            return NotImplemented
        same_version(self, other)
        return self._ip < other._ip

    def __hash__(self):
        return hash(hex(int(self._ip)))

    def __add__(self, other):
        if not isinstance(other, int):
            return NotImplemented
        return self.__class__(int(self) + other)

    def __sub__(self, other):
        if not isinstance(other, int):
            return NotImplemented
        return self.__class__(int(self) - other)

    def __str__(self):
        return str(self._string_from_ip_int(self._ip))

    def __repr__(self):
        return f"{self.__class__.__name__}({str(self)!r})"

    def _get_address_key(self):
        return self._version, self

    def __reduce__(self):
        return self.__class__, (self._ip,)

    def __format__(self, fmt):
        if not fmt or fmt[-1] == "s":
            return format(str(self), fmt)
        kind, flags = fmt[-1], fmt[:-1]
        if kind not in "xbnX" or flags not in ("", "#", "_", "#_"):
            return super().__format__(fmt)
        if kind == "n":
            kind = "b" if self._version == 4 else "x"
        width = self._max_prefixlen if kind == "b" else self._max_prefixlen // 4
        grouping = "_" if "_" in flags else ""
        if grouping:
            width += width // 4 - 1
        alternate = "#" if "#" in flags else ""
        if alternate:
            width += 2
        return format(int(self), f"{alternate}0{width}{grouping}{kind}")


for _class in (_IPAddressBase, _BaseV4, _BaseV6, _BaseAddress):
    _class.__module__ = "ipaddress"
del _class
