import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { UttersonError } from '../../errors.ts';
import type { GemDemand } from '../../reader/gem-demand.ts';
import { asHash } from '../../site/hash.ts';
import { decodeText } from '../../util/encoding.ts';
import { compareVersions, isPrerelease, satisfies } from '../../util/gem-version.ts';
import { toText } from '../../util/values/inspect.ts';
import { parseYaml } from '../../util/yaml/yaml.ts';
import { readArchive } from './archive.ts';
import type { Download } from './download.ts';
import { checkIsTheme, type FetchedTheme, isOfTheme } from './fetched-theme.ts';

/** A version as listed in the index of a gem. */
interface IndexedVersion {
  readonly version: string;
  /** SHA-256 of the gem's file, in hexadecimal digits; `undefined` if the index has none. */
  readonly checksum: string | undefined;
}

/**
 * Fetches a theme that is a Ruby gem. Nothing in it is run.
 *
 * The version is the given one, or else that of Gemfile.lock, or else the newest that the Gemfile allows. The download must have the
 * checksum in the index. The result looks like an npm package with a theme, which is what builds read.
 *
 * @param version a version that the user named
 * @throws {UttersonError} `DownloadFailed`, `DamagedArchive`, `MissingDependency`, `InvalidTheme`
 */
export async function fetchGem(
  name: string,
  {
    demand,
    version,
    download,
  }: { readonly demand: GemDemand; readonly version?: string | undefined; readonly download: Download },
): Promise<FetchedTheme> {
  const { source } = demand;
  const index = readIndex(decodeText(await download(`${source}/info/${name}`)));
  const chosen = chooseVersion(index, version ?? demand.locked, demand.requirements);
  if (chosen === undefined) throw noVersion(name, index, version ?? demand.locked ?? demand.requirements.join(', '));
  const gem = await download(`${source}/gems/${name}-${chosen.version}.gem`);
  checkSum(gem, chosen, name);
  const parts = await readArchive(gem);
  // A packed .gemspec is left out: a build would prefer it to the package.json that is made of the gem's metadata.
  const files = await readArchive(
    partOf(parts, 'data.tar.gz'),
    (path) => isOfTheme(path) && !path.endsWith('.gemspec'),
  );
  checkIsTheme(files, `gem ${name}`);
  const metadata = decodeText(unzipMetadata(partOf(parts, 'metadata.gz')));
  const described = new Map(files).set('package.json', Buffer.from(packageJson(name, chosen.version, metadata)));
  return { title: `${name} ${chosen.version}`, origin: `${source}/gems/${name}@${chosen.version}`, files: described };
}

/**
 * Reads the index of one gem, as RubyGems and its mirrors serve it to Bundler: after a line of three dashes a line for each
 * version, with its dependencies and, after a bar, its checksum. Versions for a single platform are left out.
 */
function readIndex(text: string): readonly IndexedVersion[] {
  const lines = text.split('\n').filter((line) => line !== '' && line !== '---');
  return lines.flatMap((line) => {
    const [version = ''] = line.split(' ', 1);
    return version.includes('-') ? [] : { version, checksum: /[|,]checksum:([0-9a-f]{64})/.exec(line)?.[1] };
  });
}

function chooseVersion(
  index: readonly IndexedVersion[],
  exact: string | undefined,
  requirements: readonly string[],
): IndexedVersion | undefined {
  if (exact !== undefined) return index.find(({ version }) => version === exact);
  const mayBeEarly = requirements.some(isPrerelease);
  return index
    .filter(({ version }) => mayBeEarly || !isPrerelease(version))
    .filter(({ version }) => requirements.every((requirement) => satisfies(version, requirement)))
    .sort((a, b) => compareVersions(a.version, b.version))
    .at(-1);
}

function checkSum(bytes: Buffer, { version, checksum }: IndexedVersion, name: string): void {
  const found = createHash('sha256').update(bytes).digest('hex');
  if (checksum === undefined || checksum === found) return;
  throw new UttersonError(
    'DamagedArchive',
    `The file of ${name} ${version} has the checksum ${found}, not ${checksum}.`,
    {
      hint: 'Nothing was kept. The index and the file come from different places, or one of them has been tampered with.',
    },
  );
}

const NOTHING_KEPT = 'Nothing was kept. Is it a gem? Perhaps it arrived only in part: try once more.';

function partOf(parts: ReadonlyMap<string, Buffer>, name: string): Buffer {
  const part = parts.get(name);
  if (part !== undefined) return part;
  throw new UttersonError('DamagedArchive', `The downloaded gem has no ${name}.`, { hint: NOTHING_KEPT });
}

/** Far more than a specification needs, so that a hostile one cannot fill the memory. */
const MOST_METADATA = 2 ** 24;

function unzipMetadata(bytes: Buffer): Buffer {
  try {
    return gunzipSync(bytes, { maxOutputLength: MOST_METADATA });
  } catch (cause) {
    throw new UttersonError('DamagedArchive', 'The metadata of the downloaded gem cannot be unpacked.', {
      hint: NOTHING_KEPT,
      cause,
    });
  }
}

/** The parts of a gem's specification that a build needs, as the package.json of an npm package. */
function packageJson(name: string, version: string, metadata: string): string {
  const fields = asHash(parseYaml(metadata));
  const description = fields.get('description') ?? fields.get('summary');
  const needs = asList(fields.get('dependencies')).map(asHash);
  const dependencies = needs.filter((need) => need.get('type') === ':runtime').map((need) => toText(need.get('name')));
  const described = {
    name,
    version,
    description: toText(description),
    author: asList(fields.get('authors')).map(toText).join(', '),
    jekyll: { dependencies },
  };
  return `${JSON.stringify(described, null, 2)}\n`;
}

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function noVersion(name: string, index: readonly IndexedVersion[], wanted: string): UttersonError {
  const newest = index
    .map(({ version }) => version)
    .sort(compareVersions)
    .slice(-5)
    .reverse();
  const missing = wanted === '' ? 'released version' : `version ${wanted}`;
  return new UttersonError('MissingDependency', `There is no ${missing} of ${name}.`, {
    hint: `The newest ones are ${newest.join(', ')}.`,
  });
}
