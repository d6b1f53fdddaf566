import { Drop } from './drop.ts';

/** `forloop`: where a loop is. */
export class ForloopDrop extends Drop {
  private index = 0;

  constructor(
    private readonly name: string,
    private readonly length: number,
    private readonly parent: Drop | undefined,
  ) {
    super();
  }

  override get rubyClass(): string {
    return 'Liquid::ForloopDrop';
  }

  /** Goes on to the next turn. */
  advance(): void {
    this.index++;
  }

  get(key: unknown): unknown {
    switch (key) {
      case 'name':
        return this.name;
      case 'length':
        return this.length;
      case 'parentloop':
        return this.parent;
      default:
        return loopPosition(key, this.index, this.length);
    }
  }
}

/** What `forloop` and `tablerowloop` tell alike of a position. */
export function loopPosition(key: unknown, index: number, length: number): number | boolean | undefined {
  switch (key) {
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
