import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dig, type Site, UttersonError } from '../../plugin/plugin.ts';
import { findProgram } from './find-program.ts';

const OUTPUT_LIMIT = 1 << 30;
const TITLE_END = '</title>';
const LINK = '<link';
const CUSTOM_STYLE = /href="custom.css">/;

/** The path of the program that converts notebooks; undefined if it is not installed. */
export const findJupyter = (site: Site): string | undefined => findProgram('jupyter', site);

/**
 * The HTML of a notebook, by `jupyter nbconvert`. The gem gives the file a random name, which shows as the title; here it
 * is always `notebook`.
 */
export function convertNotebook(content: string, site: Site): string {
  const settings = dig(site.config, 'jupyter_notebook');
  const isOff = (key: string) => {
    const value = dig(settings, key);
    return value === false || value === null;
  };
  const options = [...(isOff('input') ? ['--no-input'] : []), ...(isOff('prompt') ? ['--no-prompt'] : [])];
  const folder = mkdtempSync(join(tmpdir(), 'utterson-notebook-'));
  try {
    const file = join(folder, 'notebook.ipynb');
    writeFileSync(file, content);
    const html = runJupyter(['nbconvert', '--to', 'html', '--stdout', ...options, file], site);
    return choosePart(withoutCustomStyle(html), dig(settings, 'content'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runJupyter(words: readonly string[], site: Site): string {
  const program = findJupyter(site);
  if (program === undefined) {
    throw new UttersonError('MissingDependency', 'The program jupyter, which converts notebooks, is not installed.', {
      hint: 'Install it with pip install nbconvert, or remove the front matter of the notebook: then it is copied.',
    });
  }
  const { status, stdout, stderr, error } = spawnSync(program, words, {
    encoding: 'utf8',
    maxBuffer: OUTPUT_LIMIT,
    env: site.variables,
  });
  if (error !== undefined) {
    throw new UttersonError('MissingDependency', `The program ${program} cannot be run: ${error.message}`, {
      hint: 'Install it once more, with pip install nbconvert.',
      cause: error,
    });
  }
  // As in the gem, the page has what the program has printed, which may be nothing.
  if (status !== 0) site.log.warn('Jupyter:', `nbconvert has failed: ${stderr.trim().split('\n').at(-1)}`);
  return stdout;
}

/** Removes the first link to a style sheet `custom.css`. */
function withoutCustomStyle(html: string): string {
  let start = 0;
  for (const line of html.split('\n')) {
    const link = line.indexOf(LINK);
    // At least one character is between the two.
    const rest = link === -1 ? '' : line.slice(link + LINK.length + 1);
    const found = CUSTOM_STYLE.exec(rest);
    if (found !== null) {
      const end = start + link + LINK.length + 1 + found.index + found[0].length;
      return html.slice(0, start + link) + html.slice(end);
    }
    start += line.length + 1;
  }
  return html;
}

/** The part of the HTML that `content:` asks for: `body` with the styles in front of it, or `body-without-style`. */
function choosePart(html: string, content: unknown): string {
  if (content === 'body') {
    return upTo(withoutFirst(withoutFirst(after(html, TITLE_END), '</head>'), '<body>'), '</body>');
  }
  return content === 'body-without-style' ? upTo(after(html, '<body>'), '</body>') : html;
}

function after(text: string, mark: string): string {
  const at = text.indexOf(mark);
  return at === -1 ? text : text.slice(at + mark.length);
}

function upTo(text: string, mark: string): string {
  const at = text.indexOf(mark);
  return at === -1 ? text : text.slice(0, at);
}

const withoutFirst = (text: string, mark: string): string => text.replace(mark, '');
