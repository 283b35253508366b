// attack: promises that resolve to promises, ten thousand deep
// expect: exited
// output: done
let p = Promise.resolve(); for (let i = 0; i < 1e4; i++) { const q = p; p = new Promise(r => r(q)) }
p.then(() => console.log('done'))
