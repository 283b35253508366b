const it = { [Symbol.iterator]() { return { next() { return { value: 1, done: false }; }, return() { console.log('never'); return {}; } }; } };
for (const x of it) { [1, 2].forEach(() => { process.exit(2); console.log('never'); }); }
