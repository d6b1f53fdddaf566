/** The processor time that a piece of work takes, in seconds: what else the machine does must not count. */
export function processorSeconds(work: () => void): number {
  const start = process.cpuUsage();
  work();
  return secondsSince(start);
}

/** The same for work that waits. */
export async function processorSecondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = process.cpuUsage();
  await work();
  return secondsSince(start);
}

function secondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000_000;
}
