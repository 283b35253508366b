// attack: exit in a comparator
// expect: exited
// exit: 15
[3, 2, 1].sort(() => process.exit(15)); for (;;) ;
