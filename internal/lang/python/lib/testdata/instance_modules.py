# Instances of a library's classes name their module, as far as CPython's do.
import array
import binascii
import csv
import datetime
import decimal
import io
import re
import sqlite3
import struct
import zlib
from collections import deque

for x in (decimal.Decimal(1), decimal.Context(), decimal.InvalidOperation(), sqlite3.IntegrityError(), struct.error(), zlib.error(),
          binascii.Error(), re.compile("a"), re.match("a", "a"), re.error("x"), array.array("i"), struct.Struct("i"), io.UnsupportedOperation(),
          csv.Error(), sqlite3.connect(":memory:"), ExceptionGroup("g", [ValueError()]), deque(), datetime.date.today(), io.StringIO(), io.BytesIO(), 1, ValueError(), []):
    try:
        print(type(x).__module__, x.__module__)
    except AttributeError as e:
        print(e)
