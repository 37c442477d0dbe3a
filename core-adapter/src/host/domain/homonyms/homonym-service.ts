// SPDX-License-Identifier: EUPL-1.2
import type { EntityManager } from 'typeorm';
import type { Audited } from '../../../api/audit.js';
import { NotFoundError } from '../../../api/errors.js';
import type { Clock } from '../../../api/log.js';
import type { AuditTrail } from '../audit/audit-trail.js';
import { isInfrastructureFailure } from '../../infra/database/is-infrastructure-failure.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { holdSyncs } from '../sync/apply/hold-syncs.js';
import type { SyncServiceOptions } from '../sync/sync-service.js';
import { homonymProblem } from './homonym-problem.js';
import { askByHand } from './ask-by-hand.js';
import { refuseOwn } from './refuse-own.js';
import { HomonymRow } from '../sync/state/homonym.entity.js';
import { moveInBricks, moveProblem, type BrickMove, type Move, type MoveProgress } from './move-in-bricks.js';
import { mergePersons } from './merge-persons.js';
import { ExternalIdRow } from '../directory/external-id.entity.js';
import { compareIdentities } from '../sync/identity/compare-identities.js';
import { readCurrentPersons, type StoredIdentity } from '../sync/state/current-persons.js';
import { moveLateRows, type Decided } from './move-late-rows.js';

export interface HomonymServiceOptions extends Required<Pick<SyncServiceOptions, 'onRegrouped' | 'onSynced'>> {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly auditTrail: AuditTrail;
  /** The source that has the logins of the SSO. A person that it names can log in, so a merge keeps them. */
  readonly loginSource: string | undefined;
  /** The moves that bricks carry out for one that becomes another. */
  readonly brickMoves: (manager: EntityManager, move: Move) => Promise<readonly BrickMove[]>;
  /** Ends the sessions of people who were merged into another one, in the same transaction. */
  readonly endSessions: (personIds: readonly string[]) => Promise<void>;
}

/** Rows of bricks may change while two people become one; the decision must not fail because of an upload that arrives meanwhile. */
const ATTEMPTS = 5;

export type Decision = 'same' | 'different';

/** Decides, once per pair, whether two people are the same one. */
export class HomonymService {
  constructor(private readonly options: HomonymServiceOptions) {}

  /**
   * Opens the question whether two people are one: see `askByHand`.
   * @param actor id of a person, or `cli`
   * @returns the id of the pair
   */
  ask(ids: readonly [string, string], { actor }: { readonly actor: string }): Promise<string> {
    const { unitOfWork, clock, auditTrail } = this.options;
    const subject = { person: ids[0], other: ids[1] };
    const action = { actor, uai: null, action: 'core.homonym.ask', subject };
    const ask = async (manager: EntityManager): Promise<string> => {
      await holdSyncs(manager, () => homonymProblem('busy'));
      return askByHand(manager, ids, { actor, now: clock.now() });
    };
    return auditTrail.record(action, async () => ({ subject, result: await unitOfWork.transaction(ask) }));
  }

