import {
  type Context,
  definePlugin,
  dig,
  isNil,
  SITE,
  type Site,
  strip,
  type TagParser,
  toText,
  UttersonError,
} from '../plugin/plugin.ts';

const ARGUMENTS = /^(\S+|.*(?=\/).+)\s?(\S*)$/s;

/** The value of an argument that is the name of a variable; any other is taken literally. */
function resolve(argument: string, context: Context): string {
  const value = argument === '' ? undefined : context.evaluate(argument);
  return isNil(value) ? argument : toText(value);
}

/** The gem downloads the text of the gist for readers without JavaScript. Builds here do not use the network. */
function warnOfMissingText(site: Site, gist: string): void {
  if (dig(site.config, 'gist', 'noscript') === false) return;
  site.log.warn('Warning:', `The <noscript> tag for your gist ${gist} `);
  site.log.warn('', 'could not be generated. This will affect users who do ');
  site.log.warn('', 'not have JavaScript enabled in their browsers.');
}

const parseGist: TagParser = (tag) => ({
  render(context) {
    const match = ARGUMENTS.exec(strip(tag.markup));
    if (match === null) {
      throw new UttersonError(
        'ArgumentError',
        `Syntax error in tag 'gist' while parsing the following markup:\n\n  ${tag.markup}`,
        {
          hint: 'Valid syntax: {% gist user/1234567 %} or {% gist user/1234567 foo.js %}',
        },
      );
    }
    const gist = resolve(strip(match[1] ?? ''), context);
    const file = resolve(strip(match[2] ?? ''), context);
    warnOfMissingText(context.register(SITE), gist);
    const query = file === '' ? '' : `?file=${file}`;
    return `<script src="https://gist.github.com/${gist}.js${query}"> </script>`;
  },
});

/** jekyll-gist: `{% gist user/id file %}`. */
export default definePlugin({ name: 'jekyll-gist', isSafe: true, tags: { gist: { parse: parseGist } } });
