// attack: a loop without end that is cancelled
// expect: cancelled
// exit: 143
// cancel: ready
console.log('ready'); for (;;) ;
