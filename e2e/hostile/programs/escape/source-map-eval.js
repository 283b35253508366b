// attack: source map comments in text that is evaluated
// expect: exited
// output: 1 2
console.log(eval('1\n//# sourceMappingURL=/proc/self/mem'), Function('return 2\n//# sourceMappingURL=file:///dev/zero')())
