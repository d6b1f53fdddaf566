/**
 * An exact decimal number, Ruby's BigDecimal: with it, `0.1 | plus: 0.2` is 0.3.
 */
export class Decimal {
  /** The value `digits / 10 ** scale`; the scale is never negative. */
  constructor(
    readonly digits: bigint,
    readonly scale: number,
  ) {}

  /**
   * Parses a number, with or without an exponent.
   *
   * @example
   * Decimal.parse('1.50') // Decimal { digits: 150n, scale: 2 }
   */
  static parse(text: string): Decimal {
    const [mantissa = '0', exponentText = '0'] = text.trim().toLowerCase().split('e');
    const [whole = '0', fraction = ''] = mantissa.split('.');
    const exponent = Number(exponentText);
    const digits = BigInt(whole + fraction);
    const scale = fraction.length - exponent;
    return scale >= 0 ? new Decimal(digits, scale) : new Decimal(digits * 10n ** BigInt(-scale), 0);
  }

  static fromInteger(value: bigint): Decimal {
    return new Decimal(value, 0);
  }

  plus(other: Decimal): Decimal {
    const scale = Math.max(this.scale, other.scale);
    return new Decimal(this.#digitsAt(scale) + other.#digitsAt(scale), scale);
  }

  minus(other: Decimal): Decimal {
    return this.plus(new Decimal(-other.digits, other.scale));
  }

  times(other: Decimal): Decimal {
    return new Decimal(this.digits * other.digits, this.scale + other.scale);
  }

  /** The quotient, truncated far beyond the precision of a Float; the divisor must not be zero. */
  dividedBy(other: Decimal): Decimal {
    const extra = QUOTIENT_DIGITS + other.digits.toString().length;
    const scaled = this.digits * 10n ** BigInt(extra + other.scale);
    return new Decimal(scaled / other.digits, this.scale + extra);
  }

  /** The remainder, with the sign of the divisor, which must not be zero. */
  modulo(other: Decimal): Decimal {
    const scale = Math.max(this.scale, other.scale);
    const divisor = other.#digitsAt(scale);
    const rest = this.#digitsAt(scale) % divisor;
    const hasOtherSign = rest !== 0n && rest < 0n !== divisor < 0n;
    return new Decimal(hasOtherSign ? rest + divisor : rest, scale);
  }

  /** Rounds to this many digits after the point, or before it if negative; halves are rounded away from zero. */
  round(places: number): Decimal {
    if (places >= this.scale) return this;
    // With a unit far above the number nothing remains, and the unit itself may be too large to compute.
    if (places < 0 && this.scale - places > this.digits.toString().length + 1) return new Decimal(0n, 0);
    const unit = 10n ** BigInt(this.scale - places);
    const magnitude = this.digits < 0n ? -this.digits : this.digits;
    const rounded = ((magnitude + unit / 2n) / unit) * (this.digits < 0n ? -1n : 1n);
    return places >= 0 ? new Decimal(rounded, places) : new Decimal(rounded * 10n ** BigInt(-places), 0);
  }

  /** The largest integer that is not greater. */
  floor(): bigint {
    const unit = 10n ** BigInt(this.scale);
    const whole = this.digits / unit;
    return this.digits < 0n && whole * unit !== this.digits ? whole - 1n : whole;
  }

  ceil(): bigint {
    return -new Decimal(-this.digits, this.scale).floor();
  }

  truncate(): bigint {
    return this.digits / 10n ** BigInt(this.scale);
  }

  compareTo(other: Decimal): number {
    const difference = this.minus(other).digits;
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  }

  /** The nearest double. */
  toNumber(): number {
    return Number(`${this.digits}e${-this.scale}`);
  }

  #digitsAt(scale: number): bigint {
    return this.digits * 10n ** BigInt(scale - this.scale);
  }
}

const QUOTIENT_DIGITS = 40;
