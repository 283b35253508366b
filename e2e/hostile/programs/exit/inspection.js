// attack: exit while a value is inspected
// expect: exited
// exit: 11
console.log({ [Symbol.for('nodejs.util.inspect.custom')]() { process.exit(11) } }); for (;;) ;
