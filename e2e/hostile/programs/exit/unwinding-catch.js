// attack: a rejection handler and a finally that hold up the end
// expect: exited
// exit: 19
const f = async () => { try { await null; process.exit(19) } finally { await new Promise(() => {}) } }
f().finally(() => { for (;;) ; })
