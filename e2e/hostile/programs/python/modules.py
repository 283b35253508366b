# attack: import of what reaches the machine
# expect: uncaught_error
# says: this program can't start processes
import subprocess
subprocess.run("id")
