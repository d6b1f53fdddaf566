import type { PluginCommand } from '../plugin/command.ts';
import type { RememberedUrls } from '../renderer/filters/url-filters.ts';
import type { Site } from '../site/site.ts';
import type { BuildResult, BuiltPage, Change, PhaseTime } from './build-result.ts';
import type { Builder } from './builder.ts';
import type { Urgency } from './render/urgent-pages.ts';
import { joinCosts } from './template-costs.ts';

interface SharedParts {
  readonly destination: string;
  readonly urls: RememberedUrls;
}

/** Builds the editions of a site one after the other. Commands that inspect the site get the first one. */
export class EditionsBuilder implements Builder {
  readonly source: string;
  readonly destination: string;
  readonly #first: Builder;
  readonly #builders: readonly Builder[];
  readonly #urls: RememberedUrls;

  constructor(first: Builder, others: readonly Builder[], { destination, urls }: SharedParts) {
    this.source = first.source;
    this.destination = destination;
    this.#first = first;
    this.#builders = [first, ...others];
    this.#urls = urls;
  }

  get commands(): readonly PluginCommand[] {
    return this.#first.commands;
  }

  get untrackedPlugins(): readonly string[] {
    return this.#first.untrackedPlugins;
  }

  isWatched(path: string): boolean {
    return this.#builders.every((builder) => builder.isWatched(path));
  }

  async build(changes?: readonly Change[], urgency?: Urgency): Promise<BuildResult> {
    // A later build starts as the first one did.
    this.#urls.forget();
    const results: BuildResult[] = [];
    for (const builder of this.#builders) {
      const folder = builder.destination.slice(this.destination.length + 1);
      const inDestination = (path: string) => (folder === '' ? path : `${folder}/${path}`);
      const result = await builder.build(changes, urgency && urgencyBelow(folder, urgency));
      results.push({
        ...result,
        written: result.written.map(inDestination),
        removed: result.removed.map(inDestination),
      });
    }
    return joinResults(results);
  }

  why(path: string): readonly string[] | undefined {
    return this.#builders.map((builder) => builder.why(path)).find((inputs) => inputs !== undefined);
  }

  madeFrom(inputs: readonly string[]): readonly string[] {
    return this.#builders.flatMap((builder) => builder.madeFrom(inputs));
  }

  read(): Promise<Site> {
    return this.#first.read();
  }

  pages(): readonly BuiltPage[] {
    return this.#builders.flatMap((builder) => builder.pages());
  }
}

function urgencyBelow(folder: string, { first, onWritten }: Urgency): Urgency {
  if (folder === '') return { first, onWritten };
  const below = first.filter((name) => name.startsWith(`${folder}/`)).map((name) => name.slice(folder.length + 1));
  return { first: below, onWritten: (names) => onWritten(names.map((name) => `${folder}/${name}`)) };
}

function joinResults(results: readonly BuildResult[]): BuildResult {
  const sum = (count: (result: BuildResult) => number) => results.reduce((total, result) => total + count(result), 0);
  return {
    pages: sum(({ pages }) => pages),
    seconds: sum(({ seconds }) => seconds),
    warnings: results.flatMap(({ warnings }) => warnings),
    rendered: new Map(results.flatMap(({ rendered }) => [...rendered])),
    written: results.flatMap(({ written }) => written),
    removed: results.flatMap(({ removed }) => removed),
    phases: joinPhases(results.flatMap(({ phases }) => phases)),
    templates: joinCosts(results.flatMap(({ templates }) => templates)),
  };
}

function joinPhases(phases: readonly PhaseTime[]): PhaseTime[] {
  const totals = new Map<PhaseTime['phase'], number>();
  for (const { phase, seconds } of phases) totals.set(phase, (totals.get(phase) ?? 0) + seconds);
  return [...totals].map(([phase, seconds]) => ({ phase, seconds }));
}