  /**
   * `different`: both people stay, and the pair is never asked about again. `same`: all that sources say of one person is said of the
   * other from now on, and bricks move what they keep about them; the former counts as having left.
   * @param actor id of a person, or `cli`
   * @throws NotFoundError
   * @throws ConflictError when the actor is one of the two, the pair is decided already, both people have left, one source names both,
   * their data differs, or a brick cannot move what it keeps; nothing is written then
   */
  async decide(id: string, decision: Decision, { actor, reason }: { actor: string; reason: string }): Promise<void> {
    const { unitOfWork, clock, auditTrail, loginSource, brickMoves, endSessions } = this.options;
    const { onRegrouped, onSynced } = this.options;
    const asked = await unitOfWork.run((manager) => manager.findOneBy(HomonymRow, { id }));
    if (!asked) throw new NotFoundError(`There is no pair of homonyms ${id}.`, { details: { id } });
    const subject = { person: asked.personId, other: asked.otherId };
    const progress: MoveProgress = {};
    const decide = (): Promise<readonly string[]> =>
      unitOfWork.transaction(async (manager) => {
        // The brick that another attempt asked tells nothing about this one.
        progress.asked = undefined;
        refuseOwn([asked.personId, asked.otherId], actor);
        if (decision === 'same') await holdSyncs(manager, () => homonymProblem('busy'));
        const now = clock.now();
        const answer = { state: decision, decidedAt: now, decidedBy: actor, reason: reason || null };
        const { affected } = await manager.update(HomonymRow, { id, state: 'open' }, answer);
        if (affected !== 1) throw homonymProblem('decided');
        if (decision === 'different') return [];
        await refuseDifferent(unitOfWork, asked);
        const { gone, kept, isTurned, uais } = await mergePersons(manager, asked, {
          ...{ loginSource, now },
          moveInBricks: async (move) => moveInBricks(await brickMoves(manager, move), progress),
        });
        await endSessions(isTurned ? [gone, kept] : [gone]);
        await onRegrouped(manager, uais);
        return uais;
      });
    const action = { actor, uai: null, action: `core.homonym.${decision}`, subject };
    const work = async (): Promise<Audited<readonly string[]>> => ({ subject, result: await decide() });
    const decided = auditTrail.record(action, work, { attempts: ATTEMPTS });
    const uais = await decided.catch((error: unknown) => {
      throw progress.asked && !isInfrastructureFailure(error) ? moveProblem(progress.asked) : error;
    });
    // Pupils that are one now may show that their classes are, too.
    if (uais.length > 0) await onSynced(uais);
  }

  /** Moves rows that were written while the person that they name was joined to another one: see `moveLateRows`. */
  moveLateRows(decided: Decided, signal: AbortSignal): Promise<void> {
    return moveLateRows(decided, signal, this.options);
  }
}

/**
 * Compares two people again: directories may have said data since the question that tells them apart. A question that no sync asked is
 * judged as a sync judges the entries of one directory, also for people of two: somebody chose the two from all people.
 * @throws ConflictError when the two differ
 */
async function refuseDifferent(
  unitOfWork: UnitOfWork,
  { personId, otherId, why }: Pick<HomonymRow, 'personId' | 'otherId' | 'why'>,
): Promise<void> {
  const some = await readIdentities(unitOfWork, personId);
  const others = await readIdentities(unitOfWork, otherId);
  const differ = why === 'hand' ? areTwo : areDifferent;
  const isDifferent = some.some((one) => others.some((other) => differ(other, one)));
  if (isDifferent) throw homonymProblem('different');
}

interface SaidIdentity extends StoredIdentity {
  readonly source: string;
}

async function readIdentities(unitOfWork: UnitOfWork, personId: string): Promise<SaidIdentity[]> {
  const keys = await unitOfWork.run((manager) =>
    manager.find(ExternalIdRow, { select: { source: true, key: true }, where: { personId } }),
  );
  const identities = await Promise.all(
    keys.map(async ({ source, key }) => {
      const { stored } = await readCurrentPersons(unitOfWork, { source, groupKeys: new Map() }, [key]);
      return [...stored.values()].map((identity) => ({ ...identity, source }));
    }),
  );
  return identities.flat();
}

/** Compares two identities that somebody chose. Stable ids of two sources are no witness. */
function areTwo(stored: SaidIdentity, named: SaidIdentity): boolean {
  const stableIds = stored.source === named.source ? stored.stableIds : [];
  return compareIdentities({ ...stored, stableIds }, named).answer === 'different';
}

/** Compares two identities. Stable ids of two sources always differ, and two sources may spell a family name in two ways. */
function areDifferent(stored: SaidIdentity, named: SaidIdentity): boolean {
  if (stored.source === named.source) return compareIdentities(stored, named).answer === 'different';
  const { against } = compareIdentities({ ...stored, stableIds: [] }, named);
  const decisive = against.filter((witness) => witness === 'ine' || witness === 'birth-date');
  return decisive.length > 1 || (decisive.length > 0 && against.includes('given-name'));
}
