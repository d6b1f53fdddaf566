import { Drop } from './drop.ts';

/** `forloop` or `tablerowloop`; with `strict_variables` an unknown key is an undefined method rather than a variable. */
export abstract class LoopDrop extends Drop {
  /** The keys that both kinds of loop have. */
  protected position(key: unknown, index: number, length: number): number | boolean | undefined {
    switch (key) {
      case 'length':
        return length;
      case 'index':
        return index + 1;
      case 'index0':
        return index;
      case 'rindex':
        return length - index;
      case 'rindex0':
        return length - index - 1;
      case 'first':
        return index === 0;
      case 'last':
        return index === length - 1;
      default:
        return undefined;
    }
  }
}
