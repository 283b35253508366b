# attack: a hundred import statements, each of which costs a parse of the whole
# expect: uncaught_error
# timeout: 3s
@repeat(100, "import os\n")
import subprocess
