// Promises, generators and types.
interface Job { id: number; cost: number }

function* jobs(n: number): Generator<Job> {
  for (let id = 0; id < n; id++) yield { id, cost: id % 7 };
}

async function work({ id, cost }: Job): Promise<number> {
  let sum: number = 0;
  for (let i = 0; i < cost * 10; i++) sum += await (i % 10 ? i : Promise.resolve(i));
  return sum + id;
}

async function main(): Promise<void> {
  const results: number[] = [];
  let batch: Promise<number>[] = [];
  for (const job of jobs(1000)) {
    batch.push(work(job));
    if (batch.length === 50) {
      results.push(...(await Promise.all(batch)));
      batch = [];
    }
  }
  console.log(results.length, results.reduce((a, b) => a + b, 0));
}

await main();
