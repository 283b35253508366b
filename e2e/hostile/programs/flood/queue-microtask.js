// attack: microtasks without end
// expect: timeout
const f = () => queueMicrotask(f); f()
