// SPDX-License-Identifier: EUPL-1.2
import { ESLint, type Linter, type Rule } from 'eslint';
import { repositoryFolder } from '../tracked-files.js';

/** The rules of eslint.config.js for code that installations run. */
export interface LintSettings {
  readonly fileLines: number;
  readonly functionLines: number;
  /** The message of the rule `volee/plain-words` for a comment; undefined when the comment passes. */
  readonly wordFault: (comment: string) => string | undefined;
}

type Config = Linter.Config & { readonly rules: Readonly<Record<string, readonly unknown[]>> };

export async function lintSettings(): Promise<LintSettings> {
  const eslint = new ESLint({ cwd: repositoryFolder });
  const config = (await eslint.calculateConfigForFile('core-adapter/src/host/index.ts')) as Config;
  const rule = config.plugins?.['volee']?.rules?.['plain-words'] as Rule.RuleModule | undefined;
  const limits = ['max-lines', 'max-lines-per-function'].map((name) => config.rules[name]?.[1]);
  const [fileLines, functionLines] = limits;
  if (typeof fileLines !== 'number' || typeof functionLines !== 'number' || rule === undefined) {
    throw new Error(
      'eslint.config.js no longer limits lines or words as lint-settings.ts expects: adapt lint-settings.ts.',
    );
  }
  return { fileLines, functionLines, wordFault: (comment) => wordFault(rule, comment) };
}

/** Runs the rule on one comment. */
function wordFault(rule: Rule.RuleModule, comment: string): string | undefined {
  let fault: string | undefined;
  const context = {
    sourceCode: { getAllComments: () => [{ value: comment }] },
    report: ({ messageId, data }: { messageId: string; data: { word: string } }) => {
      fault = (rule.meta?.messages?.[messageId] ?? '').replace('{{word}}', data.word);
    },
  } as unknown as Rule.RuleContext;
  const { Program: check } = rule.create(context) as { Program?: () => void };
  check?.();
  return fault;
}
