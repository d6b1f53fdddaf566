import { UttersonError } from '../errors.ts';
import { eventsOf, HOOK_PRIORITIES } from '../site/hooks.ts';
import { nearestWord } from '../util/nearest-word.ts';
import type { Plugin } from './define-plugin.ts';
import type { Edition } from './edition.ts';
import { HOOK_OWNERS } from './hook.ts';
import { PRIORITIES } from './priority.ts';

/** Says what is wrong with the value at a place in a plugin, such as `filters.shout`; undefined if nothing is. */
type Check = (value: unknown, place: string) => Fault | undefined;

interface Fault {
  readonly message: string;
  readonly hint?: string;
}

/** The keys that an object must or may have. */
interface Shape {
  readonly required: Readonly<Record<string, Check>>;
  readonly optional?: Readonly<Record<string, Check>>;
  /** Whether other keys are allowed, as in an instance of a class that keeps state of its own. */
  readonly isOpen?: boolean;
}

const text = kind('a string', (value) => typeof value === 'string');
const texts = kind(
  'a list of strings',
  (value) => Array.isArray(value) && value.every((entry) => typeof entry === 'string'),
);
const flag = kind('true or false', (value) => typeof value === 'boolean');
const count = kind('a number', (value) => typeof value === 'number');
const code = kind('a function', (value) => typeof value === 'function');
const priority = oneOf(PRIORITIES);
const hookPriority = kind('low, normal, high or a number', (value) =>
  typeof value === 'string' ? Object.hasOwn(HOOK_PRIORITIES, value) : Number.isFinite(value),
);

const filter = shaped({ required: { apply: code }, optional: { required: count, optional: count } });
const tag = shaped({ required: { parse: code }, optional: { isBlock: flag } });
const hookKeys = shaped({
  required: { owner: hookOwner, event: text, run: code },
  optional: { priority: hookPriority, changesOnlyOutput: flag },
});
const generator = shaped({ required: { name: text, generate: code }, optional: { priority }, isOpen: true });
const command = shaped({ required: { name: text, description: text, run: code }, isOpen: true });
const converter = shaped({
  required: { name: text, matches: code, outputExtension: code, convert: code },
  optional: { priority, highlighterPrefix: text, highlighterSuffix: text, replaces: text },
  isOpen: true,
});

const KEYS: Readonly<Record<Exclude<keyof Plugin, 'name'>, Check>> = {
  isSafe: flag,
  readsAreRecorded: flag,
  followsFrontMatter: flag,
  definesBlank: kind(
    "true, false or 'nil-or-empty'",
    (value) => typeof value === 'boolean' || value === 'nil-or-empty',
  ),
  tags: eachNamed(tag),
  filters: eachNamed(filter),
  generators: eachOf(generator),
  converters: eachOf(converter),
  markdownProcessors: eachNamed(code),
  hooks: eachOf(hook),
  editions: code,
  commands: eachOf(command),
};

const edition = shaped({
  required: { folder: text, settings: kind('a Map', (value) => value instanceof Map) },
  optional: { postsFolder: text, hiddenCategories: texts, permalinkKey: text },
});
const wholePlugin = shaped({ required: { name: text }, optional: KEYS });

/**
 * Checks that a plugin from a file or a program keeps to the contract. JavaScript has no types that would: a misspelt
 * key would silently do nothing, and a wrong value would fail far from its cause.
 *
 * @param file the file that exports the plugin, for messages
 * @throws {UttersonError} `InvalidPlugin`
 */
export function checkPlugin(value: unknown, file?: string): Plugin {
  if (!isPlugin(value)) {
    throw new UttersonError(
      'InvalidPlugin',
      file === undefined ? 'One of `plugins` is not a plugin' : `${file} exports no plugin`,
      {
        ...(file !== undefined && { file }),
        hint: "Write `export default definePlugin({ name: '…', … })`. A file that others import must not have a default export.",
      },
    );
  }
  const fault = wholePlugin(value, '');
  if (fault === undefined) return value;
  throw new UttersonError('InvalidPlugin', `The plugin ${value.name}: ${fault.message}`, {
    ...(file !== undefined && { file }),
    ...(fault.hint !== undefined && { hint: fault.hint }),
  });
}

