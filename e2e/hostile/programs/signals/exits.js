// attack: a SIGTERM handler that exits with success at a timeout
// expect: timeout
// exit: 124
process.on('SIGTERM', () => process.exit(0)); setInterval(() => { }, 1000)
