"""Some of hashlib."""

from hashlib import md5
