export declare const PATTERNS: ReadonlyMap<string, (size: number) => string>;
export declare const NESTED: ReadonlyMap<string, string>;
