import { Drop } from './drop.ts';

/** `forloop` or `tablerowloop`: of a key it does not know it has no such method, which `strict_variables` tells. */
export abstract class LoopDrop extends Drop {
  /** What every loop tells of its position. */
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
