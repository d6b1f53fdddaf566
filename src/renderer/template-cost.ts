/** What all renders of one template have cost in a build. */
export interface TemplateCost {
  readonly path: string;
  readonly count: number;
  /** Of what came out, all renders together. */
  readonly bytes: number;
  readonly seconds: number;
}
