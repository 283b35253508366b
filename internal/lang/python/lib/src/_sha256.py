"""Some of hashlib."""

from hashlib import sha224, sha256
