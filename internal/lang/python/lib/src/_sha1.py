"""Some of hashlib."""

from hashlib import sha1
