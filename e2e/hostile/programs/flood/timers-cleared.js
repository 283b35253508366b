// attack: timers set and cleared for ever
// expect: timeout
for (;;) clearTimeout(setTimeout(() => {}, 1e6))
