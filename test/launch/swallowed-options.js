// SPDX-License-Identifier: EUPL-1.2
// npm takes whatever stands before "--" for an option of its own, and hands it to the script as a variable.

/**
 * Options of the demo that npm took for its own.
 * @param {NodeJS.ProcessEnv} env
 * @param {readonly string[]} words what npm passed on: since npm 11, also the number that stood after --port
 * @returns {string | undefined} one sentence with what to type
 */
export function swallowedByStart({ npm_config_port: port, npm_config_fresh: fresh }, words) {
  const number = port === 'true' ? (words.find((word) => /^\d+$/.test(word)) ?? '4000') : port;
  return sentence('npm start', [...(fresh ? ['--fresh'] : []), ...(number ? [`--port ${number}`] : [])]);
}

/** Options of `npm test` by the variable that npm makes of them. */
const OF_TESTS = new Map([
  ['npm_config_all', '--all'],
  ['npm_config_watch', '--watch'],
  ['npm_config_bail', '--bail'],
  ['npm_config_t', '-t'],
  ['npm_config_testnamepattern', '-t'],
]);

/**
 * Options of `npm test` that npm took for its own.
 * @param {NodeJS.ProcessEnv} env
 * @param {import('./steps.js').Command} command what npm passed on: also the word that stood after -t
 * @returns {string | undefined} one sentence with what to type
 */
export function swallowedByTest(env, { words, folder }) {
  const taken = [...OF_TESTS].filter(([name]) => env[name]).map(([name, option]) => [option, env[name]]);
  const options = taken.map(([option, value]) => (value === 'true' ? option : `${option} ${value}`));
  const typed = folder === undefined ? 'npm test' : `npm test -w ${folder}`;
  return taken.length === 0 ? undefined : sentence(typed, [...options, ...words]);
}

function sentence(typed, options) {
  return options.length === 0
    ? undefined
    : `npm keeps options that stand before "--" to itself. Type: ${typed} -- ${options.join(' ')}`;
}
