#!/usr/bin/env node
// Runs commands interleaved (A B C A B C ...) and prints medians and ratios.
// No dependencies. See README.md for the JSON form.
import { spawn, spawnSync } from 'node:child_process';
import { appendFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const opt = { runs: 5, warmup: 0, baseline: null, json: null, file: null, verbose: false, vars: {} };
const jobs = [];
const argv = process.argv.slice(2);
for (let i = 0; i < argv.length; i++) {
  const a = argv[i];
  if (a === '--runs') opt.runs = Number(argv[++i]);
  else if (a === '--warmup') opt.warmup = Number(argv[++i]);
  else if (a === '--baseline') opt.baseline = argv[++i];
  else if (a === '--json') opt.json = argv[++i];
  else if (a === '--verbose') opt.verbose = true;
  else if (a === '--cmd' || a === '--prepare') {
    const [name, text] = split(argv[++i]);
    const job = jobs.find((j) => j.name === name) ?? { name };
    if (!jobs.includes(job)) jobs.push(job);
    job[a.slice(2)] = text;
  } else if (a === '--set') {
    const [k, v] = split(argv[++i]);
    opt.vars[k] = v;
  } else if (!a.startsWith('-') && !opt.file) opt.file = a;
  else usage();
}
function split(s) {
  const k = s.indexOf('=');
  if (k < 1) usage();
  return [s.slice(0, k), s.slice(k + 1)];
}
function usage() {
  console.error(`usage: compare.mjs [JOBS.json] [--cmd NAME=COMMAND] [--prepare NAME=COMMAND] [--set VAR=VALUE]
                   [--runs 5] [--warmup 0] [--baseline NAME] [--json RESULTS.json] [--verbose]`);
  process.exit(2);
}
if (opt.file) {
  const spec = JSON.parse(readFileSync(opt.file, 'utf8'));
  jobs.push(...(Array.isArray(spec) ? spec : spec.jobs));
  for (const k of ['runs', 'warmup', 'baseline']) if (!argv.includes(`--${k}`) && spec[k] != null) opt[k] = spec[k];
  opt.vars = { ...spec.vars, ...opt.vars };
}
if (!jobs.length) usage();
const expand = (s) =>
  typeof s === 'string' ? s.replace(/\$\{(\w+)\}/g, (m, k) => opt.vars[k] ?? process.env[k] ?? m) : s;
for (const k in opt.vars) opt.vars[k] = expand(opt.vars[k]); // a variable may use an earlier one
for (const j of jobs) for (const k of ['cmd', 'serve', 'prepare', 'cwd', 'url', 'edit', 'editUrl']) j[k] = expand(j[k]);

const gnuTime = spawnSync('/usr/bin/time', ['-f', '%e', 'true']).status === 0 ? '/usr/bin/time' : null;
if (!gnuTime) console.error('note: GNU time not found at /usr/bin/time, so no peak memory');
const quiet = opt.verbose ? 'inherit' : 'ignore';
const sleep = (ms) => new Promise((ok) => setTimeout(ok, ms));

function prepare(job) {
  if (!job.prepare) return;
  const r = spawnSync('bash', ['-c', job.prepare], {
    cwd: job.cwd,
    env: { ...process.env, ...job.env },
    stdio: ['ignore', quiet, 'inherit'],
  });
  if (r.status !== 0) throw new Error(`${job.name}: prepare failed (${r.status})`);
}

function runOnce(job) {
  const log = join(tmpdir(), `compare-${process.pid}.txt`);
  const env = { ...process.env, ...job.env };
  const [bin, args] = gnuTime
    ? [gnuTime, ['-o', log, '-f', '%U %S %M', 'bash', '-c', job.cmd]]
    : ['bash', ['-c', `exec 3>&2; TIMEFORMAT='%U %S 0'; { time bash -c "$0" 2>&3; } 2>"${log}"`, job.cmd]];
  const start = process.hrtime.bigint();
  const r = spawnSync(bin, args, { cwd: job.cwd, env, stdio: ['ignore', quiet, opt.verbose ? 'inherit' : 'pipe'] });
  const wall = Number(process.hrtime.bigint() - start) / 1e9;
  if (r.status !== 0) throw new Error(`${job.name}: exit status ${r.status}\n${r.stderr ?? ''}`);
  const [user, sys, kb] = readFileSync(log, 'utf8').trim().split('\n').at(-1).split(' ').map(Number);
  rmSync(log);
  return { wall, cpu: user + sys, rss: kb / 1024 };
}

// ------------------------------------------------- development servers (Linux)
const tick = 1 / Number(spawnSync('getconf', ['CLK_TCK']).stdout || 100);
function tree(pid) {
  // cpu seconds and resident MB of a process and what it started
  const all = new Map();
  for (const d of readdirSync('/proc')) {
    if (!/^\d+$/.test(d)) continue;
    try {
      const s = readFileSync(`/proc/${d}/stat`, 'utf8');
      const f = s.slice(s.lastIndexOf(')') + 2).split(' ');
      all.set(Number(d), {
        parent: Number(f[1]),
        cpu: (+f[11] + +f[12] + +f[13] + +f[14]) * tick,
        rss: (f[21] * 4096) / 2 ** 20,
      });
    } catch {
      /* it ended meanwhile */
    }
  }
  const ids = [pid];
  for (let k = 0; k < ids.length; k++) for (const [id, p] of all) if (p.parent === ids[k]) ids.push(id);
  return ids.reduce((t, id) => ({ cpu: t.cpu + (all.get(id)?.cpu ?? 0), rss: t.rss + (all.get(id)?.rss ?? 0) }), {
    cpu: 0,
    rss: 0,
  });
}
async function poll(url, token, child, limit = 300e3) {
  const start = performance.now();
  while (performance.now() - start < limit) {
    if (child.exitCode != null) throw new Error(`server ended with status ${child.exitCode}`);
    try {
      const res = await fetch(url);
      const text = await res.text();
      if (res.ok && text.includes(token)) return performance.now();
    } catch {
      /* not listening yet */
    }
    await sleep(10);
  }
  throw new Error(`${url}: no answer with ${JSON.stringify(token)} in ${limit / 1e3} s`);
}
let running = null; // a stopped comparison must not leave a server behind
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (running)
      try {
        process.kill(-running.pid, 'SIGKILL');
      } catch {
        /* gone */
      }
    restore();
    process.exit(130);
  });
}
let restore = () => {};
async function serveOnce(job) {
  const start = performance.now();
  const child = spawn('bash', ['-c', `exec ${job.serve}`], {
    cwd: job.cwd,
    env: { ...process.env, ...job.env },
    stdio: ['ignore', quiet, quiet],
    detached: true,
  });
  running = child;
  const original = job.edit && readFileSync(job.edit);
  restore = () => {
    if (original) writeFileSync(job.edit, original);
    restore = () => {};
  };
  try {
    const first = (await poll(job.url, '', child)) - start;
    const out = { first: first / 1e3 };
    if (job.edit) {
      await sleep(job.settle ?? 2000); // let watchers come up
      const waits = [],
        costs = [];
      for (let n = 0; n < (job.edits ?? 5); n++) {
        const token = `edit${process.pid}x${n}x${Date.now()}`;
        const before = tree(child.pid);
        const t = performance.now();
        if (job.line === undefined) appendFileSync(job.edit, `\n\nA new paragraph ${token}.\n`);
        else writeFileSync(job.edit, original.toString().replace(new RegExp(job.line, 'm'), `$1${token}`));
        waits.push((await poll(job.editUrl ?? job.url, token, child)) - t);
        await sleep(job.settle ?? 2000); // work after the page was ready counts too
        costs.push(tree(child.pid).cpu - before.cpu);
      }
      Object.assign(out, { rebuild: median(waits) / 1e3, cpu: median(costs), rss: tree(child.pid).rss });
    }
    return out;
  } finally {
    restore();
    try {
      process.kill(-child.pid, 'SIGTERM');
    } catch {
      /* gone */
    }
    await Promise.race([new Promise((ok) => child.once('exit', ok)), sleep(3000)]);
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      /* gone */
    }
    running = null;
    if (job.edit) await sleep(200);
  }
}

