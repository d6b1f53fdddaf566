import { asHash, type PluginTools, type ReadonlyHash, toText, UttersonError } from '../../plugin/plugin.ts';
import { rubyPattern } from '../shared/ruby-pattern.ts';
import { replaceAll, replaceLiteral } from '../shared/ruby-replace.ts';
import { SPACES, stripLines } from './lines.ts';
import type { Processor, Turn } from './processor.ts';
import type { SpaceshipSettings } from './settings.ts';

/** A language of diagrams whose pictures a server draws: the code is in the address. */
interface DiagramLanguage {
  readonly name: 'plantuml' | 'mermaid';
  readonly defaults: ReadonlyMap<unknown, unknown>;
  /** What is replaced by the code in `src`. */
  readonly placeholder: string;
  readonly encode: (code: string, config: unknown, tools: PluginTools) => string;
}

const languageDefaults = (name: string, shortName: string, source: string): Map<unknown, unknown> =>
  new Map<unknown, unknown>([
    ['mode', 'default'],
    [
      'syntax',
      new Map<unknown, unknown>([
        ['code', `${name}!`],
        ['custom', [`@start${shortName}`, `@end${shortName}`]],
      ]),
    ],
    ['css', new Map([['class', name]])],
    ['src', source],
  ]);

export const PLANTUML: DiagramLanguage = {
  name: 'plantuml',
  defaults: languageDefaults('plantuml', 'uml', 'http://www.plantuml.com/plantuml/svg/'),
  placeholder: '{hexcode}',
  encode: (code) => `~h${Buffer.from(`@startuml${code}@enduml`).toString('hex')}`,
};

const BLANK_LINES = new RegExp(`\\n[${SPACES}]*\\n`, 'g');

export const MERMAID: DiagramLanguage = {
  name: 'mermaid',
  defaults: languageDefaults('mermaid', 'mermaid', 'https://mermaid.ink/svg/'),
  placeholder: '{code}',
  encode(code, config, tools) {
    const diagram = new Map<unknown, unknown>([
      ['code', stripLines(code.replace(BLANK_LINES, '\n%%-\n'))],
      ['mermaid', config ?? null],
    ]);
    return Buffer.from(toText(tools.filter('jsonify', diagram))).toString('base64url');
  },
};

/** Diagrams in code (three backticks and `plantuml!`) or between marks of their own become pictures. */
export function createDiagrams(language: DiagramLanguage, settings: SpaceshipSettings): Processor {
  const section = settings.section(language.name, new Map(language.defaults));
  const syntax = asHash(section.get('syntax'));
  const [start, end] = readMarks(language, syntax.get('custom'));
  const fence = rubyPattern(`((\`{3,})\\s*${toText(syntax.get('code'))}([\\s\\S]*?)\\2)`);
  const escaped = rubyPattern(`\\\\(${start}|${end})`);
  const writer = new PictureWriter(language, section);
  return {
    changeMarkdown(text, turn) {
      let changed = text;
      const replace = (block: string, code: string) => {
        turn.isHandled = true;
        changed = replaceLiteral(changed, block, writer.write(code, turn));
      };
      for (const { 1: block = '', 3: code = '' } of text.matchAll(fence)) replace(block, code);
      for (const { block, code } of findMarked(changed, start, end)) replace(block, code);
      return replaceAll(changed, escaped, '\\1');
    },
  };
}

/** The last two texts of the list. */
function readMarks({ name }: DiagramLanguage, marks: unknown): [start: string, end: string] {
  const [start, end] = Array.isArray(marks) ? marks.slice(-2) : [];
  if (end !== undefined) return [toText(start), toText(end)];
  throw new UttersonError(
    'InvalidConfiguration',
    `jekyll-spaceship: ${name}-processor: syntax: custom must list two marks.`,
    {
      hint: 'They are regular expressions for the beginning and the end of a diagram: ["@startuml", "@enduml"].',
    },
  );
}

/** What is between marks that have no backslash before them. */
function* findMarked(text: string, start: string, end: string): Generator<{ block: string; code: string }> {
  const opening = rubyPattern(`(?<!\\\\)(?:${start})`);
  const closing = rubyPattern(`(?<!\\\\)(?:${end})`);
  for (let open = opening.exec(text); open !== null; open = opening.exec(text)) {
    closing.lastIndex = opening.lastIndex;
    const close = closing.exec(text);
    if (close === null) return;
    yield {
      block: text.slice(open.index, closing.lastIndex),
      code: text.slice(opening.lastIndex, close.index),
    };
    opening.lastIndex = closing.lastIndex;
  }
}

class PictureWriter {
  readonly #language: DiagramLanguage;
  readonly #section: ReadonlyHash;
  #isWarned = false;

  constructor(language: DiagramLanguage, section: ReadonlyHash) {
    this.#language = language;
    this.#section = section;
  }

  write(code: string, { item, tools }: Turn): string {
    const { encode, placeholder } = this.#language;
    if (this.#section.get('mode') === 'pre-fetch') this.#warn(item.site.log);
    const address = replaceLiteral(this.#readSource(), placeholder, encode(code, this.#section.get('config'), tools));
    return `<img class="${toText(asHash(this.#section.get('css')).get('class'))}" src="${address}">`;
  }

  /** The address of the server, with a placeholder for the code. */
  #readSource(): string {
    const { name, placeholder } = this.#language;
    const source = toText(this.#section.get('src'));
    if (!/\{[^\n]*\}/.test(source)) return `${source}${placeholder}`;
    if (source.includes(placeholder)) return source;
    throw new UttersonError(
      'InvalidConfiguration',
      `jekyll-spaceship: ${name}-processor: src has no ${placeholder}: ${source}`,
      {
        hint: `Only ${placeholder} is replaced, by the diagram's code. Without braces the code is added at the end.`,
      },
    );
  }

  #warn(log: Turn['item']['site']['log']): void {
    if (!this.#isWarned) {
      log.warn(
        'Spaceship:',
        `${this.#language.name} diagrams are not downloaded (mode: pre-fetch): pages show them from the server.`,
      );
    }
    this.#isWarned = true;
  }
}
