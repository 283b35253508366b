// attack: dates beyond all time, and conversions that change them
// expect: exited
// output: NaN NaN Invalid Date
const d = new Date(8.64e15); d.setTime({ valueOf() { d.setTime(NaN); return 8.64e15 + 1 } })
console.log(d.getTime(), Date.parse('9'.repeat(1e6)), String(new Date(1e300)))
