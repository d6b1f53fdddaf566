// Times Liquid against liquidjs and, where Ruby has Liquid 4.0.4, against the reference; also what recording reads costs.
//   node bench/liquid.mjs [--seconds 2] [--json FILE]
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Liquid as Liquidjs } from 'liquidjs';
import { loadLiquid } from '../scripts/conformance/liquid-common.mjs';
import { DATA, INCLUDES, JOBS } from './liquid/templates.mjs';

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '2' }, json: { type: 'string' } } });
const seconds = Number(values.seconds);
const { createLiquid, createRecordingScope, readValue } = await loadLiquid();

/** The fastest of as many runs as fit into the time. */
function fastest(run) {
  let best = Number.POSITIVE_INFINITY;
  const deadline = performance.now() + seconds * 1000;
  while (performance.now() < deadline) {
    const started = performance.now();
    run();
    best = Math.min(best, performance.now() - started);
  }
  return best;
}

function measure(job, engine) {
  const run = job.parse === undefined ? prepareRender(job, engine) : () => String(job.parse.map(engine.parse).length);
  const output = run();
  return { output, ms: fastest(run) };
}

function prepareRender(job, engine) {
  const templates = job.templates.map(engine.parse);
  return () => templates.reduce((content, template) => engine.render(template, content), DATA.content);
}

/** `{% include file key=variable %}` as Jekyll has it, as little of it as the bench needs. */
function parseInclude(partials) {
  return (tag) => {
    const [file, ...params] = tag.markup.trim().split(/\s+/);
    const pairs = params.map((param) => param.split('='));
    return {
      render: (context) =>
        context.stack(() => {
          if (pairs.length > 0)
            context.set('include', new Map(pairs.map(([key, value]) => [key, context.evaluate(value)])));
          return partials.get(file).renderIn(context);
        }),
    };
  };
}

function createOurs(scopeOf) {
  const liquid = createLiquid();
  const partials = new Map();
  liquid.defineTag('include', parseInclude(partials));
  for (const [name, source] of Object.entries(INCLUDES))
    partials.set(name, liquid.parseTemplate(source, { isReused: true }));
  return {
    parse: (source) => liquid.parseTemplate(source, { isReused: source.length < 5000 }),
    render: (template, content) => template.render(scopeOf(content)),
  };
}

function hashScope() {
  const data = readValue(DATA);
  return (content) => new Map(data).set('content', content);
}

function createLiquidjs() {
  const liquid = new Liquidjs({
    templates: INCLUDES,
    jekyllInclude: true,
    dynamicPartials: false,
    cache: true,
    timezoneOffset: 0,
  });
  const scope = JSON.parse(JSON.stringify(DATA), (_, value) =>
    value?.__t === undefined ? value : new Date(value.__t.replace(' UTC', 'Z').replace(' ', 'T')),
  );
  return {
    parse: (source) => liquid.parse(source),
    render: (template, content) => liquid.renderSync(template, { ...scope, content }),
  };
}

function measureReference() {
  const input = JSON.stringify({ jobs: JOBS, data: DATA, includes: INCLUDES, seconds });
  const { stdout, status } = spawnSync('ruby', ['-W0', join(import.meta.dirname, 'liquid', 'reference.rb')], {
    input,
    maxBuffer: 1e9,
  });
  return status === 0 ? JSON.parse(stdout) : undefined;
}

const ours = JOBS.map((job) => measure(job, createOurs(hashScope())));
const recorded = JOBS.map((job) => measure(job, createOurs(createRecordingScope(DATA))));
const theirs = JOBS.map((job) => measure(job, createLiquidjs()));
const reference = measureReference();

const rows = JOBS.map((job, index) => ({
  job: job.name,
  'ms a run': Number(ours[index].ms.toFixed(3)),
  'times liquidjs': Number((theirs[index].ms / ours[index].ms).toFixed(1)),
  goal: job.factor,
  'times Ruby': reference && Number((reference[index].ms / ours[index].ms).toFixed(1)),
  'recording reads': `${((recorded[index].ms / ours[index].ms - 1) * 100).toFixed(0)} %`,
  'same output': [theirs[index], recorded[index], reference?.[index]]
    .map((other) => (other === undefined ? '-' : other.output === ours[index].output ? 'yes' : 'NO'))
    .join(' '),
}));
console.table(rows);
if (values.json !== undefined) writeFileSync(values.json, JSON.stringify(rows, null, 2));
