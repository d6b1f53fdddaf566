import type { Liquid } from '../liquid/liquid.ts';
import type { LiquidError } from '../liquid/liquid-error.ts';
import { RenderState } from '../liquid/render-state.ts';
import type { Template } from '../liquid/template.ts';
import type { TemplateCost } from './template-cost.ts';

/** A template with its state in a build. */
export interface ParsedTemplate {
  readonly content: string;
  readonly template: Template;
  /** What the template's tags remember from render to render within one build. */
  state: RenderState;
  /** The number of the build that used it last. */
  build: number;
}

/**
 * Parsed templates by path, kept from build to build as long as their text stays the same.
 *
 * Within one build only the path counts, as in Jekyll: if two generated pages have the same path but different texts, the
 * first one's text is used for both.
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

  /** To be called at the beginning of each build: tags forget what they remember. */
  beginBuild(): void {
    this.#build++;
  }

  /** Renders the template of a file with the given function. */
  use(path: string, content: string, render: (parsed: ParsedTemplate) => string): string {
    return render(this.#parse(path, content));
  }

  /** What each template cost in this build, the most expensive first. Empty unless costs are measured. */
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

  /** Drops a template that will not be needed again, such as that of a document. */
  forget(path: string): void {
    this.#templates.delete(path);
  }

  #warn(template: Template, path: string): void {
    for (const warning of template.warnings) this.#onWarning(warning, path);
  }
}
