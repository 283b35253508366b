// Has a promise count as handled, however and whenever it settles.
(async (promise) => {
  try {
    await promise;
  } catch {}
});
