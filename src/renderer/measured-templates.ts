import { milliseconds } from '../util/time/stopwatch.ts';
import { type ParsedTemplate, TemplateCache } from './template-cache.ts';
import type { TemplateCost } from './template-cost.ts';

/** A template cache that measures what it renders, used in place of the ordinary one if a profile is wanted. */
export class MeasuredTemplates extends TemplateCache {
  readonly #costs = new Map<string, { count: number; bytes: number; seconds: number }>();

  override beginBuild(): void {
    super.beginBuild();
    this.#costs.clear();
  }

  /** Measures parsing and rendering together, including all included files, as Jekyll does. */
  override use(path: string, content: string, render: (parsed: ParsedTemplate) => string): string {
    const start = milliseconds();
    const output = super.use(path, content, render);
    const cost = this.#costs.get(path) ?? { count: 0, bytes: 0, seconds: 0 };
    cost.count++;
    cost.bytes += Buffer.byteLength(output);
    cost.seconds += (milliseconds() - start) / 1000;
    this.#costs.set(path, cost);
    return output;
  }

  override get costs(): readonly TemplateCost[] {
    const costs = [...this.#costs].map(([path, cost]) => ({ path, ...cost }));
    return costs.sort((one, other) => other.seconds - one.seconds);
  }
}
