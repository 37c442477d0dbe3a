// SPDX-License-Identifier: EUPL-1.2
import { styleText } from 'node:util';
import type { Command } from 'commander';
import { DomainError } from '../../api/errors.js';
import { SettingsError } from '../../host/infra/util/settings-error.js';
import type { ExamineOptions, Diagnosis } from '../../host/app/doctor/examine.js';
import { answer, limitsOf, settingsFile } from '../global-options.js';
import { readPassword } from '../read-password.js';
import type { Terminal } from '../terminal.js';

const SIGNS = { good: '✔ good', warn: '! warn', bad: '✘ bad ' } as const;

const COLOURS = { good: 'green', warn: 'yellow', bad: 'red' } as const;

export function addDoctorCommand(program: Command, terminal: Terminal): void {
  program
    .command('doctor')
    .description('check everything that Volée needs, and report faults with remedies; changes nothing')
    .option('--login <login>', 'also log in at the SSO with this login, and report the person; asks for the password')
    .action(async ({ login: name }: { login?: string }, command: Command) => {
      const login = name === undefined ? undefined : { login: name, password: await readPassword(name, terminal) };
      const { examine } = await import('../../host/app/doctor/examine.js');
      const lines = await examine({ ...(await patient(command)), login, limits: limitsOf(command) });
      const coloured = (terminal.stdout.isTTY ?? false) && process.env['NO_COLOR'] === undefined;
      answer(command, lines, doctorLines(lines, coloured));
      const bad = lines.filter(({ state }) => state === 'bad').length;
      if (bad > 0) throw new DomainError('UNAVAILABLE', bad === 1 ? 'One check failed.' : `${bad} checks failed.`);
    });
}

/** The options of the checks, as far as the settings can be read. */
async function patient(command: Command): Promise<ExamineOptions> {
  const { readableSettings } = await import('../../host/app/doctor/readable-settings.js');
  const { checkSettings } = await import('../../host/infra/settings/load-settings.js');
  const { namedBricks } = await import('../named-bricks.js');
  const { env } = process;
  try {
    const file = settingsFile(command);
    const settings = readableSettings(file, env);
    const problems = checkSettings(file, env).problems ?? [];
    return { settings, problems, bricks: namedBricks({ bricks: settings.bricks ?? {} }, file), env };
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    return { settings: {}, problems: error.problems, bricks: [], env };
  }
}

/** The report as text: a sign and a word, the check and its finding, with the remedy below. */
function doctorLines(diagnoses: readonly Diagnosis[], coloured: boolean): string[] {
  const width = Math.max(...diagnoses.map(({ check }) => check.length));
  return diagnoses.flatMap((line) => {
    const sign = coloured ? styleText(COLOURS[line.state], SIGNS[line.state]) : SIGNS[line.state];
    const finding = `${sign}  ${line.check.padEnd(width)}  ${line.sentence}`;
    return line.state === 'good'
      ? [finding]
      : [finding, `${' '.repeat(SIGNS.good.length + width + 4)}→ ${line.remedy}`];
  });
}
