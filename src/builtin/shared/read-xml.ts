import { SaxesParser } from 'saxes';

/** What is told of the pieces of XML, in their order. */
interface XmlListeners {
  open(name: string, attributes: ReadonlyMap<string, string>): void;
  close(): void;
  text(text: string): void;
  cdata(text: string): void;
  comment?(text: string): void;
  instruction?(target: string, body: string): void;
}

/** Reads XML; false if the text is not well-formed. */
export function readXml(source: string, listeners: XmlListeners): boolean {
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => listeners.open(name, new Map(Object.entries(attributes))));
  parser.on('closetag', () => listeners.close());
  parser.on('text', (text) => listeners.text(text));
  parser.on('cdata', (text) => listeners.cdata(text));
  parser.on('comment', (text) => listeners.comment?.(text));
  parser.on('processinginstruction', ({ target, body }) => listeners.instruction?.(target, body));
  try {
    parser.write(source).close();
    return true;
  } catch {
    // Without a listener for errors, the parser throws the first.
    return false;
  }
}
