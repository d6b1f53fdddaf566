import { type Fd, RefusingFd } from './refusing-fd.ts';
import type { RubyFiles } from './ruby-files.ts';

/** A file that Ruby code has opened, for reading or for writing. */
export class RubyOpenFile extends RefusingFd {
  readonly #files: RubyFiles;
  readonly #path: string;
  readonly #isAppended: boolean;
  #position = 0;
  /** The contents, with room for more after them. */
  #buffer: Uint8Array | undefined;
  #size = 0;
  #isOwn = false;

  /** @param isAppended whether everything is written to the end */
  constructor(files: RubyFiles, path: string, isAppended: boolean) {
    super(files.wasi);
    this.#files = files;
    this.#path = path;
    this.#isAppended = isAppended;
  }

  get #contents(): Uint8Array {
    if (this.#buffer === undefined) {
      this.#buffer = this.#files.workspace.read(this.#path);
      this.#size = this.#buffer.length;
    }
    return this.#buffer.subarray(0, this.#size);
  }

  override fd_fdstat_get(): ReturnType<Fd['fd_fdstat_get']> {
    return { ret: this.wasi.ERRNO_SUCCESS, fdstat: new this.wasi.Fdstat(this.wasi.FILETYPE_REGULAR_FILE, 0) };
  }

  override fd_filestat_get(): ReturnType<Fd['fd_filestat_get']> {
    const filestat = this.#files.statOf(this.#path);
    return { ret: filestat === null ? this.wasi.ERRNO_NOENT : this.wasi.ERRNO_SUCCESS, filestat };
  }

  override fd_read(size: number): ReturnType<Fd['fd_read']> {
    const { data } = this.fd_pread(size, BigInt(this.#position));
    this.#position += data.length;
    return { ret: this.wasi.ERRNO_SUCCESS, data };
  }

  override fd_pread(size: number, offset: bigint): ReturnType<Fd['fd_pread']> {
    const start = Number(offset);
    return { ret: this.wasi.ERRNO_SUCCESS, data: this.#contents.subarray(start, start + size) };
  }

  override fd_seek(offset: bigint, whence: number): ReturnType<Fd['fd_seek']> {
    const starts = new Map([
      [this.wasi.WHENCE_SET, 0],
      [this.wasi.WHENCE_CUR, this.#position],
      [this.wasi.WHENCE_END, this.#contents.length],
    ]);
    const position = (starts.get(whence) ?? Number.NaN) + Number(offset);
    if (!(position >= 0)) return { ret: this.wasi.ERRNO_INVAL, offset: 0n };
    this.#position = position;
    return this.fd_tell();
  }

  override fd_tell(): ReturnType<Fd['fd_tell']> {
    return { ret: this.wasi.ERRNO_SUCCESS, offset: BigInt(this.#position) };
  }

  override fd_write(data: Uint8Array): ReturnType<Fd['fd_write']> {
    if (this.#isAppended) this.#position = this.#contents.length;
    const result = this.fd_pwrite(data, BigInt(this.#position));
    this.#position += result.nwritten;
    return result;
  }

  override fd_pwrite(data: Uint8Array, offset: bigint): ReturnType<Fd['fd_pwrite']> {
    if (!this.#files.workspace.isWritable(this.#path)) return { ret: this.wasi.ERRNO_BADF, nwritten: 0 };
    const start = Number(offset);
    this.#resize(Math.max(this.#contents.length, start + data.length)).set(data, start);
    this.#save();
    return { ret: this.wasi.ERRNO_SUCCESS, nwritten: data.length };
  }

  override fd_filestat_set_size(size: bigint): number {
    if (!this.#files.workspace.isWritable(this.#path)) return this.wasi.ERRNO_BADF;
    this.#resize(Number(size));
    this.#save();
    return this.wasi.ERRNO_SUCCESS;
  }

  override fd_allocate(offset: bigint, length: bigint): number {
    return this.fd_filestat_set_size(BigInt(Math.max(this.#contents.length, Number(offset + length))));
  }

  /** A buffer that may be written to, with at least this size. */
  #resize(size: number): Uint8Array {
    const before = this.#contents;
    let buffer = this.#buffer ?? before;
    if (!this.#isOwn || size > buffer.length) {
      // With room to grow, so that a file that is written in many pieces is not copied for each.
      buffer = new Uint8Array(this.#isOwn ? 2 * size : size);
      buffer.set(before.subarray(0, size));
    }
    buffer.fill(0, Math.min(before.length, size), before.length);
    this.#buffer = buffer;
    this.#isOwn = true;
    this.#size = size;
    return buffer;
  }

  #save(): void {
    this.#files.workspace.write(this.#path, this.#contents);
  }
}
