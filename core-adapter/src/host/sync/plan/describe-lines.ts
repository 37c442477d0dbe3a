// SPDX-License-Identifier: EUPL-1.2
import { LINE_KINDS, planLines, type LineKind, type PlanLine } from './plan-lines.js';
import type { SyncPlan } from './sync-plan.js';

/** How many lines of each kind a terminal shows. */
const SHOWN = 20;

const TITLES: Readonly<Record<LineKind, string>> = {
  disabled: 'Leaves or ends',
  moved: 'Moves to another school',
  changed: 'Changes',
  revived: 'Comes back',
  created: 'Arrives',
};

/** Who and what changes, for the terminal: the first lines of each kind, and how many more there are. */
export function describeLines(plan: SyncPlan): string[] {
  const lines = planLines(plan);
  return LINE_KINDS.flatMap((kind) => {
    const some = lines.filter((line) => line.kind === kind);
    if (some.length === 0) return [];
    const more = some.length - SHOWN;
    return [
      `${TITLES[kind]} (${some.length}):`,
      ...some.slice(0, SHOWN).map((line) => `  ${describeLine(line)}`),
      ...(more > 0 ? [`  … and ${more} more; see the console or --json`] : []),
    ];
  });
}

/** `0390001X jules.rolin "Jules Rolin" (pupil): group "6e a" → "6e b"` */
function describeLine({ uai, subject, key, name, profiles, groups, changes, from, to, reason }: PlanLine): string {
  const who = [uai, subject === 'person' ? '' : subject, subject === 'school' ? '' : key, name && `"${name}"`];
  const what = [...profiles, ...groups.map((group) => `"${group}"`)].join(', ');
  const told = [
    from === undefined ? '' : `from ${from}`,
    to === undefined ? '' : `to ${to}`,
    reason === 'recycled' ? 'the key was somebody else’s' : '',
    ...changes.map((change) => `${change.field} "${change.from}" → "${change.to}"`),
  ];
  const line = [...who, what && `(${what})`].filter((part) => part !== '').join(' ');
  const rest = told.filter((part) => part !== '').join(', ');
  return rest === '' ? line : `${line}: ${rest}`;
}
