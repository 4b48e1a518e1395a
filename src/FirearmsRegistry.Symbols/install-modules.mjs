// Called by the build: node install-modules.mjs <target directory>
// Installs the packages of package-lock.json beside the target and renames the result into place, so that the target is
// either absent or complete, also when two builds run at once.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const source = dirname(fileURLToPath(import.meta.url));
const target = process.argv[2];
mkdirSync(dirname(target), { recursive: true });
const staging = mkdtempSync(join(dirname(target), '.installing-'));

try {
  for (const name of ['package.json', 'package-lock.json', '.npmrc']) copyFileSync(join(source, name), join(staging, name));
  const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--loglevel=error'], { cwd: staging, stdio: ['ignore', 'inherit', 'inherit'] });
  if (npm.error) throw new Error(`npm could not be started (${npm.error.code}): install npm, or put it on the PATH`);
  if (npm.status !== 0) throw new Error(`"npm ci" ended with ${npm.status}: is the npm registry reachable from here?`);
  try {
    renameSync(staging, target);
  } catch (error) {
    // Another build was first with the same content.
    if (!existsSync(join(target, 'package-lock.json'))) throw error;
  }
} catch (error) {
  console.error(`symbols: error FR0002: the symbol reader and the picture decoders were not installed: ${error.message}`);
  process.exitCode = 1;
} finally {
  rmSync(staging, { recursive: true, force: true });
}
