// attack: a handler of the cancellation that makes timers and promises
// expect: cancelled
// cancel: ready
console.log('ready'); process.on('SIGTERM', () => { const f = () => Promise.resolve().then(f); f() }); setInterval(() => { }, 1000)
