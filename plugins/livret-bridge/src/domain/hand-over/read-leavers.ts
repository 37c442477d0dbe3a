// SPDX-License-Identifier: EUPL-1.2
import type { Member } from '@volee/core-adapter';
import { In, IsNull, MoreThanOrEqual } from 'typeorm';
import type { LivretRequest } from '../../brick-types.js';
import { BilanRow } from '../../store/bilan.entity.js';
import { DestinationRow } from '../../store/destination.entity.js';
import { inscriptionClass, taughtAmong } from '../periods/inscription-class.js';
import { cm2YearAt } from './hand-over-dates.js';

const COLUMNS = ['id', 'pupilId', 'year', 'kind', 'period', 'level', 'publishedAt'] as const;

/** A published bilan, without its content. */
export type GoingBilan = Pick<BilanRow, (typeof COLUMNS)[number]>;

/** A pupil who goes to a collège. */
export interface Leaver {
  readonly id: string;
  readonly name: string;
  /** The name of the class; empty when no list names it any more. */
  readonly className: string;
  /** The bilans that go: the published ones of CM1 and CM2. */
  readonly bilans: readonly GoingBilan[];
  /** The collège that the head chose: its UAI, or empty for one that is not on this platform. Undefined when none is chosen yet. */
  readonly chosen: string | undefined;
}

export interface Leavers {
  /** The school year in which they are in CM2. */
  readonly year: number;
  /** The pupils by family name. */
  readonly leavers: readonly Leaver[];
  /** Pupils without a level: they may be in CM2 or not. */
  readonly unknown: readonly Leaver[];
}

type ReadingRequest = Pick<LivretRequest, 'access' | 'db' | 'directory' | 'clock' | 'school' | 'schoolYear'>;

/**
 * The pupils of CM2, by the directory and by the bilans of the year. Until 1 November they are those of the year before: the directory no
 * longer has that level for them.
 */
export async function readLeavers(request: ReadingRequest): Promise<Leavers> {
  const { db, directory, clock, school, schoolYear } = request;
  const year = cm2YearAt(clock.now(), schoolYear, school.timeZone);
  const now = await pupilsNow(request);
  const written = await db.repository(BilanRow).find({ select: ['pupilId', 'classId', 'level'], where: { year } });
  const chosen = new Map(
    (await db.repository(DestinationRow).find({ where: { year } })).map(({ pupilId, college }) => [pupilId, college]),
  );
  const withLevel = (level: string | null): string[] => [
    ...(year === schoolYear ? now.members.filter((one) => one.level === level).map(({ id }) => id) : []),
    ...written.filter((row) => row.level === level).map(({ pupilId }) => pupilId),
  ];
  const leaving = new Set([...withLevel('CM2'), ...chosen.keys()]);
  const unknown = new Set(withLevel(null).filter((id) => !leaving.has(id)));
  const persons = await directory.persons([...leaving, ...unknown]);
  const classes = new Map([
    ...written.map(({ pupilId, classId }) => [pupilId, now.classNames.get(classId) ?? ''] as const),
    ...now.classOf,
  ]);
  const bilans = await goingBilans([...persons.keys()], year, request);
  const leaverOf = ({ id, displayName: name }: Member): Leaver => ({
    ...{ id, name, className: classes.get(id) ?? '', chosen: chosen.get(id) },
    bilans: bilans.filter(({ pupilId }) => pupilId === id),
  });
  const named = [...persons.values()].sort((a, b) => a.familyName.localeCompare(b.familyName, 'fr'));
  return {
    year,
    leavers: named.filter(({ id }) => leaving.has(id)).map(leaverOf),
    unknown: named.filter(({ id }) => unknown.has(id)).map(leaverOf),
  };
}

interface PupilsNow {
  readonly members: readonly Member[];
  /** The name of the class of each pupil. */
  readonly classOf: ReadonlyMap<string, string>;
  /** The names by id of the class, also for classes of last year. */
  readonly classNames: ReadonlyMap<string, string>;
}

async function pupilsNow({ access, directory }: ReadingRequest): Promise<PupilsNow> {
  const ids = await directory.people({ profiles: ['pupil'] });
  const classes = await directory.classesOf(ids);
  const taught = await taughtAmong(classes.values(), directory);
  const classOf = [...classes].flatMap(([id, own]) => {
    const inscribed = inscriptionClass(own, taught);
    return inscribed ? [[id, inscribed.name] as const] : [];
  });
  const listed = [...(await access.pastGroups('handOver')), ...(await access.groups('handOver'))];
  return {
    members: [...(await directory.persons(ids)).values()],
    classOf: new Map(classOf),
    classNames: new Map(listed.map(({ id, name }) => [id, name])),
  };
}

/** The bilans that go. For a pupil without a level, as in a ULIS, these are the bilans of the last two years. */
async function goingBilans(pupilIds: readonly string[], year: number, { db }: ReadingRequest): Promise<GoingBilan[]> {
  const published = { state: 'published' as const, kind: 'periodic' as const, pupilId: In([...pupilIds]) };
  return db.repository(BilanRow).find({
    select: COLUMNS,
    where: [
      { ...published, level: In(['CM1', 'CM2']) },
      { ...published, level: IsNull(), year: MoreThanOrEqual(year - 1) },
    ],
    order: { year: 'ASC', period: 'ASC', id: 'ASC' },
  });
}
