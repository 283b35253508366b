// attack: exit in toJSON
// expect: exited
// exit: 17
JSON.stringify({ toJSON() { process.exit(17) } }); for (;;) ;
