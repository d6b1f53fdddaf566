/** The HTML of recently converted texts. When its room is used up, those that were not asked for since the last time are dropped. */
export class ConvertedTexts {
  readonly #most: number;
  #recent = new Map<string, string>();
  #before = new Map<string, string>();
  #room: number;

  /** @param most the number of characters, of texts and HTML, in each of two generations */
  constructor(most: number) {
    this.#most = most;
    this.#room = most;
  }

  get(text: string): string | undefined {
    return this.#recent.get(text) ?? this.#before.get(text);
  }

  keep(text: string, html: string): void {
    if (this.#recent.has(text)) return;
    this.#room -= text.length + html.length;
    if (this.#room < 0) this.startGeneration();
    this.#recent.set(text, html);
  }

  /** What was asked for in the last generation is kept for one more, the rest is dropped. */
  startGeneration(): void {
    this.#before = this.#recent;
    this.#recent = new Map();
    this.#room = this.#most;
  }
}
