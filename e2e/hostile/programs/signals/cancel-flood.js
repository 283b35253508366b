// attack: output without end that is cancelled
// expect: cancelled, output_limit
// why: the output may reach its limit before the cancellation comes
// cancel: ready
console.log('ready'); for (;;) console.log('flood')
