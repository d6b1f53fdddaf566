import { equals, inspect, isNil, toText } from '../../plugin/plugin.ts';

/** A method of Ruby that an expression may call. It throws `NoSuchMethod` for what does not have it in Ruby. */
interface Call {
  readonly takesText: boolean;
  run(receiver: unknown, argument: unknown): unknown;
}

/** What is called does not have the method in Ruby. The expression knows where it stands, and so makes the message. */
export class NoSuchMethod extends Error {
  constructor(method: string, receiver: unknown) {
    super(`${inspect(receiver)} has no method ${method}.`);
  }
}

/** A method of texts only. */
const ofText = (name: string, run: (text: string, argument: string) => unknown, takesText = false): [string, Call] => [
  name,
  {
    takesText,
    run: (receiver, argument) => {
      if (typeof receiver !== 'string' || (takesText && typeof argument !== 'string'))
        throw new NoSuchMethod(name, receiver);
      return run(receiver, String(argument));
    },
  },
];

function sizeOf(receiver: unknown, name: string): number {
  if (typeof receiver === 'string') return [...receiver].length;
  if (Array.isArray(receiver)) return receiver.length;
  if (receiver instanceof Map) return receiver.size;
  throw new NoSuchMethod(name, receiver);
}

function includes(receiver: unknown, argument: unknown): boolean {
  if (typeof receiver === 'string' && typeof argument === 'string') return receiver.includes(argument);
  if (Array.isArray(receiver)) return receiver.some((item) => equals(item, argument));
  if (receiver instanceof Map) return receiver.has(argument);
  throw new NoSuchMethod('include?', receiver);
}

/** The methods that an expression may call, by their names. */
export const CALLS: ReadonlyMap<string, Call> = new Map<string, Call>([
  ['nil?', { takesText: false, run: isNil }],
  ['to_s', { takesText: false, run: toText }],
  ['size', { takesText: false, run: (receiver) => sizeOf(receiver, 'size') }],
  ['length', { takesText: false, run: (receiver) => sizeOf(receiver, 'length') }],
  ['empty?', { takesText: false, run: (receiver) => sizeOf(receiver, 'empty?') === 0 }],
  ['include?', { takesText: true, run: includes }],
  ofText('downcase', (text) => text.toLowerCase()),
  ofText('upcase', (text) => text.toUpperCase()),
  ofText('start_with?', (text, argument) => text.startsWith(argument), true),
  ofText('end_with?', (text, argument) => text.endsWith(argument), true),
]);
