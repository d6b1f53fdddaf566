// One engine in a process of its own, for bench/liquid.mjs: prints its outputs for all jobs, then for each number of a job
// that comes in the time of a run. The same as reference.rb does.
//   node bench/liquid/engine.mjs ours|recording|liquidjs SPAN
import { createInterface } from 'node:readline';
import { Liquid as Liquidjs } from 'liquidjs';
import { loadLiquid } from '../../scripts/conformance/liquid-common.mjs';
import { DATA, INCLUDES, JOBS } from './templates.mjs';

const [name, span] = process.argv.slice(2);
const { createLiquid, createRecording, readValue } = await loadLiquid();

/** Processor time in ms, which other processes on the machine disturb least; what collects garbage counts. */
function processorTime() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** The time of one run, from as many as fill the span. */
function timeRuns(run, least = Number(span)) {
  const started = processorTime();
  let runs = 0;
  let spent = 0;
  while (spent < least) {
    run();
    runs++;
    spent = processorTime() - started;
  }
  return spent / runs;
}

function prepare(job, engine) {
  return job.parse === undefined ? prepareRender(job, engine) : () => String(job.parse.map(engine.parse).length);
}

function prepareRender(job, engine) {
  const templates = job.templates.map(engine.parse);
  const { record = (render) => render() } = engine;
  return () => record(() => templates.reduce((content, template) => engine.render(template, content), DATA.content));
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

function createOurs(scopeOf, record) {
  const liquid = createLiquid();
  const partials = new Map();
  liquid.defineTag('include', parseInclude(partials));
  for (const [name, source] of Object.entries(INCLUDES))
    partials.set(name, liquid.parseTemplate(source, { isReused: true }));
  return {
    parse: (source) => liquid.parseTemplate(source, { isReused: source.length < 5000 }),
    render: (template, content) => template.render(scopeOf(content)),
    record,
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

const ENGINES = {
  ours: () => createOurs(hashScope()),
  recording: () => {
    const { scopeOf, record } = createRecording(DATA);
    return createOurs(scopeOf, record);
  },
  liquidjs: createLiquidjs,
};

const engine = ENGINES[name]();
const runs = JOBS.map((job) => prepare(job, engine));
/** Until V8 has compiled what runs often, the times fall. */
const WARM_UP = 1000;
const outputs = runs.map((run) => run());
for (const run of runs) timeRuns(run, WARM_UP);
console.log(JSON.stringify(outputs));
for await (const line of createInterface({ input: process.stdin })) console.log(timeRuns(runs[Number(line)]));
