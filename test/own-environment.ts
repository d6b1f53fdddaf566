import { devNull } from 'node:os';

/** What decides how sites are built and what is printed, and must not come from whoever runs the tests. */
const DECIDING =
  /^(?:(?:JEKYLL|PAGES|GEM|BUNDLE)_.*|GIT_(?!EXEC_PATH).*|UTTERSON_EDITOR_URL|VISUAL|EDITOR|FORCE_COLOR|GITHUB_ACTIONS|SHELL)$/;

// Runs before each file of tests.
for (const name of Object.keys(process.env)) if (DECIDING.test(name)) delete process.env[name];
// Node 20 reads the certificates in it whenever it starts, 0.08 s for those of Debian, and the tests start many processes.
delete process.env['NODE_EXTRA_CA_CERTS'];
// Hooks, templates and signatures that somebody has configured for all repositories would run in those of the tests too.
Object.assign(process.env, { GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_NOSYSTEM: '1' });
