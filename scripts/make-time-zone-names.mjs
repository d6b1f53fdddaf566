// Writes src/util/time/time-zone-names.ts from the compiled time zone database: node scripts/make-time-zone-names.mjs [/usr/share/zoneinfo]
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = process.argv[2] ?? '/usr/share/zoneinfo';
const NOT_ZONES = /^(?:posix|right)\/|\.|^(?:localtime|posixrules|Factory)$/;

/** The second, 64-bit half of a TZif file (RFC 8536) as its transitions and the types they lead to. */
function readTransitions(file) {
  const header = (at) => Array.from({ length: 6 }, (_, index) => file.readUInt32BE(at + 20 + 4 * index));
  const [utFlags, standardFlags, leaps, times, types, characters] = header(0);
  const second = 44 + times * 5 + types * 6 + characters + leaps * 8 + standardFlags + utFlags;
  const [, , , count, typeCount, characterCount] = header(second);
  const start = second + 44;
  const typesAt = start + count * 9;
  const text = file.toString('latin1', typesAt + typeCount * 6, typesAt + typeCount * 6 + characterCount);
  const type = (index) => {
    const at = typesAt + index * 6;
    const name = file.readUInt8(at + 5);
    return { offset: file.readInt32BE(at), name: text.slice(name, text.indexOf('\0', name)) };
  };
  const transitions = [{ at: '', ...type(0) }];
  for (let index = 0; index < count; index++) {
    const at = file.readBigInt64BE(start + index * 8);
    transitions.push({ at: `${at}=`, ...type(file.readUInt8(start + count * 8 + index)) });
  }
  return transitions;
}

function describe(transitions) {
  const names = new Map();
  for (const { at, offset, name } of transitions) {
    const known = names.get(offset) ?? [];
    if (known.at(-1)?.name !== name) known.push({ at: known.length === 0 ? '' : at, name });
    names.set(offset, known);
  }
  return [...names].map(([offset, list]) => `${offset}:${list.map(({ at, name }) => at + name).join(',')}`).join(';');
}

const groups = new Map();
for (const path of readdirSync(root, { recursive: true }).sort()) {
  const full = join(root, path);
  if (NOT_ZONES.test(path) || !statSync(full).isFile()) continue;
  const file = readFileSync(full);
  if (file.toString('latin1', 0, 4) !== 'TZif') continue;
  const signature = describe(readTransitions(file));
  groups.set(signature, [...(groups.get(signature) ?? []), path]);
}
const lines = [...groups].map(([signature, names]) => `${names.join(' ')}|${signature}`);
const text = `/**
 * The abbreviations that the IANA time zone database gives each offset of a zone, which JavaScript's Intl does not know.
 *
 * One line a group of zones: their names, then for each offset in seconds its abbreviation, followed by any later
 * abbreviation with the second from which it is used. Written by scripts/make-time-zone-names.mjs.
 */
export const TIME_ZONE_NAMES = \`
${lines.join('\n')}
\`;
`;
writeFileSync(join(import.meta.dirname, '..', 'src', 'util', 'time', 'time-zone-names.ts'), text);
