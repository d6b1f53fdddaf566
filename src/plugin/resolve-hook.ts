import * as nodeModule from 'node:module';

/** Answers where a module is that another one imports; `next` is Node's own answer. */
export type Resolve = (
  specifier: string,
  context: { readonly parentURL?: string },
  next: (specifier: string, context: { readonly parentURL?: string }) => { readonly url: string },
) => { readonly url: string };

/** Node 22.15 and later run resolve hooks in the same thread; earlier versions load them from a module of their own. */
const { registerHooks } = nodeModule as { readonly registerHooks?: (hooks: { readonly resolve: Resolve }) => void };

/**
 * Adds a hook to all imports of this process.
 *
 * @param hook.resolve the hook
 * @param hook.text the same as the text of a module, for the separate thread in which Node 20 resolves imports
 * @param hook.data what the function `initialize` of that module gets
 */
export function addResolveHook(hook: {
  readonly resolve: Resolve;
  readonly text: string;
  readonly data?: string;
}): void {
  if (registerHooks !== undefined) registerHooks({ resolve: hook.resolve });
  else nodeModule.register(`data:text/javascript,${encodeURIComponent(hook.text)}`, { data: hook.data });
}
