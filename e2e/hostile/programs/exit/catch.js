// attack: exit where everything is caught
// expect: exited
// exit: 4
for (;;) try { process.exit(4) } catch { }
