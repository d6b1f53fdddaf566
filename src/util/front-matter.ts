import matter from 'gray-matter';
import { UttersonError } from '../errors.ts';
import { parseYaml } from './yaml/yaml.ts';

/** A file's front matter and the content after it. */
interface FrontMatter {
  /** A Map, or whatever else the YAML contains; `null` or `false` if it is empty. */
  readonly data: unknown;
  readonly content: string;
}

/** The two parts of a file, unparsed. The YAML includes its `---`, so that its line numbers are those of the file. */
interface FrontMatterParts {
  readonly yaml: string;
  readonly content: string;
}

const WHITE_SPACE = /[ \t\r\n\f\v]*/y;
const LINE_FEED = '\n';

/**
 * Whether Jekyll takes a file for a page: its first line is `---`, without a byte order mark before it.
 *
 * @example
 * hasFrontMatterHeader('---\ntitle: x\n---\n') // true
 */
export function hasFrontMatterHeader(text: string): boolean {
  return /^---[ \t\r\f\v]*\n/.test(text);
}

/**
 * Splits a file where Jekyll does: the front matter extends from a first line `---` to the next line `---` or `...`,
 * either of which may have trailing white space, and includes the blank lines after it.
 */
export function splitFrontMatter(text: string): FrontMatterParts | undefined {
  if (!text.startsWith('---')) return undefined;
  const firstLine = text.slice(3, skipWhiteSpace(text, 3));
  if (!firstLine.includes(LINE_FEED)) return undefined;
  for (let at = text.indexOf(LINE_FEED, 3); at >= 0; at = text.indexOf(LINE_FEED, at + 1)) {
    const end = endOfIndicator(text, at + 1);
    if (end !== undefined) return { yaml: text.slice(0, at + 1), content: text.slice(end) };
  }
  return undefined;
}

function skipWhiteSpace(text: string, from: number): number {
  WHITE_SPACE.lastIndex = from;
  WHITE_SPACE.test(text);
  return WHITE_SPACE.lastIndex;
}

/** The index at which the content starts, if there is a closing line at `at`. */
function endOfIndicator(text: string, at: number): number | undefined {
  if (!text.startsWith('---', at) && !text.startsWith('...', at)) return undefined;
  const end = skipWhiteSpace(text, at + 3);
  if (end === text.length) return end;
  const lastBreak = text.lastIndexOf(LINE_FEED, end - 1);
  return lastBreak < at ? undefined : lastBreak + 1;
}

const OPTIONS = {
  engines: {
    // gray-matter passes the text between the two `---`, without the last line break.
    yaml: (block: string): object => ({ value: parseYaml(`---${block}\n`) }),
    javascript: (): never => {
      throw new UttersonError('InvalidFrontMatter', 'front matter in JavaScript is not evaluated', {
        hint: 'Write it in YAML, between two lines of ---.',
      });
    },
  },
};

/**
 * Reads the front matter of a file; undefined if it has none.
 *
 * gray-matter splits the file and calls the YAML engine. Jekyll's rules win where the two differ: gray-matter ends the
 * front matter at any line that begins with `---`, knows no `...`, takes a word after the first `---` for a language,
 * and ignores YAML that consists only of comments.
 *
 * @throws {YamlError} where the YAML is malformed
 * @example
 * readFrontMatter('---\ntitle: x\n---\n\nHello') // { data: Map { 'title' => 'x' }, content: 'Hello' }
 */
export function readFrontMatter(text: string): FrontMatter | undefined {
  const parts = splitFrontMatter(text);
  if (parts === undefined) return undefined;
  const { yaml, content } = parts;
  const grayEnd = text.indexOf('\n---', 3);
  if (grayEnd !== yaml.length - 1) return { data: parseYaml(yaml), content };
  const file = matter(text.slice(0, grayEnd + 4), OPTIONS);
  return { data: 'value' in file.data ? file.data['value'] : parseYaml(yaml), content };
}
