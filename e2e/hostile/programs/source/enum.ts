// attack: an enum whose members refer to each other, a thousand of them
// expect: exited
// output: done
// timeout: 3s
enum E { a0 = 1, @repeat(1000, "a0 = a0 + 1, ")z }
console.log('done')
