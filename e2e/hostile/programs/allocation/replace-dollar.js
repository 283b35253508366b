// attack: a replacement that quotes what is before and after it, over and over
// expect: memory_limit
let s = 'abc'; for (;;) s = s.replace('b', "$`$'$&$`$'$&b")
