import type { Command } from './command.ts';

/** Every command, in the order in which the help lists them; names, aliases and words are Jekyll's. */
export const COMMANDS: readonly Command[] = [
  {
    name: 'new',
    usage: 'PATH',
    description: 'Creates a new site scaffold in PATH',
    flags: [
      { key: 'force', long: '--force', kind: 'switch', description: 'Force creation even if PATH already exists' },
      { key: 'blank', long: '--blank', kind: 'switch', description: 'Creates scaffolding but with empty files' },
      {
        key: 'skip_bundle',
        long: '--skip-bundle',
        kind: 'switch',
        description: 'Accepted for Jekyll; there is nothing to bundle',
      },
    ],
    load: async () => (await import('./new.ts')).runNew,
  },
  {
    name: 'docs',
    usage: '',
    description: 'Where the documentation is',
    flags: [],
    load: async () => (await import('./missing-gem.ts')).runDocs,
  },
  {
    name: 'import',
    usage: '',
    description: 'How posts of other systems are imported',
    flags: [],
    load: async () => (await import('./missing-gem.ts')).runImport,
  },
];
