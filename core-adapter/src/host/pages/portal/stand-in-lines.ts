// SPDX-License-Identifier: EUPL-1.2
import { addDays, dayOf, startOfDay } from '../../../api/day.js';
import type { Language, Translate } from '../../../api/i18n.js';
import type { HostContext } from '../../context/host-context.js';
import type { FamilyGroup } from '../../domain/directory/groups-of-persons.js';
import { standInsInGroups, type StandInInGroup } from '../../domain/stand-ins/stand-ins-in-groups.js';
import type { SchoolContext } from '../../http/school-context.js';
import { formatFor } from '../../infra/i18n/format.js';
import type { HostKey } from '../../infra/locales/index.js';
import type { PortalStandIn } from './portal.model.js';

/** The number of days before a replacement on which the class reads of it. */
const TOLD_DAYS_BEFORE = 7;

interface StandInReader {
  readonly visit: SchoolContext;
  readonly language: Language;
  readonly t: Translate<HostKey>;
  /** The groups of the reader and of their children. */
  readonly groups: readonly FamilyGroup[];
}

/** The replacements in the classes of a person and of their children, from a week before they begin. */
export async function standInLines(
  { clock, database }: Pick<HostContext, 'clock' | 'database'>,
  { groups, ...reader }: StandInReader,
): Promise<PortalStandIn[]> {
  const now = clock.now();
  const { timeZone } = reader.visit.school;
  const replacing = groups.filter(({ hasStandIn, isOfLastYear }) => hasStandIn && !isOfLastYear);
  const ids = [...new Set(replacing.map(({ id }) => id))];
  const found = await standInsInGroups(database.unitOfWork, ids, now);
  const toldUntil = startOfDay(addDays(dayOf(now, timeZone), TOLD_DAYS_BEFORE), timeZone);
  return found.filter(({ from }) => from < toldUntil).map((one) => presentStandIn(one, { ...reader, clock }));
}

/** « Vous remplacez Claire Vuillemin jusqu’au 2 décembre », its twin for the teacher of the class, and the same for everybody else. */
function presentStandIn(
  { person, replaced: teachers, from, until, className, groupId }: StandInInGroup,
  { t, language, visit, clock }: Omit<StandInReader, 'groups'> & Pick<HostContext, 'clock'>,
): PortalStandIn {
  // A replacement names a class: with several teachers, nobody knows which one is away.
  const replaced = teachers.length === 1 ? teachers : [];
  const format = formatFor(language, visit.school.timeZone, clock);
  const values = {
    ...{ name: person.displayName, class: className, from: format.weekdayAndDay(from) },
    names: format.list(replaced.map(({ displayName }) => displayName)),
    // The first instant that is excluded belongs to the day after the last one.
    until: format.day(new Date(until.getTime() - 1)),
  };
  const begun = from <= clock.now();
  if (person.id === visit.user.id) {
    const title = t(values.names === '' ? 'portal.standingInClass' : 'portal.standingIn', values);
    const heading = t(values.names === '' ? 'portal.forClass' : 'portal.for', values);
    return { title, detail: t('portal.standingInDetail', values), inherits: { groupId, heading } };
  }
  if (replaced.some(({ id }) => id === visit.user.id)) {
    const title = t(begun ? 'portal.replaced' : 'portal.replacedFrom', values);
    return { title, detail: t('portal.replacedDetail', values) };
  }
  const title = t(values.names === '' ? 'portal.teachesFor' : 'portal.standsIn', values);
  return { title, detail: begun ? '' : t('portal.standsInFrom', values) };
}
