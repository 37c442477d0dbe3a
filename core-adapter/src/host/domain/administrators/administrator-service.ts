// SPDX-License-Identifier: EUPL-1.2
import { IsNull, type DeleteResult, type FindOptionsWhere, type UpdateResult } from 'typeorm';
import type { AuditSubject } from '../../../api/audit.js';
import type { Clock } from '../../../api/log.js';
import { CLI } from '../audit/actors.js';
import type { AuditTrail } from '../audit/audit-trail.js';
import { newId } from '../../infra/database/new-id.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { AttachmentRow, GRANT_SOURCE } from '../directory/attachment.entity.js';
import { ExternalIdRow } from '../directory/external-id.entity.js';
import { lockSchool } from '../directory/lock-school.js';
import { normaliseKey } from '../directory/normalise-key.js';
import { normaliseLogin } from '../directory/normalise-login.js';
import { SchoolRow } from '../directory/school.entity.js';
import { conflict, notFound } from './administrator-problem.js';
import { AdministratorRow } from './administrator.entity.js';
import { readHeadGrants } from './read-head-grants.js';
import { namedHolders } from './named-holders.js';

export interface Administrator {
  readonly login: string;
  readonly displayName: string;
  /** Null: of the platform; else: head of that school. */
  readonly uai: string | null;
}

