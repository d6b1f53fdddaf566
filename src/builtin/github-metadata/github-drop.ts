import { Drop, deepMerge, type ReadonlyHash, type Site } from '../../plugin/plugin.ts';
import { askGit } from '../shared/git.ts';
import { Hosts, type Variables } from './hosts.ts';
import { findRepository, type Repository } from './repository.ts';

interface Facts {
  readonly site: Site;
  readonly hosts: Hosts;
  readonly variables: Variables;
  readonly repository: Repository;
  readonly usualHelp: string;
}

interface GithubDropOptions {
  /** The values under `github:` in the configuration. */
  readonly overrides?: ReadonlyHash;
  /** Whether it is that of version 2.16.1 of the gem. */
  readonly isNewer?: boolean;
}

const FACTS: Readonly<Record<string, (facts: Facts) => unknown>> = {
  api_url: ({ hosts }) => hosts.api,
  baseurl: ({ repository }) => new URL(repository.siteUrl).pathname.replace(/^\/$/, ''),
  build_revision: ({ site, variables }) => variables['JEKYLL_BUILD_REVISION'] ?? askGit(site, 'head') ?? '',
  clone_url: ({ repository }) => `${repository.url}.git`,
  environment: ({ hosts }) => hosts.environment,
  help_url: ({ hosts, usualHelp }) => hosts.helpUrl(usualHelp),
  hostname: ({ hosts }) => hosts.github,
  is_project_page: ({ repository }) => !repository.isUserPage,
  is_user_page: ({ repository }) => repository.isUserPage,
  owner_gravatar_url: ({ repository }) => `${repository.ownerUrl}.png`,
  owner_name: ({ repository }) => repository.owner,
  owner_url: ({ repository }) => repository.ownerUrl,
  pages_env: ({ hosts }) => hosts.environment,
  pages_hostname: ({ hosts }) => hosts.pages,
  project_title: ({ repository }) => repository.name,
  releases_url: ({ repository }) => `${repository.url}/releases`,
  repository_name: ({ repository }) => repository.name,
  repository_nwo: ({ repository }) => repository.nameWithOwner,
  repository_url: ({ repository }) => repository.url,
  source: ({ repository }) =>
    new Map([
      ['branch', repository.branch],
      ['path', '/'],
    ]),
  tar_url: ({ repository }) => `${repository.url}/tarball/${repository.branch}`,
  url: ({ repository }) => repository.siteUrl,
  versions: () => new Map(),
  zip_url: ({ repository }) => `${repository.url}/zipball/${repository.branch}`,
};

/** What only GitHub knows, with the values that the gem has if it cannot reach GitHub. */
const FROM_GITHUB: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['archived', null],
  ['contributors', false],
  ['disabled', null],
  ['issues_url', null],
  ['language', null],
  ['latest_release', false],
  ['license', null],
  ['organization_members', null],
  ['owner', new Map()],
  ['owner_display_name', null],
  ['private', null],
  ['project_tagline', null],
  ['public_repositories', []],
  ['releases', false],
  ['show_downloads', null],
  ['wiki_url', null],
]);

/** `site.github`. Builds do not use the network, so what the environment and git do not tell is missing, with a warning. */
export class GithubDrop extends Drop {
  readonly #site: Site;
  readonly #variables: Variables;
  readonly #hosts: Hosts;
  /** The values under `github:` in the configuration, in place of which the drop stands. */
  readonly overrides: ReadonlyHash;
  readonly #usualHelp: string;
  /** The repository, and what was read to find it. */
  readonly #repository: () => Repository;
  #hasWarned = false;

  constructor(site: Site, { overrides = new Map(), isNewer = false }: GithubDropOptions = {}) {
    super();
    this.#site = site;
    this.#variables = site.variables;
    this.#hosts = new Hosts(site.variables);
    this.#repository = site.makeOnce(() => findRepository(site, this.#variables, this.#hosts));
    this.overrides = overrides;
    this.#usualHelp = isNewer ? 'https://docs.github.com' : 'https://help.github.com';
  }

  override get rubyClass(): string {
    return 'Jekyll::GitHubMetadata::MetadataDrop';
  }

  get(key: unknown): unknown {
    const override = this.overrides.get(key) ?? null;
    if (override === null) return this.#find(String(key));
    if (!(override instanceof Map)) return override;
    const found = this.#find(String(key));
    return found instanceof Map ? deepMerge(found, override) : override;
  }

  #find(name: string): unknown {
    if (FROM_GITHUB.has(name)) {
      this.#warn();
      return FROM_GITHUB.get(name);
    }
    const fact = Object.hasOwn(FACTS, name) ? FACTS[name] : undefined;
    return fact?.(this.#facts());
  }

  override has(key: unknown): boolean {
    const name = String(key);
    return this.overrides.has(key) || FROM_GITHUB.has(name) || Object.hasOwn(FACTS, name);
  }

  override keys(): readonly string[] {
    const own = [...this.overrides.keys()].map(String);
    return [...new Set([...Object.keys(FACTS), ...FROM_GITHUB.keys(), ...own])].sort();
  }

  /** What the repository is, is asked for once; that it was read is noted for each page that shows it. */
  #facts(): Facts {
    return {
      site: this.#site,
      hosts: this.#hosts,
      variables: this.#variables,
      repository: this.#repository(),
      usualHelp: this.#usualHelp,
    };
  }

  #warn(): void {
    if (this.#hasWarned) return;
    this.#hasWarned = true;
    const { log } = this.#site;
    if ((this.#variables['JEKYLL_GITHUB_TOKEN'] ?? '') === '') {
      log.warn(
        'GitHub Metadata:',
        'No GitHub API authentication could be found. Some fields may be missing or have incorrect data.',
      );
    }
    log.warn('GitHub Metadata:', 'No internet connection. GitHub metadata may be missing or incorrect.');
  }
}
