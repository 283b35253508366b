// attack: backtracking without end with a back-reference
// expect: timeout
/^(a+)+\1$/.test('a'.repeat(40) + '!')
