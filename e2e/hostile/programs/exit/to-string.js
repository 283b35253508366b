// attack: exit in the conversion of the exit code
// expect: exited, uncaught_error
// why: a code that is no number is an error in Node, by when it has not been converted
// exit: 1
process.exit({ valueOf() { process.exit(6) }, toString() { process.exit(6) } })
