// attack: a SIGTERM handler that throws, with a handler for that
// expect: timeout
process.on('uncaughtException', () => { }); process.on('SIGTERM', () => { throw 1 }); setInterval(() => { }, 1000)
