/** Stops this thread for some milliseconds: nothing else runs in it meanwhile, no timer and no other event. */
export function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
