// attack: 10,000 decorators of one class, each nested in the code that comes of it
// expect: exited
// memory: 256MiB
// exit: 0
const d = (c: any) => c
@repeat(10000, "@d ")class A {}
