import { expect, test } from 'vitest';
import { editorLink } from '../../src/server/editor-link.ts';

const PLACE = { path: '/my site/c#/a&b=1?.md', line: 3, column: 2 };

test.each([
  [{}, 'vscode://file/my%20site/c%23/a%26b%3D1%3F.md:3:2'],
  [{ EDITOR: '/usr/bin/subl -w' }, 'subl://open?url=file:///my%20site/c%23/a%26b%3D1%3F.md&line=3&column=2'],
  [{ VISUAL: 'idea.exe', EDITOR: 'vim' }, 'idea://open?file=/my%20site/c%23/a%26b%3D1%3F.md&line=3&column=2'],
  [{ EDITOR: 'vim' }, 'vscode://file/my%20site/c%23/a%26b%3D1%3F.md:3:2'],
  [{ EDITOR: 'constructor' }, 'vscode://file/my%20site/c%23/a%26b%3D1%3F.md:3:2'],
  [{ UTTERSON_EDITOR_URL: 'my://{path}?{line}', EDITOR: 'code' }, 'my:///my%20site/c%23/a%26b%3D1%3F.md?3'],
])('the link to a file with signs in its path, with %j', (environment, link) => {
  expect(editorLink(PLACE, environment)).toBe(link);
});

test('a path of Windows keeps its drive, and a place without a line is the beginning', () => {
  expect(editorLink({ path: 'C:\\my site\\a.md' }, {})).toBe('vscode://file/C:/my%20site/a.md:1:1');
});
