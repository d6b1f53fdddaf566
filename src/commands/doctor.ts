import { createBuilder } from '../build/create-builder.ts';
import { environmentName, timeZoneOf } from '../config/config.ts';
import { withClarifiedErrors } from './build/run-build.ts';
import type { RunCommand } from './command-line/command.ts';
import { CHECKS } from './doctor/doctor-checks.ts';
import { createLog, loadSettings } from './settings.ts';

/** `doctor`: reads the site as a build would, writes nothing, and reports likely mistakes. */
export const runDoctor: RunCommand = async (invocation) => {
  const { terminal } = invocation;
  const log = createLog(terminal);
  const config = loadSettings(invocation, log);
  const { environment, folder } = terminal;
  const site = await withClarifiedErrors(invocation, async () => {
    const builder = await createBuilder({ config, log, environment, folder });
    return builder.read();
  });
  const findings = CHECKS.flatMap((check) => check(site));
  for (const [topic, message] of findings.flat()) log.warn(topic, message);
  if (findings.length > 0) return 1;
  log.info('Environment:', environmentName(environment));
  log.info('Time zone:', timeZoneOf(config, environment).name);
  log.info('Your test results', 'are in. Everything looks fine.');
  return 0;
};
