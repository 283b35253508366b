// attack: a generator that continues itself while it runs
// expect: uncaught_error
const g = (function* () { g.next() })(); g.next()
