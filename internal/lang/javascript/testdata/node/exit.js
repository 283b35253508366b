process.on('exit', (c) => { console.log('exit', c); process.exit(9); console.log('never'); });
try {
  try { process.exit(4); } finally { console.log('never finally'); }
} catch (e) { console.log('never catch'); } finally { console.log('never finally'); }
console.log('never');
