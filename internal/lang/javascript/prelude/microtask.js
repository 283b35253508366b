(async (job) => {
  await undefined;
  job();
});
