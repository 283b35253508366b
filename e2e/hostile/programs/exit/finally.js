// attack: exit in try, with a finally that goes on
// expect: exited
// exit: 3
try { process.exit(3) } finally { for (;;) ; }
