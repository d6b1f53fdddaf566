import { isAffirmed, isEmptyVariable, type Variable, variableText } from './variables.ts';

/** What a group or a substitute sees of the variables that its children ask for. */
type ReadObserver = (name: string, value: Variable | string | undefined) => void;

/** One cited work, as a style sees it. */
export class CitedItem {
  readonly #variables: ReadonlyMap<string, Variable>;
  readonly #suppressed = new Set<string>();
  readonly #observers: ReadObserver[] = [];
  readonly type: string;
  readonly locator: string | undefined;
  readonly label: string | undefined;

  constructor(
    type: string,
    variables: ReadonlyMap<string, Variable>,
    place: { locator?: string | undefined; label?: string | undefined } = {},
  ) {
    this.type = type;
    this.#variables = variables;
    this.locator = place.locator;
    this.label = place.label;
  }

  /** A variable, which counts as read: groups are left out if nothing that they read has a value. */
  read(name: string): Variable | undefined {
    const value = this.peek(name);
    this.report(name, value);
    return this.isSuppressed(name) ? undefined : value;
  }

  /** A variable in its short form, if asked for and there is one. */
  readForm(name: string, form: string | undefined): Variable | undefined {
    const short = form === 'short' ? this.read(`${name}-short`) : undefined;
    return short ?? this.read(name);
  }

  /** A variable, without counting as read. */
  peek(name: string): Variable | undefined {
    return this.#variables.get(name);
  }

  report(name: string, value: Variable | string | undefined): void {
    for (const observer of [...this.#observers]) observer(name, value);
  }

  /** Whether a condition takes the variable as present. */
  has(name: string): boolean {
    const variable = this.peek(name);
    return variable !== undefined && !isEmptyVariable(variable) && isAffirmed(variableText(variable));
  }

  isSuppressed(name: string): boolean {
    return this.#suppressed.has(name);
  }

  suppress(names: Iterable<string>): void {
    for (const name of names) this.#suppressed.add(name);
  }

  observe<T>(observer: ReadObserver, action: () => T): T {
    this.#observers.push(observer);
    try {
      return action();
    } finally {
      this.#observers.splice(this.#observers.indexOf(observer), 1);
    }
  }
}
