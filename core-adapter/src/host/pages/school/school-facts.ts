// SPDX-License-Identifier: EUPL-1.2
import type { Format, Language, Translate } from '../../../api/i18n.js';
import type { School } from '../../../api/people.js';
import type { ActivationRow } from '../../domain/activation/activation.entity.js';
import type { GroupWithCounts } from '../../domain/directory/group-list.js';
import type { HostContext } from '../../context/host-context.js';
import { formatFor } from '../../infra/i18n/format.js';
import type { LoadedBrick } from '../../domain/bricks/loaded-brick.js';
import type { HostKey } from '../../infra/locales/index.js';

/** The facts that every part of the page uses: one school, now, in the reader's language. */
export interface SchoolFacts {
  readonly school: School;
  readonly now: Date;
  /** The id of the reader. */
  readonly viewerId: string | undefined;
  readonly language: Language;
  readonly t: Translate<HostKey>;
  readonly format: Format;
  /** « 1 234 »: the format of every number in the texts of `t`. */
  readonly number: (count: number) => string;
  /** « 1er septembre » */
  readonly day: Format['day'];
  /** The groups of this school year, classes first. */
  readonly groups: readonly GroupWithCounts[];
  /** By id, for every group that a rule or the history names, even those that left. */
  readonly groupNames: ReadonlyMap<string, string>;
  /** By brick: rules in force or to come. */
  readonly rules: ReadonlyMap<string, readonly ActivationRow[]>;
  /** Every rule that the shown brick ever had, the latest first. */
  readonly history: readonly ActivationRow[];
  readonly listUrl: string;
}

interface Who {
  readonly viewerId: string | undefined;
  readonly language: Language;
  readonly t: Translate<HostKey>;
}

export async function findSchoolFacts(
  { activations, directory, clock }: Pick<HostContext, 'activations' | 'clock' | 'directory'>,
  school: School,
  shown: LoadedBrick | undefined,
  { viewerId, language, t }: Who,
): Promise<SchoolFacts> {
  const { uai, timeZone } = school;
  const now = clock.now();
  const [groups, rules, history] = await Promise.all([
    directory.groups(uai, timeZone),
    activations.rulesByBrick(uai),
    shown ? activations.history(uai, shown.id) : [],
  ]);
  const named = [...rules.values(), history].flat().flatMap(({ groupIds }) => groupIds);
  const format = formatFor(language, timeZone, clock);
  const numbers = new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB');
  return {
    school,
    now,
    viewerId,
    language,
    t: withNumbers(t, numbers),
    number: (count) => numbers.format(count),
    format,
    day: format.day,
    groups,
    groupNames: await directory.groupNames(uai, named),
    rules,
    history,
    listUrl: `/admin/s/${uai}/bricks`,
  };
}

/** Numbers from a thousand on are written with a space, and are plural in every language. */
function withNumbers(t: Translate<HostKey>, numbers: Intl.NumberFormat): Translate<HostKey> {
  const written = (value: string | number): string | number =>
    typeof value === 'number' && value > 999 ? numbers.format(value) : value;
  return (key, values = {}) =>
    t(key, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, written(value)])));
}
