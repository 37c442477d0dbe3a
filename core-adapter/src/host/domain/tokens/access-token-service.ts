// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import { In, IsNull, LessThanOrEqual, type EntityManager } from 'typeorm';
import { NotFoundError } from '../../../api/errors.js';
import type { Clock } from '../../../api/log.js';
import { LOGIN, withHolder } from '../administrators/named-holders.js';
import type { AuditTrail } from '../audit/audit-trail.js';
import { hashOf } from '../../infra/database/hash-of.js';
import { newId } from '../../infra/database/new-id.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { batches } from '../directory/batches.js';
import { ExternalIdRow } from '../directory/external-id.entity.js';
import { normaliseLogin } from '../directory/normalise-login.js';
import { PersonRow } from '../directory/person.entity.js';
import { AccessTokenRow } from './access-token.entity.js';
import type { ShownToken } from './shown-token.js';
import { cleanName, problemsOf, type TokenChoice } from './token-choice.js';
import { MOST_TOKENS, tokenProblem } from './token-problem.js';

/** Lets secret scanners recognise a leaked token in public code. */
const PREFIX = 'volee_';

/** 256 bits: a secret cannot be guessed, so its hash needs no salt. */
const BYTES = 32;

/** A token without its secret and its hash, fit for display. */
export type AccessToken = Omit<AccessTokenRow, 'secretHash'>;

/** The shortest time between two records of uses, in milliseconds, to spare a write on each. */
const NOTED_MS = 60_000;

