// attack: timers by a program that catches what stops it
// expect: timer_limit
for (;;) try { setTimeout(() => {}, 1e6) } catch { }
