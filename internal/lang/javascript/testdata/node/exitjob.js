Promise.resolve().then(() => { try { process.exit(6); } finally { console.log('never'); } }).finally(() => console.log('never'));
setTimeout(() => console.log('never'), 1);
