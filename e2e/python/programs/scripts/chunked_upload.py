"""Splits data into chunks with checksums, loses and reorders some, and puts it together again."""
import hashlib
import hmac
import io
import random
import struct
from typing import Iterable, Iterator, NamedTuple

HEADER = struct.Struct(">4sIIH")
KEY = b"not much of a secret"


class Chunk(NamedTuple):
    number: int
    total: int
    body: bytes

    def pack(self) -> bytes:
        head = HEADER.pack(b"CHNK", self.number, self.total, len(self.body))
        return head + self.body + hmac.new(KEY, head + self.body, "sha256").digest()[:8]

    @classmethod
    def unpack(cls, raw: bytes) -> "Chunk":
        magic, number, total, size = HEADER.unpack_from(raw)
        if magic != b"CHNK":
            raise ValueError(f"magic is {magic!r}")
        body = raw[HEADER.size : HEADER.size + size]
        mac = hmac.new(KEY, raw[: HEADER.size + size], "sha256").digest()[:8]
        if not hmac.compare_digest(mac, raw[HEADER.size + size :]):
            raise ValueError(f"chunk {number}: checksum")
        return cls(number, total, body)


def split(stream: io.BufferedIOBase, size: int, total: int) -> Iterator[Chunk]:
    for number, body in enumerate(iter(lambda: stream.read(size), b"")):
        yield Chunk(number, total, body)


def join(packets: Iterable[bytes]) -> tuple[bytes, list[str]]:
    parts, problems, total = {}, [], 0
    for raw in packets:
        try:
            chunk = Chunk.unpack(raw)
        except (ValueError, struct.error) as e:
            problems.append(f"{type(e).__name__}: {e}")
            continue
        if chunk.number in parts:
            problems.append(f"chunk {chunk.number} twice")
        parts[chunk.number], total = chunk.body, chunk.total
    missing = sorted(set(range(total)) - parts.keys())
    if missing:
        problems.append(f"missing {missing}")
    return b"".join(parts[n] for n in sorted(parts)), problems


data = b"".join(struct.pack("<d", i**0.5) for i in range(200))
size = 100
chunks = list(split(io.BytesIO(data), size, -(-len(data) // size)))
packets = [c.pack() for c in chunks]
print(len(data), "bytes in", len(packets), "packets of", {len(p) for p in packets}, packets[0][:14].hex(" "))
rng = random.Random(42)
rng.shuffle(packets)
whole, problems = join(packets)
print(whole == data, problems, hashlib.sha1(whole).hexdigest() == hashlib.sha1(data).hexdigest())

broken = bytearray(packets[3])
broken[20] ^= 0xFF
damaged = [bytes(broken), b"JUNK" + packets[4][4:], packets[5][:7], *packets[6:], packets[6]]
whole, problems = join(damaged)
print(len(whole), *problems, sep="\n")
digest = hashlib.blake2b(data, digest_size=12)
print(digest.name, digest.hexdigest(), hashlib.md5(data).hexdigest(), hashlib.new("sha3_256", data).hexdigest()[:16])
