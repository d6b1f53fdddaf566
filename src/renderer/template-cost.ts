/** The total cost of a template in a build. */
export interface TemplateCost {
  readonly path: string;
  /** How often it was rendered. */
  readonly count: number;
  /** Size of the output of all renders together. */
  readonly bytes: number;
  readonly seconds: number;
}
