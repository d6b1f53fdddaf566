import type { HtmlFormat } from './format.ts';
import type { Locale } from './locale.ts';
import type { NameOptions } from './name-options.ts';
import { writePerson } from './person.ts';
import type { PersonName } from './variables.ts';

interface NamesWriter {
  readonly format: HtmlFormat;
  readonly locale: Locale;
  readonly options: NameOptions;
  readonly demotion: string | undefined;
}

/** A list of names as a style writes it, except for the formatting of the whole list. */
export function writeNames(names: readonly PersonName[], writer: NamesWriter): string {
  const { format, locale, options, demotion } = writer;
  const write = (name: PersonName, position: number) =>
    writePerson(name, { options, position, demotion }, { format, locale });
  const shown = options.shownOf(names.length);
  if (shown !== undefined) return writeShortened(names, shown, { ...writer, write });
  const texts = names.map((name, index) => write(name, index + 1));
  const connector = connectorOf(names.length, writer);
  if (texts.length < 3) return format.join(texts, connector);
  return format.join([format.join(texts.slice(0, -1), options.delimiter), texts.at(-1) ?? ''], connector);
}

/** What stands before the last name. */
function connectorOf(count: number, { locale, options }: NamesWriter): string {
  const { connector, delimiter } = options;
  const word = connector === 'text' ? locale.translate('and') : connector;
  const spaced = connector === undefined ? undefined : ` ${word ?? ''} `;
  if (!options.delimiterPrecedesLast(count)) return spaced ?? delimiter;
  return (delimiter + (spaced ?? '')).replace(/ +/g, ' ');
}

type WritePerson = (name: PersonName, position: number) => string;

function writeShortened(
  names: readonly PersonName[],
  shown: number,
  { format, locale, options, write }: NamesWriter & { readonly write: WritePerson },
): string {
  const truncated = names.slice(0, shown);
  const last = names.at(-1);
  if (truncated.length === 0 || last === undefined) return '';
  const texts = format.join(
    truncated.map((name, index) => write(name, index + 1)),
    options.delimiter,
  );
  if (options.showsLast && names.length - truncated.length > 1) {
    return format.join([texts, write(last, truncated.length + 1)], `${options.delimiter}… `);
  }
  const { etAl } = options;
  const others =
    etAl === undefined
      ? locale.translate('et-al')
      : format.apply(locale.translate(etAl.get('term') ?? 'et-al') ?? '', etAl, locale);
  return format.join([texts, others ?? ''], options.delimiterPrecedesEtAl(truncated.length) ? options.delimiter : ' ');
}
