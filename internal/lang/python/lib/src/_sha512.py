"""Some of hashlib."""

from hashlib import sha384, sha512
