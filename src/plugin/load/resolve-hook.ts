import * as nodeModule from 'node:module';
import { ADVICE } from './module-advice.ts';

/** Answers where a module is that another one imports; `next` is Node's own answer. */
type Resolve = (
  specifier: string,
  context: { readonly parentURL?: string },
  next: (specifier: string, context: { readonly parentURL?: string }) => Resolved,
) => Resolved;

interface Resolved {
  readonly url: string;
  /** Whether this is the answer although `next` was not asked, or had none. */
  readonly shortCircuit?: boolean;
}

/** Answers which file `require` gets; `next` is Node's own answer. */
type ResolveRequired = (specifier: string, next: () => string) => string;

/** Node 22.15 and later run resolve hooks in the same thread; earlier versions load them from a module of their own. */
const { registerHooks } = nodeModule as { readonly registerHooks?: (hooks: { readonly resolve: Resolve }) => void };

/**
 * Adds a hook to all imports of this process.
 *
 * @param hook.resolve the hook
 * @param hook.resolveRequired the same for `require` in Node 20; without it, `require` is left alone there
 * @param hook.text the same as the text of a module, for the separate thread in which Node 20 resolves imports
 * @param hook.data what the function `initialize` of that module gets
 */
export function addResolveHook(hook: {
  readonly resolve: Resolve;
  readonly resolveRequired?: ResolveRequired;
  readonly text: string;
  readonly data?: string;
}): void {
  if (registerHooks !== undefined) {
    registerHooks({ resolve: hook.resolve });
    return;
  }
  nodeModule.register(`data:text/javascript,${encodeURIComponent(QUIET + hook.text)}`, { data: hook.data });
  if (hook.resolveRequired !== undefined) hookRequire(hook.resolveRequired);
}

/** Node's advice on the kind of a file (`module-advice.ts`) may come from the separate thread. */
const QUIET = `
const { emit } = process;
process.emit = (event, ...values) =>
  event === 'warning' && ${ADVICE}.test(String(values[0])) ? false : Reflect.apply(emit, process, [event, ...values]);
`;

/** The method of `Module` that finds what `require` names. Not documented, but what tools replace where there are no hooks. */
interface Resolver {
  _resolveFilename: (specifier: string, ...rest: readonly unknown[]) => string;
}

function hookRequire(resolve: ResolveRequired): void {
  const resolver = nodeModule.Module as unknown as Resolver;
  const original = resolver._resolveFilename;
  resolver._resolveFilename = (specifier, ...rest) =>
    resolve(specifier, () => original.call(resolver, specifier, ...rest));
}
