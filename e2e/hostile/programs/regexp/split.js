// attack: backtracking in split and match
// expect: timeout
const s = 'x'.repeat(40) + 'y'; for (;;) s.split(/(?=(x+x+)+z)/)
