import { readlinkSync } from 'node:fs';

/**
 * The name of the time zone that the machine is set to. Where a link tells it, Intl is not asked: it loads all that it knows of
 * languages first, which takes 35 ms.
 *
 * @example
 * systemZone() // 'Europe/Brussels'
 */
export function systemZone(): string {
  return linkedZone() ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function linkedZone(): string | undefined {
  try {
    return /\/zoneinfo\/(?:posix\/|right\/)?(\w.*)$/.exec(readlinkSync('/etc/localtime'))?.[1];
  } catch {
    // A file, nothing at all, or a system that has no such place.
    return undefined;
  }
}
