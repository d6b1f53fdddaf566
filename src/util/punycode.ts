import { isAscii } from './values/ruby-text.ts';

/** The parameters of Punycode, as RFC 3492 names them. */
const BASE = 36;
const T_MIN = 1;
const T_MAX = 26;
const SKEW = 38;
const DAMP = 700;
const FIRST_BIAS = 72;
const FIRST_CODE = 128;

/**
 * A host name in ASCII: labels with other characters are encoded in Punycode (RFC 3492). Dots at the end of such a name are lost, as in
 * Addressable, because Ruby's `split` leaves out the empty labels behind them.
 *
 * @example
 * hostToAscii('bücher.example') // 'xn--bcher-kva.example'
 */
export function hostToAscii(host: string): string {
  if (isAscii(host)) return host;
  const labels = host.replace(/\.+$/, '').split('.');
  return labels.map((label) => (isAscii(label) ? label : `xn--${encode(label.normalize('NFKC'))}`)).join('.');
}

function encode(label: string): string {
  const codes = [...label].map((character) => character.codePointAt(0) ?? 0);
  const basic = codes.filter((code) => code < FIRST_CODE);
  let output = String.fromCharCode(...basic) + (basic.length > 0 ? '-' : '');
  let [code, delta, bias, handled] = [FIRST_CODE, 0, FIRST_BIAS, basic.length];
  while (handled < codes.length) {
    const next = Math.min(...codes.filter((other) => other >= code));
    delta += (next - code) * (handled + 1);
    code = next;
    for (const other of codes) {
      if (other < code) delta++;
      if (other !== code) continue;
      output += encodeNumber(delta, bias);
      bias = adapt(delta, handled + 1, handled === basic.length);
      delta = 0;
      handled++;
    }
    delta++;
    code++;
  }
  return output;
}

const digit = (value: number): string => String.fromCharCode(value < 26 ? value + 97 : value + 22);

function encodeNumber(number: number, bias: number): string {
  let rest = number;
  let output = '';
  for (let place = BASE; ; place += BASE) {
    const threshold = Math.min(Math.max(place - bias, T_MIN), T_MAX);
    if (rest < threshold) return output + digit(rest);
    output += digit(threshold + ((rest - threshold) % (BASE - threshold)));
    rest = Math.floor((rest - threshold) / (BASE - threshold));
  }
}

function adapt(delta: number, points: number, isFirst: boolean): number {
  let rest = isFirst ? Math.floor(delta / DAMP) : Math.floor(delta / 2);
  rest += Math.floor(rest / points);
  let place = 0;
  while (rest > ((BASE - T_MIN) * T_MAX) / 2) {
    rest = Math.floor(rest / (BASE - T_MIN));
    place += BASE;
  }
  return place + Math.floor(((BASE - T_MIN + 1) * rest) / (rest + SKEW));
}
