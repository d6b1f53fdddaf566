// Times Liquid against liquidjs and, if installed, Ruby's Liquid 4.0.4; also measures the cost of recording reads.
// Each engine has a process of its own, and they take turns so that disturbances affect all of them. Measures processor time,
// including garbage collection; a ratio is the median of the ratios within each round.
//   node bench/liquid.mjs [--rounds 9] [--json FILE]
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { DATA, INCLUDES, JOBS } from './liquid/templates.mjs';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '9' }, json: { type: 'string' } } });
const rounds = Number(values.rounds);
/** The minimum duration of a measurement, in ms of processor time. */
const SPAN = '150';
const folder = join(import.meta.dirname, 'liquid');

/** Starts an engine's process; resolves to `undefined` if what it needs is not installed. */
async function startEngine(command, words) {
  const child = spawn(command, [...words, SPAN], { stdio: ['pipe', 'pipe', 'ignore'] });
  child.on('error', () => undefined);
  child.stdin.on('error', () => undefined);
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const read = async () => JSON.parse((await answers.next()).value ?? 'null');
  const write = (question) => child.stdin.write(`${JSON.stringify(question)}\n`);
  if (command === 'ruby') write({ jobs: JOBS, data: DATA, includes: INCLUDES });
  const outputs = await read();
  if (outputs === null) return undefined;
  return {
    outputs,
    time: (job) => {
      write(job);
      return read();
    },
    stop: () => child.stdin.end(),
  };
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** The first engine's time for a job in ms, and the ratio of each engine's time to it. */
async function compareEngines(engines, job) {
  const times = engines.map(() => []);
  for (let round = 0; round < rounds; round++)
    for (const [index, engine] of engines.entries()) times[index].push(await engine.time(job));
  const ratios = times.map((each) => median(each.map((time, round) => time / times[0][round])));
  return { ms: median(times[0]), ratios };
}

/** If the output of liquidjs differs, Ruby decides which is right. */
function describeOutputs([ours, recording, theirs, reference]) {
  if (recording !== ours || (reference !== undefined && reference !== ours)) return 'NO';
  if (theirs === ours) return 'yes';
  return reference === undefined ? 'not liquidjs' : 'all but liquidjs';
}

const node = await Promise.all(
  ['ours', 'recording', 'liquidjs'].map((name) => startEngine(process.execPath, [join(folder, 'engine.mjs'), name])),
);
const ruby = await startEngine('ruby', ['-W0', join(folder, 'reference.rb')]);
const engines = ruby === undefined ? node : [...node, ruby];
const rows = [];
for (const [index, job] of JOBS.entries()) {
  const { ms, ratios } = await compareEngines(engines, index);
  rows.push({
    job: job.name,
    'ms a run': Number(ms.toFixed(3)),
    'times liquidjs': Number(ratios[2].toFixed(1)),
    goal: job.factor,
    'times Ruby': ratios[3] && Number(ratios[3].toFixed(1)),
    'recording reads': job.parse === undefined ? `${((ratios[1] - 1) * 100).toFixed(0)} %` : '-',
    'same output': describeOutputs(engines.map(({ outputs }) => outputs[index])),
  });
}
for (const engine of engines) engine.stop();
console.table(rows);
console.log('liquidjs escapes a double quote as &#34; and divides 923 by 200 to 4.6; Ruby writes &quot; and 4.');
if (values.json !== undefined) writeFileSync(values.json, JSON.stringify(rows, null, 2));
