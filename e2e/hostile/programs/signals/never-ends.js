// attack: a SIGTERM handler that never ends
// expect: timeout
process.on('SIGTERM', () => { for (;;) ; }); setInterval(() => { }, 1000)
