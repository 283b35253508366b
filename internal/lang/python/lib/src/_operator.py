"""What module operator has."""

from operator import *
from hmac import compare_digest as _compare_digest