// -------------------------------------------------------------------- reports
function median(list) {
  const s = [...list].sort((a, b) => a - b);
  return s.length % 2 ? s[(s.length - 1) / 2] : (s[s.length / 2 - 1] + s[s.length / 2]) / 2;
}
const results = new Map(jobs.map((j) => [j.name, []]));
for (let n = -opt.warmup; n < opt.runs; n++) {
  for (const job of jobs) {
    if (job.runs != null && n >= job.runs) continue;
    prepare(job);
    const r = job.serve ? await serveOnce(job) : runOnce(job);
    if (n >= 0) results.get(job.name).push(r);
    if (opt.verbose) console.error(job.name, JSON.stringify(r));
  }
}
const base = opt.baseline ?? jobs[0].name;
const f = (x, d = 2) => (x == null || Number.isNaN(x) ? '-' : x.toFixed(d));
function table(names, columns) {
  const rows = [
    [
      'name',
      'runs',
      ...columns.flatMap(([_key, label, _digits, ratio]) => [label, ...(ratio ? [`min-max`, `x ${base}`] : [])]),
    ],
  ];
  for (const name of names) {
    const list = results.get(name),
      against = results.get(base) ?? [];
    const row = [name, String(list.length)];
    for (const [key, , digits, ratio] of columns) {
      const values = list.map((r) => r[key]).filter((v) => v != null);
      row.push(f(median(values), digits));
      if (!ratio) continue;
      row.push(`${f(Math.min(...values), digits)}-${f(Math.max(...values), digits)}`);
      // ratio within each round, then the median: slow minutes hit both sides
      const pairs = list.map((r, k) => r[key] / against[k]?.[key]).filter(Number.isFinite);
      row.push(pairs.length ? f(median(pairs)) : '-');
    }
    rows.push(row);
  }
  const widths = rows[0].map((_, c) => Math.max(...rows.map((r) => r[c].length)));
  const line = (r) => `| ${r.map((x, c) => (c ? x.padStart(widths[c]) : x.padEnd(widths[c]))).join(' | ')} |`;
  console.log(
    [
      line(rows[0]),
      `|${widths.map((w, c) => (c ? `${'-'.repeat(w + 1)}:` : `:${'-'.repeat(w + 1)}`)).join('|')}|`,
      ...rows.slice(1).map(line),
    ].join('\n'),
  );
}
const builds = jobs.filter((j) => !j.serve).map((j) => j.name),
  servers = jobs.filter((j) => j.serve).map((j) => j.name);
if (builds.length)
  table(builds, [
    ['wall', 'wall s', 2, true],
    ['cpu', 'user+sys s', 2, true],
    ['rss', 'peak MB', 0],
  ]);
if (servers.length)
  table(servers, [
    ['first', 'first page s', 2, true],
    ['rebuild', 'edit to page s', 3, true],
    ['cpu', 'cpu s per edit', 2],
    ['rss', 'MB', 0],
  ]);
if (opt.json) writeFileSync(opt.json, JSON.stringify(Object.fromEntries(results), null, 1));
