// SPDX-License-Identifier: EUPL-1.2
import { ESLint } from 'eslint';
import { repositoryFolder } from './tracked-files.js';

/** A text that a file at this path may not have. */
export interface Refusal {
  readonly what: string;
  readonly path: string;
  readonly text: string;
  /** Part of the message, which says what to do instead. */
  readonly says: RegExp;
}

const RULES = /^(import-x\/|no-restricted-|no-warning-comments$|max-lines|volee\/plain-words$)/;

const eslint = new ESLint({
  cwd: repositoryFolder,
  // Rules that ask for types need the file on disk.
  overrideConfig: { files: ['**/*.{ts,tsx}'], languageOptions: { parserOptions: { project: null } } },
  ruleFilter: ({ ruleId }) => RULES.test(ruleId),
});

/**
 * The messages of the rules without types for `text`, as if it were the file at `path`.
 * @param path within the repository; nothing need be there
 * @returns one line per finding: the name of the rule and its message
 */
export async function lintText(path: string, text: string): Promise<string[]> {
  const [result] = await eslint.lintText(text, { filePath: path });
  if (!result) throw new Error(`${path} is not linted`);
  return result.messages.map(({ ruleId, message }) => `${ruleId ?? 'not parsed'}: ${message}`);
}
