// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { FormerDocument, FormerPage, FormerThings } from '../../api/former-school.js';
import type { Language } from '../../api/i18n.js';
import type { HostContext } from '../context/host-context.js';
import { brickDataIn } from '../domain/bricks/brick-data-in.js';
import type { AnyFormerRequest } from '../domain/bricks/brick-portal.js';
import { isFeature, type ReadyBrick } from '../domain/bricks/loaded-brick.js';
import { servedProfiles } from '../domain/activation/served-profiles.js';
import { schoolYearOf } from '../domain/directory/school-year.js';
import type { FormerSchool } from '../domain/former-schools/find-former-schools.js';
import { formatFor } from '../infra/i18n/format.js';
import { localClock } from '../infra/i18n/local-clock.js';
import { translator } from '../infra/i18n/translate.js';
import { isInfrastructureFailure } from '../infra/database/is-infrastructure-failure.js';
import { asError } from '../infra/util/as-error.js';
import { inBrick } from '../infra/util/brick-scope.js';
import { withTimeout } from '../infra/util/with-timeout.js';
import { hiddenNotFound } from './hidden-not-found.js';
import type { VisitorPerson } from './visitor.js';

export type FormerServices = Pick<
  HostContext,
  'activations' | 'assets' | 'bricks' | 'clock' | 'database' | 'directory' | 'limits' | 'storage' | 'troubles'
>;

/** The reader of a page about a former school. */
export interface FormerReader {
  readonly person: Pick<VisitorPerson, 'id' | 'displayName' | 'givenName'>;
  readonly language: Language;
}

/** A person with their things in a school, and the profiles of the reader there: a former school, or one in which a brick is off for them. */
export type LeftPlace = Pick<FormerSchool, 'school' | 'owner' | 'profiles'>;

/** A brick of such a school, with what it keeps; undefined when it does not answer. */
export interface FormerBrick {
  readonly brick: ReadyBrick;
  readonly things: FormerThings | undefined;
}

/** A brick with the documents that its list shows. */
export interface ListedBrick extends FormerBrick {
  readonly documents: readonly FormerDocument[];
}

const THINGS = z
  .object({
    kept: z.array(z.object({ text: z.string().min(1), until: z.date().optional() })),
    documents: z.function().optional(),
    open: z.function().optional(),
    take: z.function().optional(),
  })
  .refine(({ documents, open }) => documents === undefined || open !== undefined, 'documents need open');

const DOCUMENTS = z.array(
  z.object({
    key: z.string().regex(/^[\w-]{1,60}$/),
    title: z.string().min(1),
    detail: z.string(),
    pages: z.int().min(1).optional(),
  }),
);

const DOCUMENT_PAGE = z.object({ title: z.string().min(1), hasNext: z.boolean().optional() });

/**
 * The bricks that keep something for the reader in a school, and the bricks that did not answer within the limit.
 * @param isAsked which bricks to ask, by id
 */
export async function formerBricks(
  context: FormerServices,
  former: LeftPlace,
  reader: FormerReader,
  limit: number,
  isAsked: (id: string) => boolean = () => true,
): Promise<FormerBrick[]> {
  const bricks = await bricksOf(context, former, isAsked);
  const asked = bricks.map(async (brick) => ({ brick, things: await ask(context, brick, former, reader, limit) }));
  return (await Promise.all(asked)).filter(({ things }) => things === undefined || things.kept.length > 0);
}

/** The bricks of `formerBricks` with their documents. A brick with documents that cannot be listed does not answer. */
export async function listedBricks(
  context: FormerServices,
  former: FormerSchool,
  reader: FormerReader,
  limit: number,
): Promise<ListedBrick[]> {
  const listed = (await formerBricks(context, former, reader, limit)).map(async ({ brick, things }) => {
    const documents = things && (await guarded(context, brick, former, () => documentsOf({ brick, things }, limit)));
    return documents ? { brick, things, documents } : { brick, things: undefined, documents: [] };
  });
  return Promise.all(listed);
}

interface AnsweredBrick {
  readonly brick: Pick<ReadyBrick, 'id'>;
  readonly things: FormerThings;
}

