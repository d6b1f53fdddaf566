import { BlockBody } from '../block-body.ts';
import type { Context } from '../context.ts';
import type { Liquid } from '../liquid.ts';
import { LiquidError } from '../liquid-error.ts';
import {
  type Emitter,
  type LiquidjsContext,
  LiquidjsParser,
  type LiquidjsTemplate,
  LiquidjsTokenizer,
  type TopLevelToken,
} from '../liquidjs.ts';
import { ParseContext } from '../parse-context.ts';
import { foreignContextOf, nativeContextOf } from './foreign-context.ts';
import { RemainingTokens } from './foreign-tokens.ts';

/** A piece parsed by us, in the shape in which a liquidjs tag keeps the templates of its body. */
class NativeTemplate implements LiquidjsTemplate {
  constructor(
    readonly token: TopLevelToken,
    private readonly renderIn: (context: Context) => string,
  ) {}

  render(context: LiquidjsContext, emitter: Emitter): void {
    const native = nativeContextOf(context);
    emitter.write(this.renderIn(native));
    foreignContextOf(native).takeInterrupts();
  }
}

/**
 * Stands in for liquidjs's parser: tags written for liquidjs call it to read their bodies, and our parser does the work.
 */
export class BridgeParser extends LiquidjsParser {
  /** The parse in progress that the current liquidjs tag belongs to. */
  private current: ParseContext | undefined;

  constructor(private readonly native: Liquid) {
    super(native);
  }

  /** Runs an action whose tokens belong to a parse that is already in progress. */
  during<T>(parseContext: ParseContext, action: () => T): T {
    const outer = this.current;
    this.current = parseContext;
    try {
      return action();
    } finally {
      this.current = outer;
    }
  }

  override parse(html: string, filepath?: string): LiquidjsTemplate[] {
    const template = this.native.parseTemplate(html, filepath === undefined ? {} : { name: filepath });
    const token = new LiquidjsTokenizer(html).readHTMLToken([]);
    return [new NativeTemplate(token, (context) => template.renderIn(context))];
  }

  override parseToken(token: TopLevelToken, remaining: TopLevelToken[]): ReturnType<LiquidjsParser['parseToken']> {
    const { settings } = this.native;
    const parseContext = this.current ?? new ParseContext(this.native, settings.errorMode, 1);
    const body = new BlockBody();
    const unknown = body.parsePiece(token.getText(), new RemainingTokens(remaining, parseContext.line), parseContext);
    if (unknown !== undefined) throw new LiquidError('SyntaxError', `Unknown tag '${unknown.name}'`);
    // liquidjs declares its own three template classes here, but uses nothing beyond the Template interface.
    const template: unknown = new NativeTemplate(token, (context) => body.render(context));
    return template as ReturnType<LiquidjsParser['parseToken']>;
  }
}