/** Personal access tokens: programs of a person authenticate with them instead of a login. */
export class AccessTokenService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly auditTrail: AuditTrail,
  ) {}

  /**
   * Creates a token. Expired tokens of the person are deleted first, which frees their names.
   * @param actor a person's id, or `cli`
   * @returns the secret too, which cannot be retrieved later
   * @throws InputError, or ConflictError when the name is taken, the person has too many tokens or has left: see `token-problem.ts`
   */
  async create(personId: string, choice: TokenChoice, actor: string): Promise<AccessToken & { secret: string }> {
    const now = this.clock.now();
    const [problem] = problemsOf(choice, now);
    if (problem) throw tokenProblem(problem);
    const { endsAt } = choice;
    const brickIds = [...new Set(choice.brickIds)];
    const row = {
      id: newId(),
      personId,
      name: cleanName(choice.name),
      brickIds,
      createdAt: now,
      lastUsedAt: null,
      endsAt,
    };
    const secret = newSecret();
    const subject = { person: personId, token: row.id, bricks: brickIds };
    await this.auditTrail.record({ actor, uai: null, action: 'core.token.create', subject }, () =>
      this.unitOfWork.transaction(async (manager) => {
        await holdPerson(manager, personId);
        await manager.delete(AccessTokenRow, { personId, endsAt: LessThanOrEqual(now) });
        const names = (await manager.findBy(AccessTokenRow, { personId })).map(({ name }) => name);
        if (names.includes(row.name)) throw tokenProblem('nameTaken');
        if (names.length >= MOST_TOKENS) throw tokenProblem('tooMany');
        await manager.insert(AccessTokenRow, { ...row, secretHash: hashOf(secret) });
        return { subject, result: undefined };
      }),
    );
    return { ...row, secret };
  }

  /** The tokens of one person, the latest first; including expired ones that have not been deleted yet. */
  async listOf(personId: string): Promise<AccessToken[]> {
    const rows = await this.unitOfWork.run((manager) =>
      manager.find(AccessTokenRow, { where: { personId }, order: { id: 'DESC' } }),
    );
    return rows.map(withoutHash);
  }

  /** The tokens of all people or of one, the earliest first, each with a login of its holder. */
  async list(personId?: string): Promise<(AccessToken & { login: string })[]> {
    const { entities, raw } = await this.unitOfWork.run((manager) => {
      const held = withHolder(manager.createQueryBuilder(AccessTokenRow, 'held')).addSelect(LOGIN, 'login');
      if (personId !== undefined) held.where({ personId });
      return held.orderBy('held.id', 'ASC').getRawAndEntities<{ login: string }>();
    });
    return entities.map((row, index) => ({ ...withoutHash(row), login: raw[index]?.login ?? '' }));
  }

  /** @throws NotFoundError when there is no such token, or when it belongs to another person */
  async find(id: string, personId?: string): Promise<AccessToken> {
    const where = { id, ...(personId !== undefined && { personId }) };
    const row = await this.unitOfWork.run((manager) => manager.findOneBy(AccessTokenRow, where));
    if (!row) {
      throw new NotFoundError(`There is no token ${id}.`, { remedy: '"volee token list" names those that there are.' });
    }
    return withoutHash(row);
  }

  /**
   * Revokes a token, from the next request on.
   * @param personId the person who must hold the token; absent on the command line
   * @throws NotFoundError as `find`
   */
  async revoke(id: string, actor: string, personId?: string): Promise<AccessToken> {
    const token = await this.find(id, personId);
    const subject = { person: token.personId, token: id, bricks: token.brickIds };
    await this.auditTrail.record({ actor, uai: null, action: 'core.token.revoke', subject }, async () => {
      const { affected } = await this.unitOfWork.run((manager) => manager.delete(AccessTokenRow, { id }));
      return { subject: affected === 1 ? subject : null, result: undefined };
    });
    return token;
  }

  /**
   * The token for a secret; undefined when the secret is wrong, revoked or expired, its holder has left, or it is shown with a login of
   * another person. Records the use.
   */
  async recognise({ secret, login }: ShownToken): Promise<AccessToken | undefined> {
    const secretHash = hashOf(secret);
    const row = await this.unitOfWork.run((manager) =>
      manager
        .createQueryBuilder(AccessTokenRow, 'token')
        .innerJoin(PersonRow, 'person', 'person.id = token.personId AND person.disabledAt IS NULL')
        .where({ secretHash })
        .getOne(),
    );
    const now = this.clock.now();
    if (!row || (row.endsAt !== null && row.endsAt.getTime() <= now.getTime())) return undefined;
    if (login !== undefined && !(await this.#isCalled(row.personId, login))) return undefined;
    await this.#noteUse(row, now);
    return withoutHash(row);
  }

  /** Deletes every token of these people, after the end of their account: tokens are not restored if they come back. */
  async endOf(personIds: readonly string[]): Promise<void> {
    for (const batch of batches(personIds)) {
      await this.unitOfWork.run((manager) => manager.delete(AccessTokenRow, { personId: In([...batch]) }));
    }
  }

  #isCalled(personId: string, login: string): Promise<boolean> {
    return this.unitOfWork.run((manager) =>
      manager.existsBy(ExternalIdRow, { personId, login: normaliseLogin(login) }),
    );
  }

  async #noteUse({ id, lastUsedAt }: AccessTokenRow, now: Date): Promise<void> {
    if (lastUsedAt !== null && now.getTime() - lastUsedAt.getTime() < NOTED_MS) return;
    await this.unitOfWork.run((manager) => manager.update(AccessTokenRow, { id }, { lastUsedAt: now }));
  }
}

/**
 * Locks the person until the end of the transaction, by an update that changes nothing: two concurrent calls would not count each other.
 */
async function holdPerson(manager: EntityManager, id: string): Promise<void> {
  const there = { id, disabledAt: IsNull() };
  await manager.update(PersonRow, there, { createdAt: () => 'createdAt' });
  if (!(await manager.existsBy(PersonRow, there))) throw tokenProblem('left');
}

function withoutHash({ secretHash: _, ...token }: AccessTokenRow): AccessToken {
  return token;
}

/** A new secret, such as `volee_…`, of 49 letters, digits, `-` and `_`. */
function newSecret(): string {
  return PREFIX + randomBytes(BYTES).toString('base64url');
}
