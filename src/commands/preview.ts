import { relative } from 'node:path';
import type { BuildResult, Change } from '../build/build-result.ts';
import type { Urgency } from '../build/urgent-pages.ts';
import type { Problem } from '../server/messages.ts';
import type { PreviewReport } from '../server/preview-report.ts';
import { describeProblem } from '../server/problem.ts';
import type { RunningServer } from '../server/server.ts';
import type { ServerOptions } from '../server/server-options.ts';
import { fnmatch } from '../util/fnmatch.ts';
import { withSlashes } from '../util/paths.ts';
import { clarifyError } from './clarify-error.ts';
import { frontMatterErrors } from './front-matter-errors.ts';
import { isSet, textOf } from './settings.ts';
import type { SiteSession } from './site-session.ts';

/** The link between the builds of a site and the pages open in browsers. */
export interface Preview {
  /** From now on open pages hear about builds, beginning with the problems of the last one. */
  connect(server: RunningServer, readOptions: () => ServerOptions): void;
  showBuilt(result: BuildResult, changes: readonly Change[]): void;
  showFailed(problems: readonly Problem[]): void;
  /** The pages that are open, to be rendered first when the site is built again. */
  readonly urgency: () => Urgency;
  readonly report: () => PreviewReport;
}

/** Tells open pages what builds wrote, shows errors over them, and keeps the report on the last build. */
export function createPreview(session: SiteSession): Preview {
  let server: RunningServer | undefined;
  let configure = (): void => {};
  let problems: readonly Problem[] = [];
  /** Files with unreadable front matter: later builds warn of them again only if they change. */
  const unreadable = new Map<string, Problem>();
  let last: { readonly result: BuildResult; readonly at: Date } | undefined;
  return {
    connect: (running, readOptions) => {
      server = running;
      let known = session.config;
      configure = () => {
        if (session.config !== known) running.configure(readOptions());
        known = session.config;
      };
      server.showProblems(problems);
    },
    showBuilt: (result, changes) => {
      last = { result, at: new Date() };
      if (changes.length === 0) unreadable.clear();
      for (const { path } of changes) unreadable.delete(path);
      for (const [path, error] of frontMatterErrors(result.warnings)) {
        const problem = describeProblem(clarifyError(error, session.builder.source), session.builder.source);
        unreadable.set(path, { ...problem, isBuilt: true });
      }
      problems = [...unreadable.values()];
      configure();
      const names = [...result.written, ...result.removed].map((name) => `/${name}`);
      server?.reload(
        isIgnored(session, changes) ? [] : names.filter((name) => !matchesIgnored(session, name.slice(1))),
      );
      server?.showProblems(problems);
      if (isSet(session.config, 'follow')) follow(session, changes, server);
    },
    showFailed: (found) => {
      problems = found;
      server?.showProblems(found);
    },
    urgency: () => ({
      first: server?.viewed().map((name) => name.slice(1)) ?? [],
      onWritten: async (names) => {
        const wanted = names.filter((name) => !matchesIgnored(session, name));
        await server?.deliver(wanted.map((name) => `/${name}`));
      },
    }),
    report: () => reportOf(session, last, problems),
  };
}

/** Whether a build was caused only by source files that `--livereload-ignore` names, so that nothing is reloaded. */
function isIgnored(session: SiteSession, changes: readonly Change[]): boolean {
  return (
    changes.length > 0 &&
    changes.every(({ path }) => matchesIgnored(session, withSlashes(relative(session.builder.source, path))))
  );
}

function matchesIgnored({ config }: SiteSession, path: string): boolean {
  const patterns = config.get('livereload_ignore');
  return Array.isArray(patterns) && patterns.some((pattern) => fnmatch(String(pattern), path));
}

/** Sends open pages to the page being edited if that is clear: one changed file, with a page of its own. */
function follow(session: SiteSession, changes: readonly Change[], server: RunningServer | undefined): void {
  const [change] = changes;
  if (change === undefined || changes.length > 1 || change.kind === 'removed') return;
  const source = withSlashes(relative(session.builder.source, change.path));
  const page = session.builder.pages().find((candidate) => candidate.source === source);
  if (page !== undefined) server?.follow(page.url);
}

function reportOf(
  { builder, config }: SiteSession,
  last: { readonly result: BuildResult; readonly at: Date } | undefined,
  problems: readonly Problem[],
): PreviewReport {
  const result = last?.result;
  return {
    title: textOf(config, 'title', 'The site'),
    source: builder.source,
    destination: builder.destination,
    finishedAt: last?.at,
    milliseconds: (result?.seconds ?? 0) * 1000,
    pages: builder.pages(),
    written: result?.written.length ?? 0,
    phases: result?.phases.map(({ phase, seconds }) => [phase, seconds * 1000] as const) ?? [],
    warnings: result?.warnings ?? [],
    problems,
  };
}