/** Administrators of the platform and granted heads of schools: Scribe's directory has no profile for heads. */
export class AdministratorService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly auditTrail: AuditTrail,
  ) {}

  async isPlatformAdministrator(personId: string): Promise<boolean> {
    return this.unitOfWork.run((manager) => manager.existsBy(AdministratorRow, { personId }));
  }

  /**
   * Makes a person an administrator of the platform, or the head of a school. A head's right that is about to end, since no directory
   * supports it, is given anew. Returns the id of the person.
   * @throws NotFoundError
   * @throws ConflictError when the person has the right already, or is a pupil
   */
  grant(login: string, uai: string | null, actor: string): Promise<string> {
    return this.#give({ login }, uai, actor, () => this.#personId(login));
  }

  /**
   * Gives the right to this person by id: several people may have the same login.
   * @throws NotFoundError when there is no such school
   * @throws ConflictError when the person has the right already, or is a pupil
   */
  async grantTo(personId: string, uai: string | null, actor: string): Promise<string> {
    const login = (await this.#loginOf(personId)) ?? personId;
    return this.#give({ login }, uai, actor, () => Promise.resolve(personId));
  }

  async #give(
    { login }: { readonly login: string },
    uai: string | null,
    actor: string,
    find: () => Promise<string>,
  ): Promise<string> {
    const asked = await subjectOf({ login }, uai, find);
    return this.auditTrail.record({ actor, uai, action: 'core.administrator.grant', subject: asked }, async () => {
      await (uai === null ? this.#oneAtATime() : lockSchool(this.unitOfWork, uai));
      const personId = await find();
      if ((await this.#holds(personId, uai)) && !(await this.#endLapsing(personId, uai))) {
        throw conflict('held', `${login} is ${role(uai)} already.`);
      }
      if (await this.#isPupilOnly(personId)) {
        throw conflict('pupil', `${login} is a pupil: only adults administer the platform or head a school.`);
      }
      await this.#insert(personId, uai);
      return { subject: { ...asked, person: personId }, result: personId };
    });
  }

  /**
   * Revokes the right of the person with this login.
   * @throws NotFoundError when the person does not have the right
   * @throws ConflictError when no administrator of the platform would be left, or when several people have this login
   */
  async revoke(login: string, uai: string | null, actor: string): Promise<void> {
    await this.#takeBack({ login }, uai, actor, () => this.#holderId(login));
  }

  /**
   * Revokes the right of this person by id: a login may belong to another person by now, or to several people.
   * @throws NotFoundError when the person does not have the right
   * @throws ConflictError when no administrator of the platform would be left
   */
  async revokeFrom(personId: string, uai: string | null, actor: string): Promise<void> {
    const login = (await this.#loginOf(personId)) ?? personId;
    await this.#takeBack({ login, person: personId }, uai, actor, () => Promise.resolve(personId));
  }

  async #takeBack(
    holder: { readonly login: string; readonly person?: string },
    uai: string | null,
    actor: string,
    find: () => Promise<string>,
  ): Promise<void> {
    const { login } = holder;
    const asked = await subjectOf(holder, uai, find);
    await this.auditTrail.record({ actor, uai, action: 'core.administrator.revoke', subject: asked }, async () => {
      if (uai === null) await this.#oneAtATime();
      const personId = await find();
      const notHeld = notFound('notHeld', `${login} is not ${role(uai)}.`);
      if (!(await this.#holds(personId, uai))) throw notHeld;
      // The last administrator is only revocable from the command line, which can also grant the right again.
      if (uai === null && actor !== CLI && (await this.#count()) === 1) {
        throw conflict(
          'last',
          `${login} is the last administrator of the platform. Make somebody else one first: "volee admin grant LOGIN".`,
        );
      }
      const { affected } = await this.unitOfWork.run<DeleteResult | UpdateResult>((manager) =>
        uai === null
          ? manager.delete(AdministratorRow, { personId })
          : manager.update(AttachmentRow, { ...headOf(uai), personId }, { until: this.clock.now() }),
      );
      // When two revocations come at the same time, one of them ends the right.
      if (affected === 0) throw notHeld;
      return { subject: { ...asked, person: personId }, result: undefined };
    });
  }

  /** Administrators of the platform, then heads. A person who has left has no login and is listed by their directory key. */
  async list(): Promise<Administrator[]> {
    const ofPlatform = await this.unitOfWork.run((manager) =>
      namedHolders(manager.createQueryBuilder(AdministratorRow, 'held')).getRawMany<Omit<Administrator, 'uai'>>(),
    );
    const heads = await this.unitOfWork.run((manager) =>
      namedHolders(manager.createQueryBuilder(AttachmentRow, 'held'))
        .addSelect('held.uai', 'uai')
        .where({ source: GRANT_SOURCE, profile: 'head', until: IsNull() })
        .getRawMany<Administrator>(),
    );
    return [...ofPlatform.map((administrator) => ({ ...administrator, uai: null })), ...heads];
  }

  /** Locks every row until the end of the transaction: two administrators who revoke each other would each count two (MariaDB). */
  async #oneAtATime(): Promise<void> {
    await this.unitOfWork.run((manager) =>
      manager
        .createQueryBuilder()
        .update(AdministratorRow)
        .set({ personId: () => 'personId' })
        .execute(),
    );
  }

  async #isPupilOnly(personId: string): Promise<boolean> {
    const attachments = await this.unitOfWork.run((manager) =>
      manager.findBy(AttachmentRow, { personId, until: IsNull() }),
    );
    return attachments.length > 0 && attachments.every(({ profile }) => profile === 'pupil');
  }

  /** Ends a right that no directory supports any more, since one that is given now needs no directory. */
  async #endLapsing(personId: string, uai: string | null): Promise<boolean> {
    const grants = await this.unitOfWork.run((manager) => readHeadGrants(manager, [personId]));
    const lapsing = grants.find((grant) => grant.uai === uai && grant.standing === 'lapsing');
    if (!lapsing) return false;
    const until = this.clock.now();
    await this.unitOfWork.run((manager) => manager.update(AttachmentRow, { id: lapsing.id }, { until }));
    return true;
  }

  async #insert(personId: string, uai: string | null): Promise<void> {
    const now = this.clock.now();
    const head = { profile: 'head', source: GRANT_SOURCE, from: now, until: null } as const;
    await this.unitOfWork.run((manager) =>
      uai === null
        ? manager.insert(AdministratorRow, { personId, grantedAt: now })
        : manager.insert(AttachmentRow, { id: newId(), personId, uai, ...head }),
    );
  }

  #count(): Promise<number> {
    return this.unitOfWork.run((manager) => manager.count(AdministratorRow));
  }

  /** The login that the lists show. */
  async #loginOf(personId: string): Promise<string | undefined> {
    const known = await this.unitOfWork.run((manager) => manager.findBy(ExternalIdRow, { personId }));
    const logins = known.flatMap(({ login }) => login ?? []);
    return (logins.length > 0 ? logins : known.map(({ key }) => key)).sort()[0];
  }

  async #personId(login: string): Promise<string> {
    const personId = await this.#onlyPerson(login, { login: normaliseLogin(login) });
    if (personId !== undefined) return personId;
    const remedy = 'Run "volee sync run" first, or check the spelling.';
    throw notFound('unknownLogin', `No person has the login ${login}.`, remedy);
  }

  /** A person who has left has no login; `list` names them by their key. */
  async #holderId(login: string): Promise<string> {
    const present = await this.#onlyPerson(login, { login: normaliseLogin(login) });
    return (
      present ?? (await this.#onlyPerson(login, { key: normaliseKey(login), login: IsNull() })) ?? this.#personId(login)
    );
  }

  async #onlyPerson(login: string, where: FindOptionsWhere<ExternalIdRow>): Promise<string | undefined> {
    const known = await this.unitOfWork.run((manager) => manager.findBy(ExternalIdRow, where));
    const personIds = new Set(known.map(({ personId }) => personId));
    if (personIds.size > 1)
      throw conflict('severalLogins', `Several persons have the login ${login}, each in a directory of its own.`);
    return [...personIds][0];
  }

  async #holds(personId: string, uai: string | null): Promise<boolean> {
    if (uai === null) return this.isPlatformAdministrator(personId);
    if (!(await this.unitOfWork.run((manager) => manager.existsBy(SchoolRow, { uai })))) {
      throw notFound(
        'unknownSchool',
        `The school ${uai} does not exist.`,
        '"volee school list" lists the known schools.',
      );
    }
    return this.unitOfWork.run((manager) => manager.existsBy(AttachmentRow, { ...headOf(uai), personId }));
  }
}

/** The subject that is asked. With the id, the erasure of the person finds the login in the audit trail, also in the line of a refusal. */
async function subjectOf(
  holder: { readonly login: string; readonly person?: string },
  uai: string | null,
  find: () => Promise<string>,
): Promise<AuditSubject> {
  const person = await find().catch(() => undefined);
  return { ...holder, ...(uai !== null && { head: uai }), ...(person !== undefined && { person }) };
}

function headOf(uai: string) {
  return { uai, profile: 'head', source: GRANT_SOURCE, until: IsNull() } as const;
}

function role(uai: string | null): string {
  return uai === null ? 'an administrator of the platform' : `head of ${uai}`;
}
