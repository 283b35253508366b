// attack: an object of getters that throw and never end, printed
// expect: exited
// output: { a: [Getter], b: [Getter/Setter] }
console.log({ get a() { throw 1 }, get b() { for (;;) ; }, set b(v) { } })
