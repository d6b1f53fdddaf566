import { YamlError } from './cursor.ts';
import { Scanner } from './scanner.ts';
import type { Token, TokenKind } from './token.ts';

/** Receives the events of a document as it is parsed. */
export interface YamlHandler {
  /** @param isQuoted whether the scalar is in quotes or a block scalar, and has no tag */
  scalar(value: string, anchor: string | undefined, tag: string | undefined, isQuoted: boolean): void;
  alias(anchor: string): void;
  startMapping(anchor: string | undefined): void;
  endMapping(): void;
  startSequence(anchor: string | undefined): void;
  endSequence(): void;
}

const DEEPEST = 1000;
const DEFAULT_TAGS: readonly (readonly [string, string])[] = [
  ['!', '!'],
  ['!!', 'tag:yaml.org,2002:'],
];
const NO_CONTENT: readonly TokenKind[] = [
  'version-directive',
  'tag-directive',
  'document-start',
  'document-end',
  'stream-end',
];

/**
 * Parses the first document of a YAML text and reports it to a handler; later documents are ignored.
 *
 * @returns whether there is a document
 * @throws {YamlError} where the document is malformed
 */
export function readYamlDocument(text: string, handler: YamlHandler): boolean {
  checkCharacters(text);
  const parser = new Parser(new Scanner(text), handler);
  return parser.readDocument();
}

