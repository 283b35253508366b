# attack: a list read from JSON that is nested a million times
# expect: stack_overflow, uncaught_error
# why: a RecursionError; which of the two depends on where it was raised
# says: RecursionError
import json
json.loads("[" * 1000000)
