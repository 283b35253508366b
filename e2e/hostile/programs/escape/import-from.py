# attack: imports in forms that a filter may not know
# expect: uncaught_error
# says: import
from os import system
system("id")
