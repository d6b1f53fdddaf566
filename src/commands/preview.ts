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

/** What is between the builds of a site and those who look at it. */
export interface Preview {
  /** Open pages are told from now on, and of what has been said already. */
  connect(server: RunningServer, readOptions: () => ServerOptions): void;
  showBuilt(result: BuildResult, changes: readonly Change[]): void;
  showFailed(problems: readonly Problem[]): void;
  /** What is looked at comes first when the site is built again. */
  readonly urgency: () => Urgency;
  readonly report: () => PreviewReport;
}

/** Tells open pages what builds wrote, shows their errors, and keeps what the page of the last build says. */
export function createPreview(session: SiteSession): Preview {
  let server: RunningServer | undefined;
  let configure = (): void => {};
  let problems: readonly Problem[] = [];
  /** Files whose front matter cannot be read; a later build says nothing of those that did not change. */
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

/** `--livereload-ignore` names files of the source; what only they caused reloads nothing. */
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

/** Follows only where it is clear what is being edited: one file, with a page of its own. */
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
