/** Environment variables, by which GitHub Pages and the gem are told their hosts. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** The hosts of a GitHub installation: the public one, unless the environment names another. */
export class Hosts {
  readonly #variables: Variables;

  constructor(variables: Variables) {
    this.#variables = variables;
  }

  #read(name: string, fallback: string): string {
    return (this.#variables[name] || fallback).replace(/\/$/, '');
  }

  get environment(): string {
    return this.#variables['PAGES_ENV'] || this.#variables['JEKYLL_ENV'] || 'development';
  }

  get github(): string {
    return this.#read('PAGES_GITHUB_HOSTNAME', this.#variables['GITHUB_HOSTNAME'] ?? 'github.com');
  }

  get pages(): string {
    const usual = this.environment === 'development' ? 'localhost:4000' : 'github.io';
    return this.#read('PAGES_PAGES_HOSTNAME', this.#variables['PAGES_HOSTNAME'] ?? usual);
  }

  get api(): string {
    return this.#read('PAGES_API_URL', this.#variables['API_URL'] ?? 'https://api.github.com');
  }

  helpUrl(usual: string): string {
    return this.#read('PAGES_HELP_URL', this.#variables['HELP_URL'] ?? usual);
  }

  get #scheme(): string {
    return this.#variables['SSL'] === 'true' || this.environment === 'test' ? 'https' : 'http';
  }

  get githubUrl(): string {
    const isPublic = this.environment === 'dotcom' || this.github === 'github.com';
    return isPublic ? 'https://github.com' : `${this.#scheme}://${this.github}`;
  }

  /** Whether sites have domains of their own rather than paths below GitHub's. */
  get hasDomains(): boolean {
    return this.environment === 'dotcom' || this.environment === 'test';
  }

  /** The URL below which sites without a domain of their own are served. */
  get sitesUrl(): string {
    if (this.#variables['SUBDOMAIN_ISOLATION'] === 'true') return `${this.#scheme}://${this.pages}`;
    return `${this.githubUrl}/pages`;
  }

  get isPageBuild(): boolean {
    return (this.#variables['PAGE_BUILD_ID'] ?? '') !== '';
  }
}
