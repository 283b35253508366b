// attack: backtracking without end in a look-behind
// expect: timeout
/(?<=^(a|aa)+$)(?!x)b/.test('a'.repeat(60) + '!') || /(?=^((a|aa)+)$)/.test('a'.repeat(60) + '!')