/** @throws what the brick throws, and for documents that are malformed */
export async function documentsOf({ brick, things }: AnsweredBrick, limit: number): Promise<readonly FormerDocument[]> {
  const documents = await withTimeout(limit, () => inBrick({ id: brick.id }, async () => things.documents?.() ?? []));
  DOCUMENTS.parse(documents);
  return documents;
}

/** @throws NotFoundError when there is no such page, what the brick throws, and for a page that is malformed */
export async function documentPage(
  { brick, things }: AnsweredBrick,
  { key, page }: { readonly key: string; readonly page: number },
  limit: number,
): Promise<FormerPage> {
  const opened = await withTimeout(limit, () => inBrick({ id: brick.id }, async () => things.open?.(key, page)));
  if (!opened) throw hiddenNotFound('the brick keeps no such document for the reader');
  DOCUMENT_PAGE.parse(opened);
  return opened;
}

/**
 * The bricks with such a part that are on in the school for a profile of the reader there. No directory tells any more in which groups they
 * were, so a rule that names groups counts for them by its profiles.
 */
async function bricksOf(
  context: Pick<FormerServices, 'activations' | 'bricks'>,
  { school: { uai }, profiles }: LeftPlace,
  isAsked: (id: string) => boolean,
): Promise<ReadyBrick[]> {
  const { activations } = context;
  const bricks = context.bricks
    .filter((brick) => brick.state === 'ready')
    .filter(isFeature)
    .filter(({ id, portal }) => portal?.formerSchool && isAsked(id));
  if (bricks.length === 0) return [];
  const reached = await activations.bricksFor(uai, profiles, async () => {
    const rules = [...(await activations.rulesByBrick(uai)).values()].flat();
    const groupIds = new Set(rules.flatMap((rule) => rule.groupIds));
    return [...groupIds].flatMap((groupId) => profiles.map((profile) => ({ groupId, profile })));
  });
  return bricks.filter((brick) => {
    const served = servedProfiles(brick);
    return (reached.get(brick.id)?.profiles ?? []).some((profile) => served.includes(profile));
  });
}

function ask(
  context: FormerServices,
  brick: ReadyBrick,
  former: LeftPlace,
  reader: FormerReader,
  limit: number,
): Promise<FormerThings | undefined> {
  return guarded(context, brick, former, async () => {
    const request = formerRequest(context, brick, former, reader);
    const work = async (): Promise<unknown> => brick.portal?.formerSchool?.(request);
    const things = await withTimeout(limit, () => inBrick({ id: brick.id }, work));
    THINGS.parse(things);
    return things as FormerThings;
  });
}

/** Runs work of a brick; undefined when it fails. An error of the brick is logged and counted as its own. */
async function guarded<R>(
  context: FormerServices,
  brick: ReadyBrick,
  former: LeftPlace,
  work: () => Promise<R>,
): Promise<R | undefined> {
  try {
    return await work();
  } catch (error) {
    if (isInfrastructureFailure(error)) return undefined;
    context.troubles.note(brick.id, error);
    brick.log.error(
      { school: former.school.uai, err: asError(error) },
      'formerSchool failed: the page does without this brick',
    );
    return undefined;
  }
}

function formerRequest(
  context: FormerServices,
  brick: ReadyBrick,
  { school, owner, profiles }: LeftPlace,
  { person: { id, displayName, givenName }, language }: FormerReader,
): AnyFormerRequest {
  const { clock, directory, assets } = context;
  const { db, storage } = brickDataIn(context, brick, school.uai);
  const { persons } = directory.inSchool(school);
  return {
    ...{
      school,
      owner,
      db,
      storage,
      clock: localClock(clock, school.timeZone),
      log: brick.log,
      directory: { persons },
    },
    schoolYear: schoolYearOf(clock.now(), school.timeZone),
    user: { id, displayName, givenName, profiles },
    t: translator(brick.manifest.locales, language, profiles.includes('pupil')),
    format: formatFor(language, school.timeZone, clock),
    asset: (name) => assets.url(brick.id, name),
  };
}
