// SPDX-License-Identifier: EUPL-1.2

/**
 * @param {string} version of Node.js, without a "v"
 * @param {string} range as `engines` of package.json has it: ">=20.19"
 * @returns {string | undefined} one sentence when that Node.js is too old
 */
export function tooOld(version, range) {
  const [major = 0, minor = 0] = numbersIn(version);
  const [leastMajor = 0, leastMinor = 0] = numbersIn(range);
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return undefined;
  return (
    `Volée needs Node.js ${leastMajor}.${leastMinor} or later, and this is ${version}. Debian 13 has one that fits ` +
    '(apt install nodejs npm); for other systems see https://nodejs.org/.'
  );
}

function numbersIn(text) {
  return (text.match(/\d+/g) ?? []).map(Number);
}
