import { UttersonError } from '../errors.ts';
import { packageFile } from '../util/program/package-file.ts';
import type { RunCommand } from './command-line/command.ts';

/** `docs`: Jekyll serves its documentation from a gem, which needs Ruby. */
export const runDocs: RunCommand = async () => {
  throw new UttersonError('MissingGem', "The 'docs' command serves the gem 'jekyll-docs', which needs Ruby.", {
    hint:
      'Read https://jekyllrb.com/docs/ instead: what it says about sites applies here too.\n' +
      `The pages about Utterson itself are in ${packageFile('docs')}.`,
  });
};

/** `import`: the importers are a gem as well; the sites they make build here. */
export const runImport: RunCommand = async () => {
  throw new UttersonError('MissingGem', "The 'import' command is the gem 'jekyll-import', which needs Ruby.", {
    hint: 'Run the importer once with Ruby (https://import.jekyllrb.com). The site it makes builds here unchanged.',
  });
};
