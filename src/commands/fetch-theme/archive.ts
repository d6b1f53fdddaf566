import { Parser, type ReadEntry } from 'tar';
import { UttersonError } from '../../errors.ts';

/** The regular files of an archive, by path with slashes. */
export type ArchivedFiles = ReadonlyMap<string, Buffer>;

/**
 * Reads a tar archive, gzipped or not. Links, devices and paths that lead out of the archive are left out.
 *
 * @param isWanted whether to keep the file at a path
 * @throws {UttersonError} `DamagedArchive`
 */
export async function readArchive(
  bytes: Buffer,
  isWanted: (path: string) => boolean = () => true,
): Promise<ArchivedFiles> {
  const files = new Map<string, Buffer>();
  const waiting: Promise<void>[] = [];
  const take = (entry: ReadEntry): void => {
    const path = entry.path.replace(/^(?:\.\/)+/, '');
    if (!isPlain(path) || !FILE_TYPES.has(entry.type) || !isWanted(path)) entry.resume();
    else waiting.push(entry.concat().then((content) => void files.set(path, content)));
  };
  await new Promise<void>((resolve, reject) => {
    const parser = new Parser({ strict: true, onReadEntry: take });
    parser.on('end', resolve);
    parser.on('error', (error) => reject(damaged(error)));
    parser.end(bytes);
  });
  await Promise.all(waiting);
  return files;
}

const FILE_TYPES: ReadonlySet<string> = new Set(['File', 'OldFile', 'ContiguousFile']);

/** Whether a path stays inside the folder it is extracted to, on every operating system. */
function isPlain(path: string): boolean {
  return (
    !/^[/\\]|^[a-z]:|[\\\0]/i.test(path) &&
    path.split('/').every((part) => part !== '..' && part !== '.' && part !== '')
  );
}

function damaged(cause: unknown): UttersonError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new UttersonError('DamagedArchive', `The downloaded archive cannot be read: ${reason}`, {
    hint: 'The download may have been cut short. Try again.',
    cause,
  });
}
