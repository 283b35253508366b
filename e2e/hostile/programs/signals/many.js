// attack: handlers for every signal there is, those that can't be handled too
// expect: exited
// output: 2
let refused = 0; for (const s of ['SIGKILL', 'SIGSTOP', 'SIGTERM', 'SIGSEGV', 'SIGFPE', 'SIGHUP', 'SIGINT', 'SIGCHLD', 'SIGURG']) try { process.on(s, () => { }) } catch { refused++ }
console.log(refused)
