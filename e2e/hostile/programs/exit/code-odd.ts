// attack: exit codes that are beyond a process's
// expect: exited
// exit: 1
process.exit(257)
