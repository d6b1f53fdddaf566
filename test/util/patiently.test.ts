import { expect, test } from 'vitest';
import { patiently } from '../../src/util/files/patiently.ts';

/** An action that the system refuses some times before it does it. */
function refused(times: number, code: string): { readonly act: () => number; readonly attempts: () => number } {
  let attempts = 0;
  const act = () => {
    attempts++;
    if (attempts <= times) throw Object.assign(new Error(code), { code });
    return attempts;
  };
  return { act, attempts: () => attempts };
}

test.each(['EBUSY', 'EPERM', 'EACCES'])('on Windows, what %s refuses is tried again', (code) => {
  expect(patiently(refused(2, code).act, 'win32')).toBe(3);
});

test('on Windows, what stays refused is an error', () => {
  const { act, attempts } = refused(100, 'EBUSY');
  expect(() => patiently(act, 'win32')).toThrow('EBUSY');
  expect(attempts()).toBe(7);
});

test.each([
  ['win32', 'ENOENT'],
  ['linux', 'EACCES'],
])('on %s, %s is final', (platform, code) => {
  const { act, attempts } = refused(1, code);
  expect(() => patiently(act, platform)).toThrow(code);
  expect(attempts()).toBe(1);
});
