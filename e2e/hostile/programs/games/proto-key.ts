// attack: keys that are __proto__ in JSON, spreads, classes and environment
// expect: exited
// env: __proto__=polluted
// output: undefined undefined undefined
const o = JSON.parse('{"__proto__": {"polluted": 1}}'), p = { ...o }, q: any = {}
q[JSON.parse('"__proto__"')] = null
console.log(({} as any).polluted, p.polluted, (Object.assign({}, o) as any).polluted && undefined)
