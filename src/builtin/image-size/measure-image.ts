import { Float, UttersonError } from '../../plugin/plugin.ts';

/** Width and height; of a drawing, one of them may be calculated. */
export type ImageSize = readonly [width: number | Float, height: number | Float];

type Kind = 'png' | 'gif' | 'jpeg' | 'webp' | 'bmp' | 'ico' | 'svg';

/** Where a drawing has to begin, and in which steps it is looked for. */
const FIRST_CHARACTERS = 1000;
const STEP = 10;

const MEASURES: Readonly<Record<Kind, (bytes: Buffer) => ImageSize | undefined>> = {
  png: (bytes) => [bytes.readUInt32BE(16), bytes.readUInt32BE(20)],
  gif: (bytes) => [bytes.readUInt16LE(6), bytes.readUInt16LE(8)],
  bmp: measureBitmap,
  ico: measureIcon,
  jpeg: measureJpeg,
  webp: measureWebp,
  svg: measureDrawing,
};

/**
 * The size of a picture, as the gem fastimage 2.4 finds it; undefined if the file is no picture or broken.
 *
 * @throws {UttersonError} for kinds of pictures that are not known here
 */
export function measureImage(data: Uint8Array): ImageSize | undefined {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  const kind = kindOf(bytes);
  if (kind === undefined) return undefined;
  try {
    return MEASURES[kind](bytes);
  } catch (error) {
    // The file ends too early.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function kindOf(bytes: Buffer): Kind | undefined {
  const start = bytes.toString('latin1', 0, 12);
  if (start.startsWith('BM')) return 'bmp';
  if (start.startsWith('GI')) return 'gif';
  if (start.startsWith('\xff\xd8')) return 'jpeg';
  if (start.startsWith('\x89P')) return 'png';
  if (start.startsWith('RI')) return start.slice(8) === 'WEBP' ? 'webp' : undefined;
  if (/^\0\0[\x01\x02]/.test(start)) return 'ico';
  const isOther = /^(?:8BPS|\xff\x0a|.{4}(?:ftyp(?:avi[fs]|heic|mif1)|JXL)|II\*\0|MM\0\*)/s.test(start);
  if (isOther) throw unknownKind();
  return isDrawing(bytes, start) ? 'svg' : undefined;
}

function unknownKind(): UttersonError {
  return new UttersonError('UnknownImageKind', 'TIFF, PSD, AVIF, HEIC and JPEG XL are not measured here.', {
    hint: 'PNG, JPEG, GIF, WebP, BMP, ICO and SVG are.',
  });
}

function isDrawing(bytes: Buffer, start: string): boolean {
  if (start.startsWith('<s')) return start.startsWith('<svg');
  if (!/^(?:\s\s|\s<|<[?!]|\xef\xbb)/.test(start)) return false;
  const length = Math.min(FIRST_CHARACTERS, bytes.length - (bytes.length % STEP));
  return bytes.subarray(0, length).includes('<svg');
}

function measureBitmap(bytes: Buffer): ImageSize {
  if (bytes.readUInt8(14) === 12) return [bytes.readUInt16LE(18), bytes.readUInt16LE(20)];
  // A negative height says that the rows begin at the top.
  return [bytes.readInt32LE(18), Math.abs(bytes.readInt32LE(22))];
}

/** The largest of the pictures in the file. */
function measureIcon(bytes: Buffer): ImageSize | undefined {
  const sizes = Array.from({ length: bytes.readUInt16LE(4) }, (_, index): [number, number] => {
    const at = 6 + 16 * index;
    return [bytes.readUInt8(at) || 256, bytes.readUInt8(at + 1) || 256];
  });
  return sizes.sort(([a, b], [c, d]) => a * b - c * d).at(-1);
}

const FRAME_MARKERS: ReadonlySet<number> = new Set([
  0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf,
]);
const EXIF_MARKER = 0xe1;

function measureJpeg(bytes: Buffer): ImageSize {
  let isTurned: boolean | undefined;
  let at = 2;
  for (;;) {
    while (bytes.readUInt8(at) !== 0xff) at++;
    while (bytes.readUInt8(at) === 0xff) at++;
    const marker = bytes.readUInt8(at++);
    if (FRAME_MARKERS.has(marker)) {
      const height = bytes.readUInt16BE(at + 3);
      const width = bytes.readUInt16BE(at + 5);
      return isTurned === true ? [height, width] : [width, height];
    }
    const length = bytes.readUInt16BE(at);
    if (marker === EXIF_MARKER && bytes.toString('latin1', at + 2, at + 6) === 'Exif') {
      isTurned ??= isTurnedBy(bytes.subarray(at + 8, at + length));
    }
    at += length;
  }
}

const ORIENTATION = 0x0112;
const FIRST_TURNED = 5;

/** Whether EXIF data says that the picture lies on its side; undefined if the data is broken. */
function isTurnedBy(exif: Buffer): boolean | undefined {
  const order = exif.toString('latin1', 0, 2);
  if (order !== 'II' && order !== 'MM') return undefined;
  const short = (at: number) => (order === 'II' ? exif.readUInt16LE(at) : exif.readUInt16BE(at));
  const long = (at: number) => (order === 'II' ? exif.readUInt32LE(at) : exif.readUInt32BE(at));
  try {
    const start = long(4);
    for (let entry = 0; entry < short(start); entry++) {
      const at = start + 2 + 12 * entry;
      if (short(at) === ORIENTATION) return (short(at + 2) === 4 ? long(at + 8) : short(at + 8)) >= FIRST_TURNED;
    }
    return false;
  } catch {
    return undefined;
  }
}

function measureWebp(bytes: Buffer): ImageSize | undefined {
  const format = bytes.toString('latin1', 12, 16);
  if (format === 'VP8 ') return [bytes.readUInt16LE(26) & 0x3fff, bytes.readUInt16LE(28) & 0x3fff];
  if (format === 'VP8X') return [1 + bytes.readUIntLE(24, 3), 1 + bytes.readUIntLE(27, 3)];
  if (format !== 'VP8L') return undefined;
  const bits = bytes.readUInt32LE(21);
  return [1 + (bits & 0x3fff), 1 + ((bits >>> 14) & 0x3fff)];
}

const DRAWING_TAG = /<svg\b[^>]*>/;
const ATTRIBUTE = /(\w+)=(?:.([^"]*))?/g;

/**
 * The size that the element `svg` has, or one that follows from its `viewBox`. As in fastimage, an attribute whose name only
 * contains the word counts too, until both lengths are found.
 */
function measureDrawing(bytes: Buffer): ImageSize | undefined {
  const tag = DRAWING_TAG.exec(bytes.toString('utf8'))?.[0];
  if (tag === undefined) return undefined;
  const lengths: { width?: number; height?: number } = {};
  let box: readonly number[] = [];
  for (const [, name = '', value = ''] of tag.matchAll(ATTRIBUTE)) {
    const length = Number(/^\d*/.exec(value)?.[0]);
    if (/width/i.test(name)) lengths.width = length;
    else if (/height/i.test(name)) lengths.height = length;
    else if (/viewbox/i.test(name)) box = value.split(/\s/).map(Number.parseFloat);
    const { width, height } = lengths;
    if (width !== undefined && height !== undefined) return [width, height];
  }
  return sizeFromBox(box, lengths);
}

function sizeFromBox(
  [, , boxWidth = 0, boxHeight = 0]: readonly number[],
  { width, height }: { readonly width?: number; readonly height?: number },
): ImageSize | undefined {
  if (!(boxWidth > 0 && boxHeight > 0)) return undefined;
  const ratio = boxWidth / boxHeight;
  if (width !== undefined) return [width, fraction(width / ratio)];
  if (height !== undefined) return [fraction(height * ratio), height];
  return [Math.trunc(boxWidth), Math.trunc(boxHeight)];
}

const fraction = (value: number): number | Float => (Number.isInteger(value) ? new Float(value) : value);
