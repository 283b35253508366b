// attack: exit in a trap that a native function calls
// expect: exited
// exit: 16
Object.assign({}, new Proxy({}, { ownKeys() { process.exit(16) } })); for (;;) ;
