// attack: backtracking without end in a look-ahead, in an engine that can't be interrupted
// expect: timeout
/(?=(a+)+$)a/.test('a'.repeat(40) + '!')
