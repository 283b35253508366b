# attack: a hundred import statements, each of which costs a parse of the whole
# expect: uncaught_error
@repeat(100, "import os\n")
import subprocess
