# attack: import of what reaches the machine
# expect: uncaught_error
# says: no module subprocess
import subprocess
subprocess.run("id")
