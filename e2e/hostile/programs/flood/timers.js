// attack: more timers than an execution may have
// expect: timer_limit
for (;;) setTimeout(() => {}, 1e6)
