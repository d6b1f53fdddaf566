import { afterEach, expect, test, vi } from 'vitest';
import { settle } from '../settle.ts';
import { Chance, randomEdit, randomSite } from './random-site.ts';
import { SiteInMemory } from './site-in-memory.ts';
import { SiteOnDisk } from './site-on-disk.ts';
import { diskSettings, randomSettings } from './site-settings.ts';

const SEQUENCES = Number(process.env['UTTERSON_SEQUENCES'] ?? 30);
const FIRST_SEED = Number(process.env['UTTERSON_SEED'] ?? 1);
const EDITS = 5;

afterEach(() => {
  vi.useRealTimers();
});

/** Stops the clock, because a clean build of a site that shows the time has to have the same time. */
function stopClock(): void {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2024-04-20T23:59:30Z') });
}

/** Some seconds, hours or weeks: posts become due, and what is shown of the time may change. */
function passTime(chance: Chance): void {
  const seconds = chance.pick([0, 1, 40, 3600, 86_400, 30 * 86_400]);
  vi.setSystemTime(Date.now() + 1000 * chance.below(1 + seconds));
}

/** A file that is saved without a change, or none. */
function saved(chance: Chance, files: Map<string, string>): { readonly touched?: string } {
  return chance.is(0.3) ? { touched: chance.pick([...files.keys()]) } : {};
}

/** What a site builds to, or `failed`: if a clean build fails, so must the other one, with any of the errors. */
async function attempt(
  site: SiteInMemory | SiteOnDisk,
  files: Map<string, string>,
  how: { readonly goesOn?: boolean; readonly touched?: string } = {},
): Promise<Map<string, string> | 'failed'> {
  try {
    return await site.build(files, how);
  } catch {
    return 'failed';
  }
}

test(`after any edits an incremental build has the output of a clean build (${SEQUENCES} sequences)`, async () => {
  let edits = 0;
  let kept = 0;
  let hurried = 0;
  let keptSites = 0;
  for (let seed = FIRST_SEED; seed < FIRST_SEED + SEQUENCES; seed++) {
    const chance = new Chance(seed);
    chance.isRich = chance.is(0.5);
    const settings = randomSettings(chance);
    let files = randomSite(chance);
    const site = new SiteInMemory(settings);
    stopClock();
    await attempt(site, files);
    for (let edit = 1; edit <= EDITS; edit++) {
      passTime(chance);
      files = randomEdit(chance, files);
      const incremental = await attempt(site, files, saved(chance, files));
      const clean = await attempt(new SiteInMemory(settings, site.times), files);
      expect(incremental, `seed ${seed}, edit ${edit}`).toEqual(clean);
      if (clean !== 'failed') edits++;
    }
    kept += site.kept;
    hurried += site.hurried;
    keptSites += site.keptSites;
  }
  expect(hurried).toBeGreaterThan(SEQUENCES / 10);
  // If everything were rendered again each time, the rule would hold but mean nothing.
  expect(kept).toBeGreaterThan(edits);
  expect(keptSites).toBeGreaterThan(edits / 10);
  expect(edits).toBeGreaterThan(SEQUENCES * EDITS * 0.6);
}, 3_600_000);

const PROCESSES = Math.ceil(SEQUENCES / 4);

test(`so does a build in a new process, or in one that goes on, whatever happened to cache, destination and plugins (${PROCESSES} sequences)`, async () => {
  let kept = 0;
  let upToDate = 0;
  let followed = 0;
  for (let seed = FIRST_SEED; seed < FIRST_SEED + PROCESSES; seed++) {
    const chance = new Chance(seed);
    chance.isRich = chance.is(0.5);
    let files = randomSite(chance);
    const site = new SiteOnDisk();
    if (chance.isRich) site.settings = diskSettings(chance);
    await attempt(site, files);
    for (let edit = 1; edit <= EDITS; edit++) {
      // At the end, nothing changes.
      const isEdited = edit < EDITS && chance.is(0.7);
      if (isEdited) files = randomEdit(chance, files);
      const goesOn = edit < EDITS && chance.is(0.3);
      if (edit < EDITS && !goesOn && chance.is(0.25)) site.damage(chance);
      if (edit < EDITS && !goesOn && chance.is(0.15)) site.settings = diskSettings(chance);
      if (!isEdited || chance.is(0.4)) await settle();
      const incremental = await attempt(site, files, { goesOn, ...(isEdited ? saved(chance, files) : {}) });
      const clean = await attempt(new SiteInMemory(site.settings, site.times), files);
      if (clean !== 'failed') expect(incremental, `seed ${seed}, edit ${edit}`).toEqual(clean);
    }
    kept += site.kept;
    upToDate += site.upToDate;
    followed += site.followed;
    site.remove();
  }
  expect(upToDate).toBeGreaterThan(0);
  expect(followed).toBeGreaterThan(0);
  expect(kept).toBeGreaterThan(PROCESSES);
}, 3_600_000);
