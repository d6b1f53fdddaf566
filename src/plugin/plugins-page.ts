import { packageFile } from '../util/program/package-file.ts';

/** The page that explains how to write a plugin: its path, because the command is used far from the folder that it is in. */
export const pluginsPage = (): string => packageFile('docs', 'plugins.md');
