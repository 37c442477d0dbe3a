// SPDX-License-Identifier: EUPL-1.2
import { LINE_KINDS, planLines, type LineKind, type PlanLine } from './plan-lines.js';
import type { Change, SyncPlan } from './sync-plan.js';

/** The maximum number of lines of each kind on a terminal. */
const SHOWN = 20;

const TITLES: Readonly<Record<LineKind, string>> = {
  disabled: 'Leaves or ends',
  moved: 'Moves to another school',
  changed: 'Changes',
  revived: 'Comes back',
  created: 'Arrives',
};

/** Describes a plan for the terminal: the first lines of each kind, and the number of further ones. */
export function describeLines(plan: SyncPlan): string[] {
  const first = new Map<LineKind, PlanLine[]>(LINE_KINDS.map((kind) => [kind, []]));
  const totals = new Map<LineKind, number>();
  for (const line of planLines(plan)) {
    const total = totals.get(line.kind) ?? 0;
    if (total < SHOWN) first.get(line.kind)?.push(line);
    totals.set(line.kind, total + 1);
  }
  return [...totals.keys()].sort(byKind).flatMap((kind) => {
    const total = totals.get(kind) ?? 0;
    return [
      `${TITLES[kind]} (${total}):`,
      ...(first.get(kind) ?? []).map((line) => `  ${describeLine(line)}`),
      ...(total > SHOWN ? [`  … and ${total - SHOWN} more; see the console or --json`] : []),
    ];
  });
}

function byKind(one: LineKind, other: LineKind): number {
  return LINE_KINDS.indexOf(one) - LINE_KINDS.indexOf(other);
}

function describeChange({ field, from, to }: Change): string {
  return field === 'grant' ? 'the right of a head by grant will end' : `${field} "${from}" → "${to}"`;
}

/** `0390001X jules.rolin "Jules Rolin" (pupil): group "6e a" → "6e b"` */
function describeLine({ uai, subject, key, name, profiles, groups, changes, from, to, reason }: PlanLine): string {
  const who = [uai, subject === 'person' ? '' : subject, subject === 'school' ? '' : key, name && `"${name}"`];
  const what = [...profiles, ...groups.map((group) => `"${group}"`)].join(', ');
  const parts = [
    from === undefined ? '' : `from ${from}`,
    to === undefined ? '' : `to ${to}`,
    reason === 'recycled' ? 'the key was another person’s' : '',
    reason === 'replaced' ? 'the key names another person now' : '',
    ...changes.map(describeChange),
  ];
  const line = [...who, what && `(${what})`].filter((part) => part !== '').join(' ');
  const rest = parts.filter((part) => part !== '').join(', ');
  return rest === '' ? line : `${line}: ${rest}`;
}
