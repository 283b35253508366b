# attack: commands by os.system, imported in the form that a filter may not know
# expect: uncaught_error
# says: PermissionError
from os import system
system("id")
