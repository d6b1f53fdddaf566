import { dig, type Site, UttersonError } from '../../plugin/plugin.ts';
import { escapePattern } from '../shared/escape-pattern.ts';
import { askGit } from '../shared/git.ts';
import type { Hosts, Variables } from './hosts.ts';

/** What can be known about a repository on GitHub without contacting GitHub. */
export class Repository {
  /** `owner/name`. */
  readonly nameWithOwner: string;
  readonly owner: string;
  readonly name: string;
  readonly #hosts: Hosts;

  constructor(nameWithOwner: string, hosts: Hosts) {
    this.nameWithOwner = nameWithOwner;
    this.#hosts = hosts;
    const parts = nameWithOwner.split('/');
    this.owner = parts[0] ?? '';
    this.name = parts.at(-1) ?? '';
  }

  get ownerUrl(): string {
    return `${this.#hosts.githubUrl}/${this.owner}`;
  }

  get url(): string {
    return `${this.ownerUrl}/${this.name}`;
  }

  /** Whether it is the site of a person or an organization: its repository is named after its host. */
  get isUserPage(): boolean {
    const name = this.name.toLowerCase();
    const owner = this.owner.toLowerCase();
    if (this.#hosts.environment === 'enterprise') return name === `${owner}.${this.#hosts.github}`;
    return name === `${owner}.${this.#hosts.pages}`.toLowerCase() || name === `${owner}.github.com`;
  }

  /** The branch that the site is built from, as the gem assumes if it cannot reach GitHub. */
  get branch(): string {
    return this.isUserPage ? 'master' : 'gh-pages';
  }

  get siteUrl(): string {
    if (!this.#hosts.hasDomains) {
      return `${this.#hosts.sitesUrl}/${this.isUserPage ? this.owner : this.nameWithOwner}`;
    }
    const home = `http://${this.owner}.${this.#hosts.pages}`.toLowerCase();
    return this.isUserPage ? home : `${home}/${this.name}`;
  }
}

/** The repository that the environment, the configuration or git names. */
export function findRepository(site: Site, variables: Variables, hosts: Hosts): Repository {
  const configured = dig(site.config, 'repository');
  const named = typeof configured === 'string' && configured.includes('/') ? configured : undefined;
  const nameWithOwner = variables['PAGES_REPO_NWO'] ?? named ?? readOrigin(site, hosts);
  if (nameWithOwner !== undefined) return new Repository(nameWithOwner, hosts);
  throw new UttersonError(
    'MissingRepository',
    "No repo name found. Specify using PAGES_REPO_NWO environment variables, 'repository' in your configuration, or set up an 'origin' git remote pointing to your github.com repository.",
    { hint: 'Write `repository: OWNER/NAME` into _config.yml.' },
  );
}

function readOrigin(site: Site, hosts: Hosts): string | undefined {
  if (site.environment !== 'development' && site.environment !== 'test') return undefined;
  const url = askGit(site, 'origin')?.replace(/\.git$/, '') ?? '';
  const host = escapePattern(hosts.github);
  const match = new RegExp(`${host}[:/]([\\w-]+)/([\\w.-]+)`).exec(url);
  return match === null ? undefined : `${match[1]}/${match[2]}`;
}
