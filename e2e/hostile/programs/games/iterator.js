// attack: an iterator without end in every place that takes one
// expect: timeout
const it = { [Symbol.iterator]: () => ({ next: () => ({ done: false, value: undefined }) }) }
for (const v of it) ;
