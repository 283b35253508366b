# A dash alone, and POSIXLY_CORRECT.
from getopt import getopt, gnu_getopt
import os
print(getopt(["-", "foo"], "a"), gnu_getopt(["-", "foo", "-a"], "a"), gnu_getopt(["x", "-", "-a", "--", "-b"], "ab"), getopt(["-a", "-", "-b"], "ab"), getopt(["--", "-a"], "a"))
os.environ["POSIXLY_CORRECT"] = "1"
print(gnu_getopt(["-a", "-", "foo", "-a"], "a"), gnu_getopt(["x", "-a"], "a"), gnu_getopt(["x", "-a"], "+a"))
