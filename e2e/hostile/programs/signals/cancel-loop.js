// attack: a loop without end that is cancelled
// expect: cancelled
// exit: 143
// cancel: ready
// timeout: 10s
console.log('ready'); for (;;) ;
