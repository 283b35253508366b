"""Addresses' numbers from texts, and texts from numbers."""


class AddressValueError(ValueError):
    """What is said of a wrong address."""


class NetmaskValueError(ValueError):
    """What is said of a wrong netmask."""


AddressValueError.__module__ = NetmaskValueError.__module__ = "ipaddress"

_HEX = frozenset("0123456789abcdefABCDEF")


def plain_digits(text):
    """Whether a text is decimal digits and nothing else."""
    return text.isascii() and text.isdigit()


def _octet(text):
    if not text:
        raise ValueError("Empty octet not permitted")
    if not plain_digits(text):
        raise ValueError(f"Only decimal digits permitted in {text!r}")
    if len(text) > 3:
        raise ValueError(f"At most 3 characters permitted in {text!r}")
    if text != "0" and text[0] == "0":
        raise ValueError(f"Leading zeros are not permitted in {text!r}")
    number = int(text)
    if number > 255:
        raise ValueError(f"Octet {number} (> 255) not permitted")
    return number


def number4(text):
    """The number of an IPv4 address."""
    if not text:
        raise AddressValueError("Address cannot be empty")
    octets = text.split(".")
    if len(octets) != 4:
        raise AddressValueError(f"Expected 4 octets in {text!r}")
    try:
        return int.from_bytes(bytes(map(_octet, octets)), "big")
    except ValueError as e:
        raise AddressValueError(f"{e} in {text!r}") from None


def text4(number):
    """An IPv4 address of its number."""
    return ".".join(map(str, number.to_bytes(4, "big")))


def _group(text):
    if not _HEX.issuperset(text):
        raise ValueError(f"Only hex digits permitted in {text!r}")
    if len(text) > 4:
        raise ValueError(f"At most 4 characters permitted in {text!r}")
    return int(text, 16)


def number6(text):
    """The number of an IPv6 address."""
    if not text:
        raise AddressValueError("Address cannot be empty")
    parts = text.split(":")
    if len(parts) < 3:
        raise AddressValueError(f"At least 3 parts expected in {text!r}")
    if "." in parts[-1]:
        try:
            low = number4(parts.pop())
        except AddressValueError as e:
            raise AddressValueError(f"{e} in {text!r}") from None
        parts += [f"{low >> 16:x}", f"{low & 0xFFFF:x}"]
    if len(parts) > 9:
        raise AddressValueError(f"At most 8 colons permitted in {text!r}")
    before, after = _halves(parts, text)
    try:
        groups = [*map(_group, before), *[0] * (8 - len(before) - len(after)), *map(_group, after)]
    except ValueError as e:
        raise AddressValueError(f"{e} in {text!r}") from None
    number = 0
    for group in groups:
        number = number << 16 | group
    return number


def _halves(parts, text):
    """The groups before and after a '::'; all are before where there is none."""
    gaps = [i for i in range(1, len(parts) - 1) if not parts[i]]
    if len(gaps) > 1:
        raise AddressValueError(f"At most one '::' permitted in {text!r}")
    if not gaps:
        if len(parts) != 8:
            raise AddressValueError(f"Exactly 8 parts expected without '::' in {text!r}")
        if not parts[0]:
            raise AddressValueError(f"Leading ':' only permitted as part of '::' in {text!r}")
        if not parts[-1]:
            raise AddressValueError(f"Trailing ':' only permitted as part of '::' in {text!r}")
        return parts, []
    before, after = parts[:gaps[0]], parts[gaps[0] + 1:]
    if not parts[0]:
        del before[0]
        if before:
            raise AddressValueError(f"Leading ':' only permitted as part of '::' in {text!r}")
    if not parts[-1]:
        del after[-1]
        if after:
            raise AddressValueError(f"Trailing ':' only permitted as part of '::' in {text!r}")
    if len(before) + len(after) > 7:
        raise AddressValueError(f"Expected at most 7 other parts with '::' in {text!r}")
    return before, after


def groups6(number):
    """The eight groups of an IPv6 address."""
    return [number >> shift & 0xFFFF for shift in range(112, -1, -16)]


def text6(number):
    """An IPv6 address of its number, with '::' for the longest run of zeros."""
    groups = groups6(number)
    best, at, start = 1, None, 0  # a single zero is no run
    for i in range(9):
        if i < 8 and groups[i] == 0:
            continue
        if i - start > best:
            best, at = i - start, start
        start = i + 1
    words = [f"{g:x}" for g in groups]
    if at is None:
        return ":".join(words)
    return ":".join(words[:at]) + "::" + ":".join(words[at + best:])


def zeros(number, bits):
    """How many low bits are 0, of at most so many."""
    if number == 0:
        return bits
    return min(bits, (~number & number - 1).bit_length())


def prefix_of_mask(mask, bits):
    """The length of a netmask's prefix; ValueError where ones don't come first."""
    low = zeros(mask, bits)
    prefix = bits - low
    if mask >> low != (1 << prefix) - 1:
        raise ValueError(f"Netmask pattern {mask.to_bytes(bits // 8, 'big')!r} mixes zeroes & ones")
    return prefix
