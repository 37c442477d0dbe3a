// SPDX-License-Identifier: EUPL-1.2

/** `volee` that begins a command line or a sentence, and not `sudo -u volee npx …`. */
const VOLEE = /(?<![\w/.-] |[\w/.-])volee ([a-z]+)(?: ([a-z-]+))?/g;
const NPM_RUN = /\bnpm run (?:--?\w+ )*([a-z][a-z:-]*[a-z])/g;
/** "volee is ready" is a line of the log, and "volee seal" the name of a key. */
const NO_COMMANDS = new Set(['is', 'seal']);

/** The commands of `volee` and the scripts of the packages. */
export class RepositoryCommands {
  readonly #commands: ReadonlySet<string>;
  readonly #groups: ReadonlySet<string>;
  readonly #scripts: ReadonlySet<string>;

  /** @param commands `doctor`, `sync run` @param scripts of all package.json */
  constructor(commands: readonly string[], scripts: readonly string[]) {
    this.#commands = new Set(commands);
    this.#groups = new Set(commands.filter((one) => one.includes(' ')).map((one) => one.split(' ')[0] ?? ''));
    this.#scripts = new Set(scripts);
  }

  /** The commands in a text that are not there. */
  missingIn(text: string): string[] {
    const ofVolee = [...text.matchAll(VOLEE)].filter(([, first = '', second]) => !this.#isCommand(first, second));
    const ofNpm = [...text.matchAll(NPM_RUN)].filter(([, name = '']) => !this.#scripts.has(name));
    return [...ofVolee, ...ofNpm].map(([command]) => command);
  }

  #isCommand(first: string, second: string | undefined): boolean {
    if (NO_COMMANDS.has(first) || this.#commands.has(first)) return true;
    return this.#groups.has(first) && (second === undefined || this.#commands.has(`${first} ${second}`));
  }
}
