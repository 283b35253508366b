import base64
import binascii
import hashlib
import hmac
import zlib

data = "The payload, naïve".encode()
for name in ("md5", "sha1", "sha256", "sha512"):
    print(name, hashlib.new(name, data).hexdigest()[:32])
h = hashlib.sha256()
for chunk in (data[:5], data[5:]):
    h.update(chunk)
print(h.hexdigest() == hashlib.sha256(data).hexdigest(), h.digest_size, h.name)
print(hmac.new(b"key", data, hashlib.sha256).hexdigest()[:16], hmac.compare_digest(b"a", b"a"), zlib.crc32(data), binascii.hexlify(b"\x01\xff"))
print(base64.b64encode(data), base64.b64decode("aGk="), base64.urlsafe_b64encode(b"\xfb\xff"), base64.b32encode(b"hi"), base64.b16encode(b"hi"))
