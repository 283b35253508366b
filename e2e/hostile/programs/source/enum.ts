// attack: an enum of ten thousand members that refer to each other
// expect: exited
// output: done
enum E { a = 1, @repeat(1, "b = a << 1 | 1, c = b + a, d = `${c}`.length, e = d ** 2, ")z }
enum E { y = 1@repeat(10000, " + 1") }
console.log('done')