/**
 * Checks what a plugin's `editions` returned.
 *
 * @throws {UttersonError} `InvalidPlugin`
 */
export function checkEditions(value: readonly Edition[]): readonly Edition[] {
  const fault = eachOf(edition)(value, 'editions');
  if (fault === undefined) return value;
  throw new UttersonError('InvalidPlugin', `What a plugin's \`editions\` returned: ${fault.message}`, {
    ...(fault.hint !== undefined && { hint: fault.hint }),
  });
}

/** Whether somebody may have meant a value to be a plugin: whether it has one of the keys that say what a plugin adds. */
export function resemblesPlugin(value: unknown): boolean {
  return isObject(value) && Object.keys(KEYS).some((key) => Object.hasOwn(value, key));
}

function isPlugin(value: unknown): value is Plugin {
  return isObject(value) && typeof value['name'] === 'string';
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function kind(words: string, isRight: (value: unknown) => boolean): Check {
  return (value, place) => (isRight(value) ? undefined : { message: `\`${place}\` must be ${words}` });
}

function oneOf(words: readonly string[]): Check {
  return kind(`one of ${words.join(', ')}`, (value) => words.some((word) => word === value));
}

function hookOwner(value: unknown, place: string): Fault | undefined {
  if (isObject(value)) return text(value['collection'], `${place}.collection`);
  const fault = oneOf(HOOK_OWNERS)(value, place);
  return fault && { ...fault, hint: "For the documents of one collection write `{ collection: 'NAME' }`." };
}

/** A hook's event must be one of its owner's, or the hook would never be called. */
function hook(value: unknown, place: string): Fault | undefined {
  const fault = hookKeys(value, place);
  if (fault !== undefined || !isObject(value)) return fault;
  return oneOf(eventsOf(String(value['owner'])))(value['event'], `${place}.event`);
}

function eachOf(check: Check): Check {
  return (value, place) => {
    if (!Array.isArray(value)) return { message: `\`${place}\` must be a list` };
    return firstFault(value.entries(), ([index, item]) => check(item, `${place}[${index}]`));
  };
}

function eachNamed(check: Check): Check {
  return (value, place) => {
    if (!isObject(value)) return { message: `\`${place}\` must be an object with one key for each name` };
    return firstFault(Object.entries(value), ([name, item]) => check(item, `${place}.${name}`));
  };
}

function shaped({ required, optional = {}, isOpen = false }: Shape): Check {
  const checks = Object.entries({ ...required, ...optional });
  const keys = checks.map(([key]) => key);
  return (value, place) => {
    if (!isObject(value)) return { message: `\`${place}\` must be an object with ${list(Object.keys(required))}` };
    const at = (key: string): string => (place === '' ? key : `${place}.${key}`);
    const unknown = isOpen ? undefined : Object.keys(value).find((key) => !keys.includes(key));
    if (unknown !== undefined) return unknownKey(at(unknown), nearestWord(unknown, keys), keys);
    const missing = Object.keys(required).find((key) => value[key] === undefined);
    if (missing !== undefined) return { message: `\`${at(missing)}\` is missing` };
    return firstFault(checks, ([key, check]) => (value[key] === undefined ? undefined : check(value[key], at(key))));
  };
}

function unknownKey(place: string, nearest: string | undefined, keys: readonly string[]): Fault {
  const hint = nearest === undefined ? `The keys here are ${list(keys)}.` : `Did you mean \`${nearest}\`?`;
  return { message: `\`${place}\` is not a known key`, hint };
}

function list(keys: readonly string[]): string {
  return keys.map((key) => `\`${key}\``).join(', ');
}

function firstFault<T>(items: Iterable<T>, check: (item: T) => Fault | undefined): Fault | undefined {
  for (const item of items) {
    const fault = check(item);
    if (fault !== undefined) return fault;
  }
  return undefined;
}
