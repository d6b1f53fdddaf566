import { minify_sync } from 'terser';
import type { ReadonlyHash } from '../../plugin/plugin.ts';
import { type GemDefaults, gemOptions } from './gem-options.ts';
import { type ScriptCompressor, ScriptError } from './script-compressor.ts';

const DEFAULTS: GemDefaults = {
  gem: 'terser',
  output: { keep_numbers: false },
  compress: { inline: true, pure_new: false, lhs_constants: true },
  names: ['keep_classnames'],
  knowsClasses: true,
};

/** The compressor of the gem terser 1.2.5, with its settings. */
export function terser(settings: ReadonlyHash): ScriptCompressor {
  // Terser changes the options it is given.
  const options = () => gemOptions(DEFAULTS, settings);
  options();
  return {
    compress(source) {
      try {
        return minify_sync({ '0': source }, options()).code ?? '';
      } catch (error) {
        throw new ScriptError(error instanceof Error ? error : new Error(String(error)));
      }
    },
  };
}
