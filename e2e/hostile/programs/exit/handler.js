// attack: exit in the exit handler, with another code
// expect: exited
// exit: 9
process.on('exit', () => process.exit(9)); process.exit(1)
