// SPDX-License-Identifier: EUPL-1.2
import { IsNull } from 'typeorm';
import { ConflictError, NotFoundError } from '../../api/errors.js';
import type { Clock } from '../../api/log.js';
import type { AuditTrail } from '../audit/audit-trail.js';
import { newId } from '../database/new-id.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import { AttachmentRow, GRANT_SOURCE } from '../directory/attachment.entity.js';
import { ExternalIdRow } from '../directory/external-id.entity.js';
import { normaliseLogin } from '../directory/normalise-login.js';
import { PersonRow } from '../directory/person.entity.js';
import { SchoolRow } from '../directory/school.entity.js';
import { AdministratorRow } from './administrator.entity.js';

export interface Administrator {
  readonly login: string;
  readonly displayName: string;
  /** Null: of the platform; else: head of that school. */
  readonly uai: string | null;
}

/** Who administers the platform, and who heads a school: Scribe knows no head. */
export class AdministratorService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly auditTrail: AuditTrail,
  ) {}

  async isPlatformAdministrator(personId: string): Promise<boolean> {
    return this.unitOfWork.run((manager) => manager.existsBy(AdministratorRow, { personId }));
  }

  /** Makes a person an administrator of the platform, or the head of a school. @throws NotFoundError, ConflictError */
  async grant(login: string, uai: string | null, actor: string): Promise<void> {
    const subject = { login, ...(uai !== null && { head: uai }) };
    await this.auditTrail.record({ actor, uai, action: 'core.administrator.grant', subject }, async () => {
      const personId = await this.#personId(login);
      if (await this.#holds(personId, uai)) throw new ConflictError(`${login} is ${role(uai)} already.`);
      await this.unitOfWork.run((manager) =>
        uai === null
          ? manager.insert(AdministratorRow, { personId, grantedAt: this.clock.now() })
          : manager.insert(AttachmentRow, {
              id: newId(),
              personId,
              uai,
              profile: 'head',
              source: GRANT_SOURCE,
              from: this.clock.now(),
              until: null,
            }),
      );
    });
  }

  /** Takes it back. @throws NotFoundError when the person does not have it */
  async revoke(login: string, uai: string | null, actor: string): Promise<void> {
    const subject = { login, ...(uai !== null && { head: uai }) };
    await this.auditTrail.record({ actor, uai, action: 'core.administrator.revoke', subject }, async () => {
      const personId = await this.#personId(login);
      if (!(await this.#holds(personId, uai))) throw new NotFoundError(`${login} is not ${role(uai)}.`);
      await this.unitOfWork.run<unknown>((manager) =>
        uai === null
          ? manager.delete(AdministratorRow, { personId })
          : manager.update(AttachmentRow, { ...headOf(uai), personId }, { until: this.clock.now() }),
      );
    });
  }

  async list(): Promise<Administrator[]> {
    const ofPlatform = await this.unitOfWork.run((manager) => manager.find(AdministratorRow));
    const heads = await this.unitOfWork.run((manager) =>
      manager.findBy(AttachmentRow, { source: GRANT_SOURCE, profile: 'head', until: IsNull() }),
    );
    const named = [...ofPlatform.map(({ personId }) => ({ personId, uai: null })), ...heads];
    const administrators: Administrator[] = [];
    for (const { personId, uai } of named) {
      const person = await this.unitOfWork.run((manager) => manager.findOneBy(PersonRow, { id: personId }));
      const known = await this.unitOfWork.run((manager) => manager.findOneBy(ExternalIdRow, { personId }));
      administrators.push({ login: known?.login ?? '', displayName: person?.displayName ?? '', uai });
    }
    return administrators;
  }

  async #personId(login: string): Promise<string> {
    const known = await this.unitOfWork.run((manager) =>
      manager.findBy(ExternalIdRow, { login: normaliseLogin(login) }),
    );
    const personIds = new Set(known.map(({ personId }) => personId));
    const [personId] = personIds;
    if (personId === undefined) {
      throw new NotFoundError(`Nobody has the login ${login}. Run "volee sync run" first, or check the spelling.`);
    }
    if (personIds.size > 1)
      throw new ConflictError(`Several persons have the login ${login}, each in a directory of its own.`);
    return personId;
  }

  async #holds(personId: string, uai: string | null): Promise<boolean> {
    if (uai === null) return this.isPlatformAdministrator(personId);
    if (!(await this.unitOfWork.run((manager) => manager.existsBy(SchoolRow, { uai })))) {
      throw new NotFoundError(`There is no school ${uai}. "volee school list" names those that are known.`);
    }
    return this.unitOfWork.run((manager) => manager.existsBy(AttachmentRow, { ...headOf(uai), personId }));
  }
}

function headOf(uai: string) {
  return { uai, profile: 'head', source: GRANT_SOURCE, until: IsNull() } as const;
}

function role(uai: string | null): string {
  return uai === null ? 'an administrator of the platform' : `head of ${uai}`;
}
