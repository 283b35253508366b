# attack: reading a file of the machine
# expect: uncaught_error
# says: undefined: open
print(open("/etc/passwd").read())
