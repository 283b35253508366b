import sys
import traceback

print(list(traceback.TracebackException(None, None, None).format()))
print(traceback.format_exception(None, None, None), traceback.format_exception_only(None, None))
print(traceback.format_exc())
traceback.print_exc(file=sys.stdout)
