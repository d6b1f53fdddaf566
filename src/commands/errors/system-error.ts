import { existsSync } from 'node:fs';
import { UttersonError } from '../../errors.ts';
import { isLink } from '../../util/files/missing.ts';
import { withSlashes } from '../../util/files/paths.ts';

const FORBIDDEN = 'cannot be read or written by this user';
const RIGHTS =
  'Change its owner or permissions. A file of the source can be left out with exclude:, and --destination chooses another folder for the output.';
const NO_PLACE = [
  'cannot be created: folders cannot be made on this disk',
  'Choose another folder with --destination.',
] as const;
const FILE_IN_THE_WAY =
  'If it is the output of another page, give one of the two another permalink. Otherwise remove the file, or choose another folder with --destination.';
const DEAD_LINK = [
  'is a link to something that does not exist',
  'Remove it, or create the folder it points to.',
] as const;

/** Node puts this character in place of what is not UTF-8, and no file has the resulting name. */
const NOT_UTF8 = '\ufffd';
const UNREADABLE_NAME = [
  'has a name that is not UTF-8',
  'Jekyll cannot read it either. Rename the file, or remove it.',
] as const;

/** What error codes of the file system mean for somebody who builds a site, and what to do. */
const MEANINGS: Readonly<Record<string, readonly [message: string, hint: string]>> = {
  EACCES: [FORBIDDEN, RIGHTS],
  EPERM: [FORBIDDEN, RIGHTS],
  ENOENT: ['does not exist', 'Does its folder exist? If something removed it during the build, build again.'],
  EROFS: ['is on a read-only disk', 'Choose another folder with --destination.'],
  EEXIST: ['is a file where a folder is needed', FILE_IN_THE_WAY],
  ENOTDIR: ['leads through a file where a folder is needed', FILE_IN_THE_WAY],
  EBUSY: ['is in use by another program', 'Close what has it open, and build again.'],
  ELOOP: ['is a link that leads back to itself', 'Remove it, or point it at a file.'],
  EISDIR: ['is a folder where a file has to be written', 'Remove that folder, or give the page another permalink.'],
  ENOSPC: ['does not fit: the disk is full', 'Free some space, or choose a folder on another disk with --destination.'],
  ENAMETOOLONG: ['has a name that is too long for the disk', 'Give the page a shorter title or permalink.'],
  EMFILE: ['cannot be opened: too many files are open', 'Raise the limit of open files: ulimit -n 4096.'],
};

/** Explains an error of the file system, also if it was raised while a page was rendered; `undefined` for any other error. */
export function explainSystemError(error: unknown): UttersonError | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error instanceof UttersonError) {
    return error.code === 'LiquidException' ? explainSystemError(error.cause) : undefined;
  }
  if (!('code' in error) || !('path' in error)) return undefined;
  const path = 'dest' in error && typeof error.dest === 'string' ? error.dest : String(error.path);
  const [message, hint] = meaningOf(error.code, path, 'syscall' in error ? error.syscall : undefined);
  if (message === undefined || hint === undefined) return undefined;
  return new UttersonError('FileSystemError', `${withSlashes(path)} ${message}.`, { hint, cause: error });
}

function meaningOf(code: unknown, path: string, call: unknown): readonly string[] {
  if ((code === 'ENOENT' || code === 'EEXIST') && isLink(path) && !existsSync(path)) return DEAD_LINK;
  if (code === 'ENOENT' && path.includes(NOT_UTF8)) return UNREADABLE_NAME;
  return code === 'ENOENT' && call === 'mkdir' ? NO_PLACE : (MEANINGS[String(code)] ?? []);
}
