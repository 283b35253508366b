// attack: intervals that make intervals
// expect: timer_limit
const f = () => { for (let i = 0; i < 100; i++) setInterval(f, 1) }
f()
