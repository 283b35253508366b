// attack: a SIGTERM handler that does nothing
// expect: timeout
process.on('SIGTERM', () => { }); setInterval(() => { }, 1000)
