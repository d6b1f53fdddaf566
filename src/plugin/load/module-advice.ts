import { setImmediate } from 'node:timers/promises';

/** Node's words about a file of which package.json does not say whether it is a module, or says that it is none. */
export const ADVICE = /"type": "module"/;

/** How many sites are loading plugins at present. */
let loading = 0;
let isFiltered = false;

/**
 * Runs imports without Node's warnings that package.json should name the kind of a file. What works needs no advice, in every
 * build, and what fails is an error with a hint of its own.
 */
export async function withoutModuleAdvice(run: () => Promise<void>): Promise<void> {
  filterWarnings();
  loading++;
  try {
    await run();
  } finally {
    // Node emits warnings a little later.
    await setImmediate();
    loading--;
  }
}

/** Once for the whole process, because several sites may load plugins at the same time. */
function filterWarnings(): void {
  if (isFiltered) return;
  isFiltered = true;
  const { emit } = process;
  const filtered = (event: string, ...values: readonly unknown[]): boolean => {
    if (loading > 0 && event === 'warning' && ADVICE.test(String(values[0]))) return false;
    return Reflect.apply(emit, process, [event, ...values]);
  };
  Object.assign(process, { emit: filtered });
}
