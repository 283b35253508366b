// attack: ticks without end, before which nothing else gets a turn
// expect: timeout
const f = () => process.nextTick(f); f()
