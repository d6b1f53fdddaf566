/** The 32-bit integers in some bytes, without a copy if the bytes are aligned. */
export function integersIn(bytes: Uint8Array): Int32Array {
  const { buffer, byteOffset, length } = aligned(bytes, Int32Array.BYTES_PER_ELEMENT);
  return new Int32Array(buffer, byteOffset, length / Int32Array.BYTES_PER_ELEMENT);
}

/** The same for 64-bit floats. */
export function floatsIn(bytes: Uint8Array): Float64Array {
  const { buffer, byteOffset, length } = aligned(bytes, Float64Array.BYTES_PER_ELEMENT);
  return new Float64Array(buffer, byteOffset, length / Float64Array.BYTES_PER_ELEMENT);
}

/** Typed arrays have to start at a multiple of their element size. */
function aligned(bytes: Uint8Array, size: number): Uint8Array {
  return bytes.byteOffset % size === 0 ? bytes : new Uint8Array(bytes);
}
