# attack: exec of a source that runs itself
# expect: stack_overflow
s = "exec(s)"
exec(s)
