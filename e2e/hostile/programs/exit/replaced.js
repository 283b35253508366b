// attack: exit replaced, deleted and called by another name
// expect: exited
// exit: 18
const exit = process.reallyExit; process.exit = () => {}; process.exit(1); delete process.exit; exit(18)
