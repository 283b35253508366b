// attack: an exit handler that adds exit handlers and exits
// expect: exited
// exit: 2
const f = () => { process.on('exit', f); process.exit(2) }; process.on('exit', f)
