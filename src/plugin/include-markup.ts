import { UttersonError } from '../errors.ts';
import type { Context } from '../liquid/context.ts';
import type { TagSource } from '../liquid/tag.ts';
import type { Template } from '../liquid/template.ts';
import { toText } from '../util/values/inspect.ts';
import { strip } from '../util/values/ruby-text.ts';

const PARAMETER = `([\\w-]+)\\s*=\\s*(?:"([^"\\\\]*(?:\\\\.[^"\\\\]*)*)"|'([^'\\\\]*(?:\\\\.[^'\\\\]*)*)'|([\\w.-]+))`;
const PARAMETERS = new RegExp(PARAMETER, 'gs');
const ALL_PARAMETERS = new RegExp(`^\\s*(?:${PARAMETER}(?=\\s|$)\\s*)*$`, 's');
/** A file name that contains Liquid, and what follows it. */
const VARIABLE_NAME = /([^{]*(?:\{\{\s*[\w\-.]+\s*(?:\|.*)?\}\}[^\s{}]*)+)(.*)/s;
const VALID_NAME = /^[\w/.\-()+~#@]+$/m;
const INVALID_SEQUENCE = /[./]{2,}/;

interface Parameter {
  readonly name: string;
  readonly value: string | { readonly variable: string };
}

/** The markup of an `include` tag: a file name, which may contain Liquid, and parameters. */
export class IncludeMarkup {
  readonly #tag: TagSource;
  readonly #file: string;
  /** The file name as a template, if it contains Liquid. */
  readonly #fileTemplate: Template | null;
  readonly #parameters: readonly Parameter[] | null;

  constructor(tag: TagSource) {
    this.#tag = tag;
    const markup = strip(tag.markup);
    // Without this check the pattern would be tried at every character of long parameters.
    const variable = markup.includes('{{') ? VARIABLE_NAME.exec(markup) : null;
    const [file, parameters] =
      variable === null ? splitAtSpace(markup) : [strip(variable[1] ?? ''), strip(variable[2] ?? '')];
    this.#file = file;
    this.#fileTemplate = variable === null ? null : tag.parseContext.liquid.parseTemplate(file);
    this.#parameters = parameters === null ? null : this.#readParameters(parameters);
  }

  /** The file name as written in the tag. */
  get file(): string {
    return this.#file;
  }

  /** The name of the file to include. */
  fileName(context: Context): string {
    const name = this.#fileTemplate === null ? this.#file : this.#fileTemplate.renderIn(context);
    if (INVALID_SEQUENCE.test(name) || !VALID_NAME.test(name)) {
      throw this.#syntaxFailure(
        `Invalid syntax for include tag. File contains invalid characters or sequences:\n\n  ${name}`,
      );
    }
    return name;
  }

  /** What the included file sees as `include`; null if the tag has no parameters at all. */
  parameters(context: Context): Map<unknown, unknown> | null {
    if (this.#parameters === null) return null;
    const values = new Map<unknown, unknown>();
    for (const { name, value } of this.#parameters) {
      values.set(name, typeof value === 'string' ? value : context.evaluate(value.variable));
    }
    return values;
  }

  /** Renders what is included, with the tag's parameters as `include`; the variables that it sets end with it. */
  renderWithParameters(context: Context, render: () => string): string {
    return context.stack(() => {
      const parameters = this.parameters(context);
      if (parameters !== null) context.set('include', parameters);
      return render();
    });
  }

  #readParameters(markup: string): Parameter[] {
    if (!ALL_PARAMETERS.test(markup)) throw this.#syntaxFailure(`Invalid syntax for include tag:\n\n${markup}`);
    return [...markup.matchAll(PARAMETERS)].map(([, name = '', double, single, variable]) => {
      if (double !== undefined) return { name, value: double.replaceAll('\\"', '"') };
      if (single !== undefined) return { name, value: single.replaceAll("\\'", "'") };
      return { name, value: { variable: toText(variable) } };
    });
  }

  #syntaxFailure(message: string): UttersonError {
    const example = `{% ${this.#tag.name} file.ext param='value' param2='value' %}`;
    return new UttersonError('ArgumentError', `${message}\n\nValid syntax:\n\n${example}\n\n`, {
      line: this.#tag.line,
    });
  }
}

/** The first word, and the rest; null if there is no rest. */
function splitAtSpace(markup: string): [string, string | null] {
  const space = /[ \t\r\n\f\v]+/.exec(markup);
  if (space === null) return [markup, null];
  return [markup.slice(0, space.index), markup.slice(space.index + space[0].length)];
}
