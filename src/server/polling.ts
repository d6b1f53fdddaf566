import { isWithin } from '../util/paths.ts';

/** Why the file system of a folder must be asked again and again, because it does not tell of changes by itself. */
export interface PollingReason {
  readonly fileSystem: string;
  readonly mountPoint: string;
}

/**
 * File systems whose far side changes files unnoticed: network folders, a virtual machine's shared folders, Windows' drives seen from
 * WSL 2, a container's bind mounts on macOS.
 */
const SILENT = new Set([
  '9p',
  'drvfs',
  'v9fs',
  'nfs',
  'nfs4',
  'cifs',
  'smb3',
  'smbfs',
  'afs',
  'ncpfs',
  'vboxsf',
  'vmhgfs',
  'prl_fs',
  'virtiofs',
  'fuse.sshfs',
  'fuse.vmhgfs-fuse',
  'fuse.grpcfuse',
  'fuse.osxfs',
  'fuse.rclone',
  'fuse.s3fs',
  'fakeowner',
]);

/**
 * Tells from the text of `/proc/mounts` whether a folder lies on a file system that does not tell of changes.
 *
 * @example
 * findPollingReason('/mnt/c/blog', 'C:\\ /mnt/c 9p rw 0 0') // { fileSystem: '9p', mountPoint: '/mnt/c' }
 */
export function findPollingReason(folder: string, mounts: string): PollingReason | undefined {
  let nearest: PollingReason | undefined;
  for (const line of mounts.split('\n')) {
    const [, point, fileSystem] = line.split(' ');
    if (point === undefined || fileSystem === undefined) continue;
    const mountPoint = point.replace(/\\([0-7]{3})/g, (_, octal: string) =>
      String.fromCharCode(Number.parseInt(octal, 8)),
    );
    // Of two mounts on one point the later lies on top.
    if (isWithin(folder, mountPoint) && mountPoint.length >= (nearest?.mountPoint.length ?? 0))
      nearest = { fileSystem, mountPoint };
  }
  return nearest !== undefined && SILENT.has(nearest.fileSystem) ? nearest : undefined;
}
