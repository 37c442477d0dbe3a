// SPDX-License-Identifier: EUPL-1.2

/**
 * Options of the demo that npm took for its own, as it does with whatever stands before "--".
 * @param {NodeJS.ProcessEnv} env
 * @param {readonly string[]} words what npm passed on: since npm 11, also the number that stood after --port
 * @returns {string | undefined} one sentence with what to type
 */
export function swallowedOptions({ npm_config_port: port, npm_config_fresh: fresh }, words) {
  const number = port === 'true' ? (words.find((word) => /^\d+$/.test(word)) ?? '4000') : port;
  const options = [...(fresh ? ['--fresh'] : []), ...(number ? [`--port ${number}`] : [])].join(' ');
  return options === ''
    ? undefined
    : `npm keeps options that stand before "--" to itself. Type: npm start -- ${options}`;
}
