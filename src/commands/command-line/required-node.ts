/** The oldest version of Node that the program runs on. It stands in package.json too, but npm only warns of it. */
const OLDEST = [20, 19] as const;

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
  const found = `    Utterson needs Node ${OLDEST.join('.')} or later; this is ${process.versions.node}.`;
  process.stderr.write(
    `\n  ✖ Old version of Node\n\n${found}\n\n    Install a newer one from https://nodejs.org, or with nvm: nvm install --lts\n\n`,
  );
  process.exit(1);
}
