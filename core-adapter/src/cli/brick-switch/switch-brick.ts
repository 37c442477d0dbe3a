// SPDX-License-Identifier: EUPL-1.2
import type { Command } from 'commander';
import { ConflictError, UnavailableError } from '../../api/errors.js';
import { countOf, countPersons } from '../../host/domain/sync/state/count-nouns.js';
import { errorText } from '../../host/infra/util/error-text.js';
import { askYes, isTerminal } from '../ask-yes.js';
import { answer, wantsJson } from '../global-options.js';
import { printLine, type Terminal } from '../terminal.js';
import type { ChosenSchools } from './choose-schools.js';
import { previewData, previewLine, type Preview } from './preview.js';

/** The result for one school, as JSON and as a line of text. */
export interface Done {
  readonly data: object;
  readonly line: string;
}

/** A previewed change in one school that is not applied yet. */
export interface Change {
  readonly preview: Preview;
  /**
   * Applies the change.
   * @throws ConflictError when the brick is already on or off, or the rules have changed since the preview
   */
  run(): Promise<Done>;
}

export interface Switching extends ChosenSchools {
  readonly id: string;
  readonly verb: 'get' | 'lose';
  readonly changes: readonly Change[];
}

export interface SwitchOptions {
  readonly dryRun?: boolean;
  readonly yes?: boolean;
}

/** The command, and the terminal for its question. */
export interface SwitchCommand {
  readonly command: Command;
  readonly terminal: Terminal;
}

/** Shows the changes, asks for confirmation on a terminal, and changes the schools one after another. */
export async function switchBrick(
  switching: Switching,
  options: SwitchOptions,
  { command, terminal }: SwitchCommand,
): Promise<void> {
  const { id, changes, closed } = switching;
  const lines = previewLines(switching);
  if (options.dryRun) {
    const schools = changes.map(({ preview }) => previewData(preview));
    const leftOut = closed.map(({ uai }) => uai);
    answer(command, { id, dryRun: true, schools, leftOut }, [...lines, 'Nothing was changed: --dry-run.']);
    return;
  }
  if (!options.yes && !wantsJson(command) && isTerminal(terminal)) {
    for (const line of lines) printLine(command, line);
    if (!(await askYes(question(switching), terminal))) throw new UnavailableError('Nothing was changed.');
  }
  await change(switching, command);
}

function previewLines({ id, verb, changes, closed }: Switching): string[] {
  const persons = new Set(changes.flatMap(({ preview }) => [...preview.personIds]));
  const total = `${id}: ${countOf(changes.length, 'school', 'schools')}, ${countPersons(persons.size)} in all`;
  return [
    ...changes.map(({ preview }) => previewLine(preview, verb)),
    ...leftOutLines(closed),
    ...(changes.length > 1 ? [total] : []),
  ];
}

function leftOutLines(closed: ChosenSchools['closed']): string[] {
  return closed.map(({ uai, name }) => `${uai} ${name}: skipped, since the school has no persons any more`);
}

function question({ id, verb, changes }: Switching): string {
  const [first, ...others] = changes;
  const where = first && others.length === 0 ? first.preview.school.uai : countOf(changes.length, 'school', 'schools');
  return `Switch ${id} ${verb === 'get' ? 'on' : 'off'} in ${where}?`;
}

/** @throws ConflictError when no school needed a change */
async function change({ id, changes, closed }: Switching, command: Command): Promise<void> {
  const done: Done[] = [];
  const already: { readonly uai: string; readonly error: ConflictError }[] = [];
  for (const { preview, run } of changes) {
    try {
      done.push(await run());
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error;
      already.push({ uai: preview.school.uai, error });
    }
  }
  const [first] = already;
  if (first && done.length === 0) {
    throw already.length === 1
      ? first.error
      : new ConflictError(already.map(({ error }) => errorText(error)).join(' '));
  }
  const leftOut = [...already.map(({ uai }) => uai), ...closed.map(({ uai }) => uai)];
  const lines = [
    ...done.map(({ line }) => line),
    ...already.map(({ error }) => errorText(error)),
    ...leftOutLines(closed),
  ];
  const [only] = done;
  // For one school, the JSON has the shape from before several schools were possible.
  const isOne = changes.length === 1 && closed.length === 0;
  answer(command, isOne && only ? only.data : { id, schools: done.map(({ data }) => data), leftOut }, lines);
}
