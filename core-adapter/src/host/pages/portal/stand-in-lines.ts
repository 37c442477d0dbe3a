// SPDX-License-Identifier: EUPL-1.2
import { addDays, dayOf, startOfDay } from '../../../api/day.js';
import type { Language, Translate } from '../../../api/i18n.js';
import type { School } from '../../../api/people.js';
import type { HostContext } from '../../context/host-context.js';
import type { FamilyGroup } from '../../domain/directory/groups-of-persons.js';
import { replacedIn, standInsInGroups, type StandInInGroup } from '../../domain/stand-ins/stand-ins-in-groups.js';
import type { SchoolContext } from '../../http/school-context.js';
import type { VisitorPerson } from '../../http/visitor.js';
import { formatFor } from '../../infra/i18n/format.js';
import type { HostKey } from '../../infra/locales/index.js';
import { wordUrl } from '../school/stand-ins/stand-ins.presenter.js';
import type { PortalStandIn } from './portal.model.js';

/** The number of days before a replacement on which the class reads of it. */
const TOLD_DAYS_BEFORE = 7;

interface StandInReader {
  readonly person: Pick<VisitorPerson, 'schools'>;
  readonly visit: SchoolContext;
  readonly language: Language;
  readonly t: Translate<HostKey>;
  /** The groups of the reader and of their children. */
  readonly groups: readonly FamilyGroup[];
}

/** The replacements in the classes of a person and of their children, from a week before they begin. */
export async function standInLines(
  { clock, database }: Pick<HostContext, 'clock' | 'database'>,
  { groups, person, ...reader }: StandInReader,
): Promise<PortalStandIn[]> {
  const now = clock.now();
  const replacing = groups.filter(({ hasStandIn, isOfLastYear }) => hasStandIn && !isOfLastYear);
  const ids = [...new Set(replacing.map(({ id }) => id))];
  const found = await standInsInGroups(database.unitOfWork, ids, now);
  return found.flatMap((one) => {
    const uai = replacing.find(({ id }) => id === one.groupId)?.uai;
    const { school } = person.schools.find((known) => known.school.uai === uai) ?? reader.visit;
    const toldUntil = startOfDay(addDays(dayOf(now, school.timeZone), TOLD_DAYS_BEFORE), school.timeZone);
    return one.from < toldUntil ? [presentStandIn(one, { ...reader, school, clock })] : [];
  });
}

interface LineReader extends Omit<StandInReader, 'groups' | 'person'>, Pick<HostContext, 'clock'> {
  /** The school of the class. */
  readonly school: School;
}

/** « Vous remplacez Claire Vuillemin jusqu’au 2 décembre », its twin for the teacher of the class, and the same for everybody else. */
function presentStandIn(standIn: StandInInGroup, { t, language, visit, school, clock }: LineReader): PortalStandIn {
  const { person, from, until, className, groupId } = standIn;
  const replaced = replacedIn(standIn);
  const format = formatFor(language, school.timeZone, clock);
  const values = {
    ...{ name: person.displayName, class: className, from: format.weekdayAndDay(from) },
    names: replaced?.displayName ?? '',
    // The first instant that is excluded belongs to the day after the last one.
    until: format.day(new Date(until.getTime() - 1)),
  };
  const begun = from <= clock.now();
  if (person.id === visit.user.id) {
    const title = t(values.names === '' ? 'portal.standingInClass' : 'portal.standingIn', values);
    const heading = t(values.names === '' ? 'portal.forClass' : 'portal.for', values);
    const word = wordLine(standIn, visit, t);
    return { title, detail: t('portal.standingInDetail', values), word, inherits: { groupId, heading } };
  }
  if (replaced?.id === visit.user.id) {
    const title = t(begun ? 'portal.replaced' : 'portal.replacedFrom', values);
    const word = wordLine(standIn, visit, t);
    const text = t(word === undefined ? 'portal.leaveWord' : 'portal.changeWord', values);
    const link = { text, url: wordUrl(school.uai, standIn.id) };
    return { title, detail: t('portal.replacedDetail', values), word, link };
  }
  const title = t(values.names === '' ? 'portal.teachesFor' : 'portal.standsIn', values);
  return { title, detail: begun ? '' : t('portal.standsInFrom', values) };
}

/** The word of a replacement, for the replacement teacher and the teacher who is replaced. */
function wordLine(
  { word, person }: StandInInGroup,
  { user }: SchoolContext,
  t: Translate<HostKey>,
): string | undefined {
  if (!word) return undefined;
  const values = { name: word.by.displayName, word: word.text };
  if (person.id === user.id) return t('portal.wordFor', values);
  return t(word.by.id === user.id ? 'portal.wordOwn' : 'portal.wordOther', values);
}
