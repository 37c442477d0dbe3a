// SPDX-License-Identifier: EUPL-1.2
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { DomainError, InputError, RefusedError, type CommandAnswer, type CommandCall } from '@volee/core-adapter';
import type { ImportPlan } from '@volee/core-adapter/directory';
import type { OndeBrick, OndeKey, OndeTexts } from './brick-types.js';
import { presentFigures, presentLines, presentNotes } from './files.presenter.js';
import { readFiles, type OndeFiles } from './files/read-files.js';
import type { GivenFile } from './files/recognise-file.js';
import { isRefusal } from './files/refusal.js';
import { presentChanges } from './import.presenter.js';
import { MAX_BYTES } from './receive-files.js';
import { recordsOf, sourceOf } from './records.js';

/** `volee onde import FILE… --school UAI`: the same import as on the pages, from a terminal. */
export function registerCommand({ commands, imports, settings }: OndeBrick): void {
  commands.provide('onde import', async (call) => {
    const { words, options, by, signal, t } = call;
    const school = String(options['school']).toUpperCase();
    const given: GivenFile[] = [];
    for (const path of words) given.push(await readGiven(path, t));
    const files = await readFiles(given, settings.levels);
    if (isRefusal(files)) throw new InputError(t(`refusal.${files.refused}`, files.values));
    const importer = imports.of(sourceOf(school));
    const plan = await importer.plan(() => recordsOf(files, school), { signal });
    if (plan.state === 'refused') throw refusal(plan, files, call);
    if (options['dry-run'] === true || plan.state === 'unchanged') return importAnswer(plan, files, call);
    return importAnswer(await importer.apply(plan.run, { by }), files, call);
  });
}

/** @throws InputError, and DomainError when the file cannot be read */
async function readGiven(path: string, t: OndeTexts): Promise<GivenFile> {
  const name = basename(path);
  try {
    const file = await open(path);
    try {
      // Checked before reading, because a file on a server may have any size.
      if ((await file.stat()).size > MAX_BYTES) {
        throw new InputError(t('refusal.tooLarge', { file: name, size: `${MAX_BYTES / 1_000_000} MB` }));
      }
      return { name, bytes: await file.readFile() };
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw new InputError(`${path} cannot be read (${error instanceof Error ? error.message : String(error)}).`);
  }
}

function importAnswer(plan: ImportPlan, files: OndeFiles, { t }: CommandCall<OndeKey>): CommandAnswer {
  const { run, state, source, changes } = plan;
  const [faults, oddities] = [presentLines(files, 'faults', t, Infinity), presentLines(files, 'oddities', t, Infinity)];
  const value = {
    run,
    source,
    state,
    figures: Object.fromEntries(presentFigures(files, t).map((one) => [one.label.toLowerCase(), one.value])),
    changes,
    faults: faults.lines,
    oddities: oddities.lines,
    notes: presentNotes(files, t),
  };
  return { value, lines: linesOf(plan, files, t) };
}

function linesOf(plan: ImportPlan, files: OndeFiles, t: OndeTexts): string[] {
  const { run, state, source } = plan;
  const remarks = (['faults', 'oddities'] as const).flatMap((kind) => presentLines(files, kind, t, Infinity).lines);
  const figures = presentFigures(files, t).map(({ label, value }) => `${label}: ${value}`);
  return [
    `Sync run ${run} of "${source}": ${state}.`,
    `  ${figures.join(', ')}.`,
    ...presentChanges(plan, t).map(
      ({ what, number, names }) => `  ${what}: ${number}${names === '' ? '' : ` (${names})`}`,
    ),
    ...remarks.map(({ where, what }) => `  ${where}: ${what}`),
    ...presentNotes(files, t).map((note) => `  ${note}`),
  ];
}

function refusal(plan: ImportPlan, files: OndeFiles, { t }: CommandCall<OndeKey>): RefusedError {
  const { run, source, refusals } = plan;
  return new RefusedError(
    [
      ...linesOf(plan, files, t),
      ...refusals.map((reason) => `  refused: ${reason}`),
      `The guard refuses sync run ${run} of "${source}"; nothing was changed.`,
    ].join('\n'),
    {
      remedy: `"volee sync show ${run}" shows the plan; "volee sync apply ${run} --approve REASON" applies it all the same.`,
      details: { run, source },
    },
  );
}
