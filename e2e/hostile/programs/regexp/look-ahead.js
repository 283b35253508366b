// attack: backtracking without end behind a look-ahead, in an engine that can't be interrupted
// expect: timeout
/^(?=(a+)+$)b/.test('a'.repeat(40) + '!')
