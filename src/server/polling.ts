import { isWithin } from '../util/files/paths.ts';

/** Why a folder has to be polled: its file system does not report changes. */
interface PollingReason {
  readonly fileSystem: string;
  readonly mountPoint: string;
}

/**
 * File systems on which files are changed from elsewhere without an event: network folders, shared folders of virtual machines,
 * Windows drives in WSL 2, bind mounts of containers on macOS.
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
 * Tells from the text of `/proc/mounts` whether a folder is on a file system that does not report changes.
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
    // Of two mounts at one point, the later one hides the earlier.
    if (isWithin(folder, mountPoint) && mountPoint.length >= (nearest?.mountPoint.length ?? 0))
      nearest = { fileSystem, mountPoint };
  }
  return nearest !== undefined && SILENT.has(nearest.fileSystem) ? nearest : undefined;
}
