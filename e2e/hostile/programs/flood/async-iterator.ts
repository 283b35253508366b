// attack: an async iterator without end
// expect: timeout
const it = { [Symbol.asyncIterator]() { return { next: async () => ({ done: false, value: 1 }) } } }
const f = async () => { for await (const v of it) ; }
f()
