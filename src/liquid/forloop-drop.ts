import { LoopDrop } from './loop-drop.ts';

/** `forloop`: the position of a `for` loop. */
export class ForloopDrop extends LoopDrop {
  private index = 0;

  constructor(
    private readonly name: string,
    private readonly length: number,
    private readonly parent: ForloopDrop | undefined,
  ) {
    super();
  }

  override get rubyClass(): string {
    return 'Liquid::ForloopDrop';
  }

  /** Moves on to the next iteration. */
  advance(): void {
    this.index++;
  }

  get(key: unknown): unknown {
    switch (key) {
      case 'name':
        return this.name;
      case 'parentloop':
        return this.parent ?? null;
      default:
        return this.position(key, this.index, this.length);
    }
  }
}
