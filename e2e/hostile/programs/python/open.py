# attack: reading a file of the machine
# expect: uncaught_error
# says: PermissionError
print(open("/etc/passwd").read())
