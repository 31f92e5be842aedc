// The Node versions we run on: the same range as `engines` in package.json, which npm itself only warns about.

/** First supported minor version of each long-term line; every line from 24 on is fine. */
const FIRST_MINOR = new Map([
  [20, 19],
  [22, 13],
]);

/**
 * @param {string} version - like `20.19.0`
 * @returns {boolean} whether Ruimte runs on it
 */
export function isSupportedNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major >= 24 || minor >= (FIRST_MINOR.get(major) ?? Infinity);
}

/** Ends the process with one sentence when this Node is too old, before anything fails in a way nobody understands. */
export function refuseOldNode() {
  if (isSupportedNode(process.versions.node)) return;
  console.error(
    `Ruimte needs Node 20.19 or newer (20.19+, 22.13+ or 24+); this is Node ${process.versions.node}.`,
  );
  process.exit(1);
}
