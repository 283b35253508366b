// A timer counts from when it is set, however long the turn has lasted.
const busy = (ms) => { for (const begun = Date.now(); Date.now() - begun < ms;); };
busy(60);
const set = Date.now();
setTimeout(() => {
  console.log(Date.now() - set >= 35);
  busy(60);
  const again = Date.now();
  setTimeout(() => console.log(Date.now() - again >= 35), 40);
}, 40);
