// attack: looking for handlers that the program before has left
// expect: exited
// pair: exit-handlers.js
// output: 0 0
console.log(process.listenerCount('exit'), process.listenerCount('SIGTERM'))
