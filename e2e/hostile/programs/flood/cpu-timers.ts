// attack: processor time used in small pieces between waits
// expect: cpu_limit
// cpu: 300ms
setInterval(() => { for (const end = Date.now() + 20; Date.now() < end;) ; }, 1)
