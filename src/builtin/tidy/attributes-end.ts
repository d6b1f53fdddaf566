/** A place in a tag, and where the search goes on from it once every closing `%>` behind `next` has been tried. */
interface Place {
  readonly start: number;
  /** The first `>` or `<%` at or after the start. */
  readonly stop: number;
  /** Where the next `%>` is searched for; -1 if there is no tag of ERB here, or no further `%>`. */
  next: number;
}

function placeAt(source: string, start: number): Place {
  const bracket = source.indexOf('>', start);
  const end = bracket < 0 ? source.length : bracket;
  const embedded = source.slice(start, end).indexOf('<%');
  return embedded < 0
    ? { start, stop: end, next: -1 }
    : { start, stop: start + embedded, next: start + embedded + '<%'.length };
}

/**
 * Where the attributes of a tag end that begin at `start`: htmlbeautifier's pattern `(?:<%.*?%>|[^>])*`, with whatever
 * `accepts` asks of what follows. Each place is tried once, where Ruby's pattern may take exponential time.
 *
 * @param accepts is asked for places at a `>` and one before it only
 */
export function attributesEnd(source: string, start: number, accepts: (end: number) => boolean): number | undefined {
  const tried = new Set([start]);
  const places = [placeAt(source, start)];
  const goOn = (at: number): void => {
    if (tried.has(at)) return;
    tried.add(at);
    places.push(placeAt(source, at));
  };
  for (let place = places.at(-1); place !== undefined; place = places.at(-1)) {
    if (place.next >= 0) {
      const close = source.indexOf('%>', place.next);
      place.next = close < 0 ? -1 : close + 1;
      goOn(close < 0 ? place.stop + 1 : close + '%>'.length);
      continue;
    }
    if (source[place.stop] === '>') {
      if (accepts(place.stop)) return place.stop;
      if (place.stop > place.start && accepts(place.stop - 1)) return place.stop - 1;
    }
    places.pop();
  }
  return undefined;
}