const FORBIDDEN = /[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

function checkCharacters(text: string): void {
  const at = text.search(FORBIDDEN);
  if (at < 0) return;
  const before = text.slice(0, at).split(/\r\n|[\r\n\u0085\u2028\u2029]/);
  const place = { index: at, line: before.length - 1, column: before.at(-1)?.length ?? 0 };
  throw new YamlError('control characters are not allowed', undefined, undefined, place, text);
}

/** Where a node stands: inside brackets, on lines of its own, or in a mapping on lines, where a sequence need not be indented. */
type Surroundings = 'flow' | 'block' | 'block-mapping';

interface Properties {
  readonly anchor: string | undefined;
  readonly tag: string | undefined;
}

class Parser {
  private readonly tags = new Map(DEFAULT_TAGS);
  private depth = 0;

  constructor(
    private readonly scanner: Scanner,
    private readonly handler: YamlHandler,
  ) {}

  readDocument(): boolean {
    if (this.at('stream-end')) return false;
    if (this.at('version-directive', 'tag-directive', 'document-start')) {
      this.readDirectives();
      if (!this.at('document-start')) throw this.fail('did not find expected <document start>');
      this.scanner.next();
      this.readOptional(NO_CONTENT, 'block');
    } else this.readNode('block');
    // As in libyaml, a document ends only at the token after it, which may be an error.
    this.scanner.peek();
    return true;
  }

  private at(...kinds: readonly TokenKind[]): boolean {
    return kinds.includes(this.scanner.peek().kind);
  }

  private fail(problem: string, context?: string, start?: Token): YamlError {
    return new YamlError(problem, context, start?.start, this.scanner.peek().start, this.scanner.text);
  }

  private readDirectives(): void {
    let hasVersion = false;
    for (let token = this.scanner.peek(); token.kind.endsWith('directive'); token = this.scanner.peek()) {
      if (token.kind === 'version-directive') {
        if (hasVersion) throw this.fail('found duplicate %YAML directive');
        hasVersion = true;
      } else if (token.kind === 'tag-directive') this.tags.set(token.handle, token.prefix);
      this.scanner.next();
    }
  }

  private readNode(around: Surroundings): void {
    const first = this.scanner.peek();
    if (first.kind === 'alias') {
      this.scanner.next();
      this.handler.alias(first.name);
      return;
    }
    if (++this.depth > DEEPEST)
      throw this.fail(`exceeded the deepest nesting of ${DEEPEST}`, 'while parsing a node', first);
    this.readContent(first, this.readProperties(first), around);
    this.depth--;
  }

  /** An anchor and a tag, in any order, each at most once. */
  private readProperties(first: Token): Properties {
    let anchor: string | undefined;
    let tag: string | undefined;
    for (;;) {
      const token = this.scanner.peek();
      if (token.kind === 'anchor' && anchor === undefined) anchor = token.name;
      else if (token.kind === 'tag' && tag === undefined) tag = this.resolveTag(token, first);
      else return { anchor, tag };
      this.scanner.next();
    }
  }

  private resolveTag(token: Token & { kind: 'tag' }, first: Token): string {
    if (token.handle === '') return token.suffix;
    const prefix = this.tags.get(token.handle);
    if (prefix === undefined) throw this.fail('found undefined tag handle', 'while parsing a node', first);
    return prefix + token.suffix;
  }

  private readContent(first: Token, { anchor, tag }: Properties, around: Surroundings): void {
    const token = this.scanner.peek();
    const isBlock = around !== 'flow';
    if (around === 'block-mapping' && token.kind === 'block-entry') this.readIndentlessSequence(anchor);
    else if (token.kind === 'scalar') {
      this.scanner.next();
      this.handler.scalar(token.value, anchor, tag, token.style !== 'plain' && tag === undefined);
    } else if (token.kind === 'flow-sequence-start') this.readFlowSequence(anchor);
    else if (token.kind === 'flow-mapping-start') this.readFlowMapping(anchor);
    else if (isBlock && token.kind === 'block-sequence-start') this.readBlockSequence(anchor);
    else if (isBlock && token.kind === 'block-mapping-start') this.readBlockMapping(anchor);
    else if (anchor !== undefined || tag !== undefined) this.handler.scalar('', anchor, tag, false);
    else {
      const context = isBlock ? 'while parsing a block node' : 'while parsing a flow node';
      throw this.fail('did not find expected node content', context, first);
    }
  }

  /** A node, or an empty scalar where one of `ends` follows. */
  private readOptional(ends: readonly TokenKind[], around: Surroundings): void {
    if (this.at(...ends)) this.addEmpty();
    else this.readNode(around);
  }

  /** A missing key or value is an empty scalar. */
  private addEmpty(): void {
    this.handler.scalar('', undefined, undefined, false);
  }

  private readBlockSequence(anchor: string | undefined): void {
    const start = this.scanner.next();
    this.handler.startSequence(anchor);
    while (this.at('block-entry')) {
      this.scanner.next();
      this.readOptional(['block-entry', 'block-end'], 'block');
    }
    if (!this.at('block-end')) {
      throw this.fail("did not find expected '-' indicator", 'while parsing a block collection', start);
    }
    this.scanner.next();
    this.handler.endSequence();
  }

  /** A sequence that is not indented more than the mapping whose value it is. */
  private readIndentlessSequence(anchor: string | undefined): void {
    this.handler.startSequence(anchor);
    while (this.at('block-entry')) {
      this.scanner.next();
      this.readOptional(['block-entry', 'key', 'value', 'block-end'], 'block');
    }
    this.handler.endSequence();
  }

  private readBlockMapping(anchor: string | undefined): void {
    const ends: readonly TokenKind[] = ['key', 'value', 'block-end'];
    const start = this.scanner.next();
    this.handler.startMapping(anchor);
    while (this.at('key')) {
      this.scanner.next();
      this.readOptional(ends, 'block-mapping');
      if (this.at('value')) {
        this.scanner.next();
        this.readOptional(ends, 'block-mapping');
      } else this.addEmpty();
    }
    if (!this.at('block-end')) throw this.fail('did not find expected key', 'while parsing a block mapping', start);
    this.scanner.next();
    this.handler.endMapping();
  }

  private readFlowSequence(anchor: string | undefined): void {
    const start = this.scanner.next();
    this.handler.startSequence(anchor);
    for (let isFirst = true; !this.at('flow-sequence-end'); isFirst = false) {
      if (!isFirst) {
        if (!this.at('flow-entry')) {
          throw this.fail("did not find expected ',' or ']'", 'while parsing a flow sequence', start);
        }
        this.scanner.next();
      }
      if (this.at('key')) this.readPair();
      else if (!this.at('flow-sequence-end')) this.readNode('flow');
    }
    this.scanner.next();
    this.handler.endSequence();
  }

  /** `[a: b]`: a mapping of one pair without braces. */
  private readPair(): void {
    this.scanner.next();
    this.handler.startMapping(undefined);
    if (this.at('value', 'flow-entry', 'flow-sequence-end')) {
      // libyaml consumes the token here, so that `[? : a]` is an error.
      this.scanner.next();
      this.addEmpty();
    } else this.readNode('flow');
    if (this.at('value')) {
      this.scanner.next();
      this.readOptional(['flow-entry', 'flow-sequence-end'], 'flow');
    } else this.addEmpty();
    this.handler.endMapping();
  }

  private readFlowMapping(anchor: string | undefined): void {
    const start = this.scanner.next();
    this.handler.startMapping(anchor);
    for (let isFirst = true; !this.at('flow-mapping-end'); isFirst = false) {
      if (!isFirst) {
        if (!this.at('flow-entry')) {
          throw this.fail("did not find expected ',' or '}'", 'while parsing a flow mapping', start);
        }
        this.scanner.next();
      }
      this.readFlowEntry();
    }
    this.scanner.next();
    this.handler.endMapping();
  }

  private readFlowEntry(): void {
    if (this.at('key')) {
      this.scanner.next();
      this.readOptional(['value', 'flow-entry', 'flow-mapping-end'], 'flow');
      if (this.at('value')) {
        this.scanner.next();
        this.readOptional(['flow-entry', 'flow-mapping-end'], 'flow');
      } else this.addEmpty();
    } else if (!this.at('flow-mapping-end')) {
      this.readNode('flow');
      this.addEmpty();
    }
  }
}
