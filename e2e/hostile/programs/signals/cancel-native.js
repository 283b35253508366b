// attack: a native call without end that is cancelled
// expect: cancelled
// cancel: ready
console.log('ready'); setTimeout(() => /(?=(a+)+$)a/.test('a'.repeat(40) + '!'), 1)
