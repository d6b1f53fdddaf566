import { expect, test } from 'vitest';
import { homeFolder } from '../../src/util/files/home-folder.ts';

test('the home folder is that of the environment, or else that of the system; a user whom it does not know has none', () => {
  const unknown = (): string => {
    throw new Error('uv_os_homedir returned ENOENT');
  };
  expect(homeFolder({ HOME: '/home/mary' }, unknown)).toBe('/home/mary');
  expect(homeFolder({ HOME: '' }, () => 'C:\\Users\\mary')).toBe(
    process.platform === 'win32' ? 'C:/Users/mary' : 'C:\\Users\\mary',
  );
  expect(homeFolder({}, unknown)).toBeUndefined();
});
