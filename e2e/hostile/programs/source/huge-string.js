// attack: a source of 3.9 MiB that is one string
// expect: exited
// output: 4000000
console.log('@repeat(4000000, "x")'.length)
