// attack: exit in a getter that console.log reads
// expect: exited
// exit: 5
console.log(`${{ get a() { process.exit(5) }, toString() { return this.a } }}`); for (;;) ;
