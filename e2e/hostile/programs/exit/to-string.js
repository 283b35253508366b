// attack: exit in the conversion of the exit code
// expect: uncaught_error
// says: The "code" argument must be of type number
process.exit({ valueOf() { process.exit(6) }, toString() { process.exit(6) } })
