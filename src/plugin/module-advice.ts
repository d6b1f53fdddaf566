import { setImmediate } from 'node:timers/promises';

/** Node's words about a file of which package.json does not say whether it is a module, or says that it is none. */
const ADVICE = /"type": "module"/;

/**
 * Runs imports without Node's warnings that package.json should name the kind of a file. What works needs no advice, in every
 * build, and what fails is an error with a hint of its own.
 */
export async function withoutModuleAdvice(run: () => Promise<void>): Promise<void> {
  const { emit } = process;
  const filtered = (event: string, ...values: readonly unknown[]): boolean =>
    event === 'warning' && ADVICE.test(String(values[0])) ? false : Reflect.apply(emit, process, [event, ...values]);
  Object.assign(process, { emit: filtered });
  try {
    await run();
  } finally {
    // Node emits warnings a little later.
    await setImmediate();
    Object.assign(process, { emit });
  }
}
