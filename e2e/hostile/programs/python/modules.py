# attack: import of what reaches the machine
# expect: uncaught_error
# says: No module named 'subprocess'
import subprocess
subprocess.run("id")
