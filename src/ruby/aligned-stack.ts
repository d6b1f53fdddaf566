import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** The instructions `local.get 0`, and `global.set 0` with the end of the function: global 0 is the stack pointer. */
const TAKE = [0x20, 0];
const SET = [0x24, 0, 0x0b];
/** The instructions `i32.const -16` and `i32.and`. */
const ALIGN = [0x41, 0x70, 0x71];
/** The function that sets the stack pointer, after its size and the number of its variables. */
const SETTER = Buffer.from([TAKE.length + SET.length + 1, 0, ...TAKE, ...SET]);
const ALIGNED = Buffer.from([SETTER.length - 1 + ALIGN.length, 0, ...TAKE, ...ALIGN, ...SET]);

/** The section of a file of WebAssembly that has its functions, and where the first section begins. */
const CODE = 10;
const FIRST_SECTION = 8;

/**
 * Reads the interpreter's file, and mends its stacks.
 *
 * The stack of a Ruby fiber begins at an address that is 8 more than a multiple of 16, because of a header of the memory it is taken
 * from. The compiler relies on multiples of 16, so that in a fiber some functions, such as the one that sorts, overwrite a variable
 * with another: `MatchData#end` reads outside of the memory then. Here the function that sets the stack pointer rounds it down.
 */
export function readInterpreter(file: string): Buffer {
  const handle = openSync(file, 'r');
  try {
    const { size } = fstatSync(handle);
    const bytes = Buffer.allocUnsafeSlow(size + ALIGN.length);
    for (let done = 0, read = 1; done < size && read > 0; done += read)
      read = readSync(handle, bytes, done, size - done, done);
    return alignStack(bytes, size) ? bytes : bytes.subarray(0, size);
  } finally {
    closeSync(handle);
  }
}

/** @returns whether the file, which has so many bytes, is longer now: another version may have other functions */
function alignStack(bytes: Buffer, size: number): boolean {
  const code = codeSection(bytes, size);
  if (code === undefined) return false;
  const functions = bytes.subarray(code.start, code.end);
  const found = functions.indexOf(SETTER);
  if (found === -1 || functions.includes(SETTER, found + 1)) return false;
  if (!writeNumber(bytes, code.end - code.start + ALIGN.length, code.sizeAt, code.start)) return false;
  const setter = code.start + found;
  bytes.copyWithin(setter + ALIGNED.length, setter + SETTER.length, size);
  ALIGNED.copy(bytes, setter);
  return true;
}

/** Where the section with the functions is, and the number that says its size. */
function codeSection(bytes: Buffer, size: number) {
  let at = FIRST_SECTION;
  while (at < size) {
    const kind = bytes[at];
    const sizeAt = at + 1;
    const { value, end: start } = readNumber(bytes, sizeAt);
    if (kind === CODE) return { sizeAt, start, end: start + value };
    at = start + value;
  }
  return undefined;
}

/** A number as WebAssembly writes it: seven bits in each byte, the lowest ones first. */
function readNumber(bytes: Buffer, start: number): { readonly value: number; readonly end: number } {
  let value = 0;
  for (let at = start, place = 1; ; at++, place *= 128) {
    const byte = bytes[at] ?? 0;
    value += (byte % 128) * place;
    if (byte < 128) return { value, end: at + 1 };
  }
}

/** Writes a number into the bytes of another; false if it needs more of them. */
function writeNumber(bytes: Buffer, value: number, start: number, end: number): boolean {
  if (value >= 128 ** (end - start)) return false;
  let rest = value;
  for (let at = start; at < end; at++) {
    bytes[at] = (rest % 128) + (at < end - 1 ? 128 : 0);
    rest = Math.floor(rest / 128);
  }
  return true;
}
