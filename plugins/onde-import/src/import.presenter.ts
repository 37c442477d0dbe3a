// SPDX-License-Identifier: EUPL-1.2
import type { Format } from '@volee/core-adapter';
import { IMPORT_CHANGES, type ImportPlan, type ImportState } from '@volee/core-adapter/directory';
import type { OndeKey, OndeTexts } from './brick-types.js';
import type { OndeFiles } from './files/read-files.js';
import type { ChangeModel, ImportModel, NextModel } from './import.model.js';
import { presentClasses, presentFigures, presentLines, presentNotes } from './files.presenter.js';

export interface PresentOptions {
  readonly t: OndeTexts;
  readonly format: Format;
  readonly url: (path: string) => string;
  /** The files that were just handed over. */
  readonly files?: OndeFiles;
  /** The problem with the reason for importing despite the guard. */
  readonly error?: string;
}

const TITLES: Readonly<Record<ImportState, readonly [title: OndeKey, lead?: OndeKey]>> = {
  planned: ['preview.title', 'preview.lead'],
  refused: ['preview.refusedTitle', 'preview.refusedLead'],
  applied: ['preview.doneTitle'],
  unchanged: ['preview.unchangedTitle', 'preview.unchangedLead'],
  failed: ['preview.failedTitle', 'preview.failedLead'],
};

const STEPS: Readonly<Record<ImportState, NextModel['step']>> = {
  planned: 'decide',
  refused: 'held',
  applied: 'over',
  unchanged: 'over',
  failed: 'over',
};

export function presentImport(plan: ImportPlan, options: PresentOptions): ImportModel {
  const { t, url, files, error, format } = options;
  const { state, run } = plan;
  const [title, lead] = TITLES[state];
  return {
    title: t(title),
    ...(lead && { lead: t(lead) }),
    figures: files ? presentFigures(files, t) : [],
    refusals: state === 'refused' ? plan.refusals : [],
    changesTitle: t(state === 'applied' ? 'changes.titleDone' : 'changes.title'),
    changes: presentChanges(plan, t),
    classes: files ? presentClasses(files, format) : [],
    faults: presentLines(files, 'faults', t),
    oddities: presentLines(files, 'oddities', t),
    notes: files ? presentNotes(files, t) : [],
    next: {
      step: STEPS[state],
      actionUrl: url(`/imports/${run}`),
      startUrl: url('/'),
      leavers: plan.changes.personsLeft.total,
      ...(error !== undefined && { error }),
    },
  };
}

/** The counts that are not zero. */
export function presentChanges({ changes }: ImportPlan, t: OndeTexts): ChangeModel[] {
  return IMPORT_CHANGES.filter((change) => changes[change].total > 0).map((change) => {
    const { total, names } = changes[change];
    const nameList = names.join(', ');
    const more = total - names.length;
    return {
      what: t(`change.${change}`),
      number: total,
      names: names.length > 0 && more > 0 ? t('changes.more', { names: nameList, count: more }) : nameList,
    };
  });
}
