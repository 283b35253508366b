// attack: exit in a timer, while others wait
// expect: exited
// exit: 10
setInterval(() => {}, 1); setTimeout(() => process.exit(10), 5)
