import uglifyEs from 'uglify-es';
import uglifyJs from 'uglify-js';
import { isTruthy, type ReadonlyHash } from '../../plugin/plugin.ts';
import { type GemDefaults, gemOptions } from './gem-options.ts';
import { type ScriptCompressor, ScriptError } from './script-compressor.ts';

function gemDefaults(isHarmony: boolean): GemDefaults {
  return {
    gem: 'uglifier',
    output: { preserve_line: false, ...(isHarmony ? { bracketize: false } : { braces: false }) },
    compress: { reduce_funcs: false },
    names: ['ie8', 'harmony'],
    knowsClasses: false,
  };
}

/** The compressor of the gem uglifier 4.2.0, with its settings: UglifyJS, or with `harmony` the one for ES6 that has ended since. */
export function uglify(settings: ReadonlyHash): ScriptCompressor {
  const isHarmony = isTruthy(settings.get('harmony'));
  const ie8 = settings.has('ie8') ? settings.get('ie8') : true;
  // UglifyJS changes the options it is given.
  const options = () => ({ ...gemOptions(gemDefaults(isHarmony), settings), ie8 });
  // Wrong settings are an error before the first script.
  options();
  return {
    compress(source) {
      const result = (isHarmony ? uglifyEs : uglifyJs).minify({ '0': source }, options());
      if ('code' in result) return result.code;
      const { message, line, col } = result.error;
      const advice =
        isHarmony || !message.startsWith('Unexpected token') ? '' : '. To use ES6 syntax, set harmony: true';
      throw new ScriptError({
        message: message + advice,
        ...(line === undefined ? {} : { line }),
        ...(col === undefined ? {} : { col }),
      });
    },
  };
}
