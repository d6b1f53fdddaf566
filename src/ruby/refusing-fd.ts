import type * as shim from '@bjorn3/browser_wasi_shim';

/** The package that gives the interpreter a file system. */
export type FileSystemPackage = typeof shim;
export type Fd = shim.Fd;
export type Inode = shim.Inode;

/** WASI's words for values, and its numbers for errors and kinds. */
export type Wasi = typeof shim.wasi;

const nothing = new Uint8Array();

/** An open file or folder that can do nothing: what one can do, its class says. */
export abstract class RefusingFd implements Fd {
  protected readonly wasi: Wasi;

  constructor(wasi: Wasi) {
    this.wasi = wasi;
  }

  protected get refusal(): number {
    return this.wasi.ERRNO_NOTSUP;
  }

  fd_close(): number {
    return this.wasi.ERRNO_SUCCESS;
  }

  fd_sync(): number {
    return this.wasi.ERRNO_SUCCESS;
  }

  fd_allocate(_offset: bigint, _length: bigint): number {
    return this.refusal;
  }

  fd_fdstat_get(): ReturnType<Fd['fd_fdstat_get']> {
    return { ret: this.refusal, fdstat: null };
  }

  fd_fdstat_set_flags(_flags: number): number {
    return this.refusal;
  }

  fd_fdstat_set_rights(_own: bigint, _inherited: bigint): number {
    return this.refusal;
  }

  fd_filestat_get(): ReturnType<Fd['fd_filestat_get']> {
    return { ret: this.refusal, filestat: null };
  }

  fd_filestat_set_size(_size: bigint): number {
    return this.refusal;
  }

  fd_filestat_set_times(_accessed: bigint, _modified: bigint, _flags: number): number {
    return this.wasi.ERRNO_SUCCESS;
  }

  fd_pread(_size: number, _offset: bigint): ReturnType<Fd['fd_pread']> {
    return { ret: this.refusal, data: nothing };
  }

  fd_prestat_get(): ReturnType<Fd['fd_prestat_get']> {
    return { ret: this.refusal, prestat: null };
  }

  fd_pwrite(_data: Uint8Array, _offset: bigint): ReturnType<Fd['fd_pwrite']> {
    return { ret: this.refusal, nwritten: 0 };
  }

  fd_read(_size: number): ReturnType<Fd['fd_read']> {
    return { ret: this.refusal, data: nothing };
  }

  fd_readdir_single(_cookie: bigint): ReturnType<Fd['fd_readdir_single']> {
    return { ret: this.refusal, dirent: null };
  }

  fd_seek(_offset: bigint, _whence: number): ReturnType<Fd['fd_seek']> {
    return { ret: this.refusal, offset: 0n };
  }

  fd_tell(): ReturnType<Fd['fd_tell']> {
    return { ret: this.refusal, offset: 0n };
  }

  fd_write(_data: Uint8Array): ReturnType<Fd['fd_write']> {
    return { ret: this.refusal, nwritten: 0 };
  }

  path_create_directory(_path: string): number {
    return this.refusal;
  }

  path_filestat_get(_flags: number, _path: string): ReturnType<Fd['path_filestat_get']> {
    return { ret: this.refusal, filestat: null };
  }

  path_filestat_set_times(_flags: number, _path: string): number {
    return this.refusal;
  }

  path_link(..._args: Parameters<Fd['path_link']>): number {
    return this.refusal;
  }

  path_unlink(_path: string): ReturnType<Fd['path_unlink']> {
    return { ret: this.refusal, inode_obj: null };
  }

  path_lookup(_path: string, _flags: number): ReturnType<Fd['path_lookup']> {
    return { ret: this.refusal, inode_obj: null };
  }

  path_open(..._args: Parameters<Fd['path_open']>): ReturnType<Fd['path_open']> {
    return { ret: this.refusal, fd_obj: null };
  }

  path_readlink(_path: string): ReturnType<Fd['path_readlink']> {
    return { ret: this.refusal, data: null };
  }

  path_remove_directory(_path: string): number {
    return this.refusal;
  }

  path_rename(_from: string, _folder: number, _to: string): number {
    return this.refusal;
  }

  path_unlink_file(_path: string): number {
    return this.refusal;
  }
}
