// attack: a timer that sets itself again whatever happens
// expect: timeout
const f = () => { try { throw 1 } finally { setTimeout(f, 0) } }
process.on('uncaughtException', () => {}); f()
