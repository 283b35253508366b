// attack: exit handlers, signal handlers and listeners left for the next program
// expect: exited
// output: left
process.on('exit', () => console.log('left')); process.on('SIGTERM', () => console.log('term')); process.on('SIGUSR1', () => {})
