# attack: five thousand import statements, the last of what reaches the machine
# expect: uncaught_error
# says: ModuleNotFoundError: No module named 'ctypes'
@repeat(5000, "import os\n")
import ctypes
