// SPDX-License-Identifier: EUPL-1.2
import { oncePerRequest, type SchoolWork } from '@volee/core-adapter';
import { In } from 'typeorm';
import { pausesOnPage, runningPauses } from './running-pauses.js';
import type { Breaker, Policy, QuietHours } from '../rules/policy.js';
import { quietUntil } from '../rules/quiet-hours.js';
import type { BreakerRow } from '../../store/breaker.entity.js';
import { PolicyRow } from '../../store/policy.entity.js';
import { PreferenceRow } from '../../store/preference.entity.js';
import { defaultDecisions, type DecisionsInForce } from './decisions.js';
import { decisionsOf, hoursOf } from './stored-decisions.js';

export interface PolicyReader extends Pick<SchoolWork, 'db' | 'school' | 'clock'> {
  /** Decisions and breakers that a page reads once. Work that writes reads them anew. */
  readonly known?: KnownPolicy;
}

interface KnownPolicy {
  readonly decisions: () => Promise<DecisionsInForce>;
  readonly breakers: () => Promise<Breaker[]>;
}

/** A reader for the parts of one page: decisions and breakers are read once for all of them. */
export function onPage<Reader extends PolicyReader>(request: Reader): Reader & { readonly known: KnownPolicy } {
  const breakers = async (): Promise<Breaker[]> => breakersOf(await pausesOnPage(request), request);
  return { ...request, known: { decisions: () => decisionsOnce(request), breakers } };
}

const decisionsOnce = oncePerRequest(({ db, school }: PolicyReader) => readDecisions({ db, school }));

/**
 * The policy in force in a school. Every path reads it here: a page, a message that is sent, a delivery, a review.
 * @param colleagues the people for which the chosen hours are read: recipients among adults of the school
 */
export async function readPolicy(reader: PolicyReader, colleagues: readonly string[]): Promise<Policy> {
  const { school } = reader;
  const { rules, moderated, quietHours } = await readDecisions(reader);
  const zone = school.timeZone;
  return {
    school,
    rules,
    moderated,
    quietHours: {
      pupils: { ...quietHours.pupils, zone },
      families: { ...quietHours.families, zone },
      staff: await readChosenHours(colleagues, reader),
    },
    breakers: await readBreakers(reader),
  };
}

/** The decisions of the head; those by default where there are none. */
export async function readDecisions({ db, school, known }: Omit<PolicyReader, 'clock'>): Promise<DecisionsInForce> {
  if (known) return known.decisions();
  const row = await db.repository(PolicyRow).findOne({ order: { number: 'DESC' } });
  return row ? decisionsOf(row, school) : defaultDecisions(school);
}

/** The hours at which messages from and to pupils wait. */
export async function readPupilsHours(reader: Omit<PolicyReader, 'clock'>): Promise<QuietHours> {
  const { quietHours } = await readDecisions(reader);
  return { ...quietHours.pupils, zone: reader.school.timeZone };
}

/** The instant at which messages from and to pupils arrive next; undefined while they arrive at once. */
export async function pupilsQuietUntil(reader: PolicyReader): Promise<Date | undefined> {
  return quietUntil(reader.clock.now(), await readPupilsHours(reader));
}

/** The breakers that last now. */
export async function readBreakers({ db, school, clock, known }: PolicyReader): Promise<Breaker[]> {
  if (known) return known.breakers();
  return breakersOf(await runningPauses({ db, clock }), { school });
}

function breakersOf(pauses: readonly BreakerRow[], { school }: Pick<PolicyReader, 'school'>): Breaker[] {
  return pauses.map(({ profile, reason, until }) => ({ profile, school: school.uai, reason, until }));
}

/** The policy with the hours that these people chose. */
export async function withChosenHours(
  policy: Policy,
  colleagues: readonly string[],
  reader: Omit<PolicyReader, 'clock'>,
): Promise<Policy> {
  return { ...policy, quietHours: { ...policy.quietHours, staff: await readChosenHours(colleagues, reader) } };
}

async function readChosenHours(
  colleagues: readonly string[],
  { db, school }: Omit<PolicyReader, 'clock'>,
): Promise<ReadonlyMap<string, QuietHours>> {
  if (colleagues.length === 0) return new Map();
  const rows = await db.repository(PreferenceRow).find({ where: { ownerId: In([...colleagues]) } });
  return new Map(
    rows.flatMap(({ ownerId, quietHours }) => {
      const hours = hoursOf(quietHours);
      return hours ? [[ownerId, { ...hours, zone: school.timeZone }] as const] : [];
    }),
  );
}
