/** The 32-bit integers that lie in some bytes, without a copy of them where they begin at a round address. */
export function integersIn(bytes: Uint8Array): Int32Array {
  const { buffer, byteOffset, length } = rounded(bytes, Int32Array.BYTES_PER_ELEMENT);
  return new Int32Array(buffer, byteOffset, length / Int32Array.BYTES_PER_ELEMENT);
}

/** The same for 64-bit floats. */
export function floatsIn(bytes: Uint8Array): Float64Array {
  const { buffer, byteOffset, length } = rounded(bytes, Float64Array.BYTES_PER_ELEMENT);
  return new Float64Array(buffer, byteOffset, length / Float64Array.BYTES_PER_ELEMENT);
}

/** Arrays of numbers have to begin at a multiple of what each takes. */
function rounded(bytes: Uint8Array, size: number): Uint8Array {
  return bytes.byteOffset % size === 0 ? bytes : new Uint8Array(bytes);
}
