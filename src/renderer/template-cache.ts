import type { Liquid } from '../liquid/liquid.ts';
import type { LiquidError } from '../liquid/liquid-error.ts';
import { RenderState } from '../liquid/render-state.ts';
import type { Template } from '../liquid/template.ts';
import type { TemplateCost } from './template-cost.ts';

/** A template with what belongs to it in a build. */
export interface ParsedTemplate {
  readonly content: string;
  readonly template: Template;
  /** What the template's tags remember from render to render within one build. */
  state: RenderState;
  build: number;
}

/**
 * Parsed templates by path, kept from build to build as long as the text stays.
 *
 * Within one build the path alone decides, as in Jekyll: of two generated pages with one path and different text,
 * the first one's text is used for both.
 */
export class TemplateCache {
  readonly #liquid: Liquid;
  readonly #onWarning: (warning: LiquidError, path: string) => void;
  readonly #templates = new Map<string, ParsedTemplate>();
  #build = 0;

  constructor(liquid: Liquid, onWarning: (warning: LiquidError, path: string) => void) {
    this.#liquid = liquid;
    this.#onWarning = onWarning;
  }

  /** A new build begins: what tags remember is forgotten. */
  beginBuild(): void {
    this.#build++;
  }

  /** Renders the template of a file: `render` is given the template, and says with what. */
  use(path: string, content: string, render: (parsed: ParsedTemplate) => string): string {
    return render(this.#parse(path, content));
  }

  /** What each template has cost in this build, dearest first; empty where nobody measures. */
  get costs(): readonly TemplateCost[] {
    return [];
  }

  #parse(path: string, content: string): ParsedTemplate {
    const known = this.#templates.get(path);
    if (known?.build === this.#build) return known;
    if (known?.content === content) {
      known.build = this.#build;
      known.state = new RenderState();
      this.#warn(known.template, path);
      return known;
    }
    const template = this.#liquid.parseTemplate(content);
    const parsed = { content, template, state: new RenderState(), build: this.#build };
    this.#templates.set(path, parsed);
    this.#warn(template, path);
    return parsed;
  }

  /** Lets go of a text that is rendered only once: that of a document. */
  forget(path: string): void {
    this.#templates.delete(path);
  }

  #warn(template: Template, path: string): void {
    for (const warning of template.warnings) this.#onWarning(warning, path);
  }
}
