// SPDX-License-Identifier: EUPL-1.2
import type { SchoolKind } from '@volee/core-adapter';
import { changesBetween, type Change } from './changes.js';
import { KEPT_FOR, type Decisions } from './decisions.js';
import type { RuleTable } from '../rules/policy.js';
import { hoursFields, readHours, type Problem } from './hours.input.js';
import { pairsOf, type RuleLine } from './rule-lines.js';
import type { TypedValues } from './typed-values.js';

/** The decisions that the form of a line would put in force. */
export interface Proposal {
  readonly decisions: Decisions;
  readonly changes: readonly Change[];
  readonly problems: readonly Problem[];
}

/** Puts what was typed for a line in the place of what is in force. A field that was not sent changes nothing. */
export function propose(line: RuleLine, typed: TypedValues, inForce: Decisions, kind: SchoolKind): Proposal {
  const { decisions, problems } = read(line, typed, inForce, kind);
  return { decisions, problems, changes: problems.length > 0 ? [] : changesBetween(inForce, decisions) };
}

type Read = Omit<Proposal, 'changes'>;

function read(line: RuleLine, typed: TypedValues, inForce: Decisions, kind: SchoolKind): Read {
  switch (line) {
    case 'pupil':
    case 'guardian':
    case 'adults':
      return readReaches(line, typed, inForce);
    case 'moderation':
      return readModeration(typed, inForce, kind);
    case 'hours-pupils':
    case 'hours-families':
      return readBothHours(line === 'hours-pupils' ? 'pupils' : 'families', typed, inForce);
    case 'kept':
      return readKept(typed, inForce);
  }
}

function readReaches(line: RuleLine, typed: TypedValues, inForce: Decisions): Read {
  const problems: Problem[] = [];
  const rules = pairsOf(line).reduce<RuleTable>((table, { from, to, name, choices }) => {
    const value = typed.text(name) ?? table[from][to];
    const reach = choices.find((choice) => choice === value);
    if (reach === undefined) problems.push({ field: name, text: 'rules.problem.choice' });
    return reach === undefined ? table : { ...table, [from]: { ...table[from], [to]: reach } };
  }, inForce.rules);
  return { decisions: { ...inForce, rules }, problems };
}

/** Pupils of an école are 6 to 11: there, an adult always reads first. */
function readModeration(typed: TypedValues, inForce: Decisions, kind: SchoolKind): Read {
  const value = typed.text('moderated') ?? String(inForce.moderated);
  const isChoice = value === 'true' || (value === 'false' && kind === 'college');
  if (!isChoice) return { decisions: inForce, problems: [{ field: 'moderated', text: 'rules.problem.moderated' }] };
  return { decisions: { ...inForce, moderated: value === 'true' }, problems: [] };
}

function readBothHours(audience: 'pupils' | 'families', typed: TypedValues, inForce: Decisions): Read {
  const { hours, problems } = readHours(hoursFields(typed, inForce.quietHours[audience]));
  const quietHours =
    typed.text('both') === 'true' ? { pupils: hours, families: hours } : { ...inForce.quietHours, [audience]: hours };
  return { decisions: { ...inForce, quietHours }, problems };
}

function readKept(typed: TypedValues, inForce: Decisions): Read {
  const keptFor = KEPT_FOR.find((one) => one === (typed.text('kept') ?? inForce.keptFor));
  if (keptFor === undefined) return { decisions: inForce, problems: [{ field: 'kept', text: 'rules.problem.choice' }] };
  return { decisions: { ...inForce, keptFor }, problems: [] };
}
