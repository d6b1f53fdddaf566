import type { BuildResult, Change } from '../../build/build-result.ts';
import type { Urgency } from '../../build/render/urgent-pages.ts';
import type { Problem } from '../../server/messages.ts';
import type { PreviewReport } from '../../server/preview-report.ts';
import { describeProblem } from '../../server/problem.ts';
import type { RunningServer } from '../../server/server.ts';
import type { ServerOptions } from '../../server/server-options.ts';
import { fnmatch } from '../../util/files/fnmatch.ts';
import { relativePath } from '../../util/files/paths.ts';
import type { SiteSession } from '../build/site-session.ts';
import { clarifyError } from '../errors/clarify-error.ts';
import { frontMatterErrors } from '../errors/front-matter-errors.ts';
import { isSet, textOf } from '../settings.ts';

/** A build that has succeeded. */
interface FinishedBuild {
  readonly result: BuildResult;
  readonly at: Date;
}

/**
 * The link between the builds of a site and the pages open in browsers: tells the pages what builds wrote, shows errors over
 * them, and keeps the report on the last build.
 */
export class Preview {
  readonly #session: SiteSession;
  #server: RunningServer | undefined;
  #readOptions: (() => ServerOptions) | undefined;
  /** The configuration that the server's options were last read from. */
  #servedConfig: SiteSession['config'] | undefined;
  #problems: readonly Problem[] = [];
  /** Files with unreadable front matter: later builds warn of them again only if they change. */
  readonly #unreadable = new Map<string, Problem>();
  /** What these files were read by. Another builder reads all of them again, and perhaps not the same ones. */
  #reader: SiteSession['builder'] | undefined;
  #last: FinishedBuild | undefined;

  constructor(session: SiteSession) {
    this.#session = session;
  }

  /** From now on open pages hear about builds, beginning with the problems of the last one. */
  connect(server: RunningServer, readOptions: () => ServerOptions): void {
    this.#server = server;
    this.#readOptions = readOptions;
    this.#servedConfig = this.#session.config;
    server.showProblems(this.#problems);
  }

  /** @param changes what the build was for; empty for the first one */
  showBuilt(result: BuildResult, changes: readonly Change[]): void {
    this.#last = { result, at: new Date() };
    this.#problems = this.#findProblems(result, changes);
    this.#configure();
    const names = [...result.written, ...result.removed].filter((name) => !this.#isIgnored(name));
    this.#server?.reload(this.#isIgnoredChange(changes) ? [] : names.map((name) => `/${name}`));
    this.#server?.showProblems(this.#problems);
    if (isSet(this.#session.config, 'follow')) this.#follow(changes);
  }

  showFailed(problems: readonly Problem[]): void {
    this.#problems = problems;
    this.#server?.showProblems(problems);
  }

  /** The pages that are open, to be rendered first when the site is built again. */
  urgency(): Urgency {
    return {
      first: this.#server?.viewed().map((name) => name.slice(1)) ?? [],
      onWritten: async (names) => {
        const wanted = names.filter((name) => !this.#isIgnored(name));
        await this.#server?.deliver(wanted.map((name) => `/${name}`));
      },
    };
  }

  report(): PreviewReport {
    const { builder, config } = this.#session;
    const result = this.#last?.result;
    return {
      title: textOf(config, 'title', 'The site'),
      source: builder.source,
      destination: builder.destination,
      finishedAt: this.#last?.at,
      milliseconds: (result?.seconds ?? 0) * 1000,
      pages: builder.pages(),
      written: result?.written.length ?? 0,
      phases: result?.phases.map(({ phase, seconds }) => [phase, seconds * 1000] as const) ?? [],
      warnings: result?.warnings ?? [],
      problems: this.#problems,
    };
  }

  #findProblems({ warnings }: BuildResult, changes: readonly Change[]): readonly Problem[] {
    const { builder } = this.#session;
    const { source } = builder;
    if (builder !== this.#reader) this.#unreadable.clear();
    this.#reader = builder;
    for (const { path } of changes) this.#unreadable.delete(path);
    for (const [path, error] of frontMatterErrors(warnings)) {
      this.#unreadable.set(path, { ...describeProblem(clarifyError(error, source), source), isBuilt: true });
    }
    return [...this.#unreadable.values()];
  }

  /** Passes a changed configuration on to the server. */
  #configure(): void {
    const { config } = this.#session;
    if (this.#readOptions !== undefined && config !== this.#servedConfig) this.#server?.configure(this.#readOptions());
    this.#servedConfig = config;
  }

  /** Whether a build was caused only by source files that `--livereload-ignore` names, so that nothing is reloaded. */
  #isIgnoredChange(changes: readonly Change[]): boolean {
    return changes.length > 0 && changes.every(({ path }) => this.#isIgnored(this.#pathInSource(path)));
  }

  #isIgnored(path: string): boolean {
    const patterns = this.#session.config.get('livereload_ignore');
    return Array.isArray(patterns) && patterns.some((pattern) => fnmatch(String(pattern), path));
  }

  /** Sends open pages to the page being edited if that is clear: one changed file, with a page of its own. */
  #follow(changes: readonly Change[]): void {
    const [change] = changes;
    if (change === undefined || changes.length > 1 || change.kind === 'removed') return;
    const source = this.#pathInSource(change.path);
    const page = this.#session.builder.pages().find((candidate) => candidate.source === source);
    if (page !== undefined) this.#server?.follow(page.url);
  }

  #pathInSource(path: string): string {
    return relativePath(this.#session.builder.source, path);
  }
}
