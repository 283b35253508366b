// attack: an async loop without end that waits for nothing
// expect: timeout
const f = async (): Promise<void> => { for (;;) await null }
f()
