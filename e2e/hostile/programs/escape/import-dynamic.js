// attack: dynamic imports from everywhere
// expect: exited
// output: none
const found = []
;(async () => {
  for (const m of ['/etc/passwd', 'file:///etc/passwd', 'data:text/javascript,1', 'https://127.0.0.1/', '../x', 'child_process'])
    try { await import(m); found.push(m) } catch { }
  console.log(found.join() || 'none')
})()
