/** What the gem htmlcompressor can be told, by its own names. */
export interface HtmlOptions {
  readonly removeComments: boolean;
  readonly removeMultiSpaces: boolean;
  readonly removeSpacesInsideTags: boolean;
  readonly removeIntertagSpaces: boolean;
  readonly removeQuotes: boolean;
  readonly simpleDoctype: boolean;
  readonly removeScriptAttributes: boolean;
  readonly removeStyleAttributes: boolean;
  readonly removeLinkAttributes: boolean;
  readonly removeFormAttributes: boolean;
  readonly removeInputAttributes: boolean;
  readonly simpleBooleanAttributes: boolean;
  readonly removeJavascriptProtocol: boolean;
  readonly removeHttpProtocol: boolean;
  readonly removeHttpsProtocol: boolean;
  readonly preserveLineBreaks: boolean;
  /** The types of scripts that are templates and compressed as HTML. */
  readonly templateTypes: readonly string[];
  /** Patterns with the flag `g`: what matches them stays as it is. */
  readonly preservePatterns: readonly RegExp[];
  /** Compresses a script; null if scripts stay as they are. */
  readonly compressScript: ((source: string) => string) | null;
  /** Compresses a style sheet; null if style sheets stay as they are. */
  readonly compressStyle: ((source: string) => string) | null;
}

/** What htmlcompressor does unless it is told otherwise. */
export const USUAL_HTML_OPTIONS: HtmlOptions = {
  removeComments: true,
  removeMultiSpaces: true,
  removeSpacesInsideTags: true,
  removeIntertagSpaces: false,
  removeQuotes: false,
  simpleDoctype: false,
  removeScriptAttributes: false,
  removeStyleAttributes: false,
  removeLinkAttributes: false,
  removeFormAttributes: false,
  removeInputAttributes: false,
  simpleBooleanAttributes: false,
  removeJavascriptProtocol: false,
  removeHttpProtocol: false,
  removeHttpsProtocol: false,
  preserveLineBreaks: false,
  templateTypes: [],
  preservePatterns: [],
  compressScript: null,
  compressStyle: null,
};
