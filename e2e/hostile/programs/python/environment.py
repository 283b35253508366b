# attack: the daemon's environment
# expect: exited
# env: MINE=1
# output: {'MINE': '1'}
import os
print(dict(os.environ))
