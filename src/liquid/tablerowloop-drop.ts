import { LoopDrop } from './loop-drop.ts';

/** `tablerowloop`: the position in a table. */
export class TablerowloopDrop extends LoopDrop {
  row = 1;
  column = 1;
  private index = 0;

  constructor(
    private readonly length: number,
    private readonly columns: number,
  ) {
    super();
  }

  override get rubyClass(): string {
    return 'Liquid::TablerowloopDrop';
  }

  get isLast(): boolean {
    return this.index === this.length - 1;
  }

  /** Moves on to the next cell. */
  advance(): void {
    this.index++;
    if (this.column === this.columns) {
      this.column = 1;
      this.row++;
    } else {
      this.column++;
    }
  }

  get(key: unknown): unknown {
    switch (key) {
      case 'col':
        return this.column;
      case 'col0':
        return this.column - 1;
      case 'row':
        return this.row;
      case 'col_first':
        return this.column === 1;
      case 'col_last':
        return this.column === this.columns;
      default:
        return this.position(key, this.index, this.length);
    }
  }
}
