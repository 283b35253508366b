// The chunks of a stream, as an asynchronous iterator.
((stream) => {
  const chunks = [];
  const waiting = [];
  let ended = false;
  stream.on("data", (chunk) => {
    if (waiting.length > 0) waiting.shift()({ value: chunk, done: false });
    else {
      chunks.push(chunk);
      stream.pause();
    }
  });
  stream.on("end", () => {
    ended = true;
    while (waiting.length > 0) waiting.shift()({ value: undefined, done: true });
  });
  const iterator = {
    next: () =>
      new Promise((resolve) => {
        if (chunks.length > 0) resolve({ value: chunks.shift(), done: false });
        else if (ended) resolve({ value: undefined, done: true });
        else {
          waiting.push(resolve);
          stream.resume();
        }
      }),
    return: async () => {
      stream.destroy();
      return { value: undefined, done: true };
    },
  };
  iterator[Symbol.for("Symbol.asyncIterator")] = () => iterator;
  return iterator;
});
