// SPDX-License-Identifier: EUPL-1.2
import { In, IsNull, type EntityManager } from 'typeorm';
import type { Clock, Log } from '../../../api/log.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { createMailer, type MailSettings, type Letter } from '../../infra/mail/create-mailer.js';
import { asError } from '../../infra/util/as-error.js';
import { CLOCK } from '../audit/actors.js';
import type { AuditTrail } from '../audit/audit-trail.js';
import { AttachmentRow } from '../directory/attachment.entity.js';
import { batches } from '../directory/batches.js';
import { findHeadsByIds, type Head } from './administrator-page.js';
import { LapsingGrantRow } from './lapsing-grant.entity.js';
import { readHeadGrants, type HeadGrant } from './read-head-grants.js';
import { translator } from '../../infra/i18n/translate.js';
import { hostLocales, type HostKey } from '../../infra/locales/index.js';

/** The maximum number of schools that the mail lists; the page lists them all. */
const MOST_SCHOOLS = 20;

const DAY = 86_400_000;

/** The time before the end at which operators are told of it. */
const WARNING = 7 * DAY;

/** Two nightly runs are up to an hour less than a day apart: by seconds, or by the change to summer time. */
const TOLERANCE = DAY / 24;

/** A head by grant that no directory names in the school any more. */
export interface LapsingGrant extends Head {
  /** The instant since which no directory names the person there. */
  readonly unnamedSince: Date;
  /** The instant at which the right ends; null: never by itself. */
  readonly endsAt: Date | null;
}

export interface LapsingGrantsOptions {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly log: Log;
  readonly auditTrail: AuditTrail;
  readonly publicUrl: URL;
  /** Undefined: no mail is sent. */
  readonly mail: MailSettings | undefined;
  /** Milliseconds from the notice to the end; null: the right never ends by itself. */
  readonly endAfter: number | null;
}

/** Ends the grants of heads that directories no longer support: noticed, announced a week before, and ended, each by a nightly run. */
export class LapsingGrants {
  constructor(private readonly options: LapsingGrantsOptions) {}

  /** All lapsing grants, the oldest first. */
  list(): Promise<LapsingGrant[]> {
    const { unitOfWork, clock, endAfter } = this.options;
    return listLapsingGrants(unitOfWork, clock.now(), endAfter);
  }

  /** Notices lapsing grants, tells operators of those that end within a week, and ends those that are due. @returns how many ended */
  async endDue(signal?: AbortSignal): Promise<number> {
    const { unitOfWork, clock, endAfter } = this.options;
    const now = clock.now();
    const tonight = now.getTime() + TOLERANCE;
    const lapsing = await unitOfWork.run(readLapsing);
    await unitOfWork.transaction((manager) => notice(manager, lapsing, now));
    if (endAfter === null) return 0;
    const read = (): Promise<LapsingGrantRow[]> =>
      unitOfWork.run(async (manager) => [...(await readRows(manager, lapsing)).values()]);
    const soon = (await read()).filter(({ noticedAt, warnedAt }) => {
      return warnedAt === null && noticedAt.getTime() + endAfter - WARNING <= tonight;
    });
    if (soon.length > 0) await this.#warn(soon, lapsing, now);
    const due = (await read()).filter((row) => endOf(row, endAfter).getTime() <= tonight);
    for (const { attachmentId } of due) {
      signal?.throwIfAborted();
      const grant = lapsing.get(attachmentId);
      if (grant) await this.#end(grant, now);
    }
    return due.length;
  }

  /** Tries again the next night when the mail server takes no mail. */
  async #warn(rows: readonly LapsingGrantRow[], lapsing: ReadonlyMap<string, HeadGrant>, now: Date): Promise<void> {
    const { unitOfWork, mail, publicUrl, log } = this.options;
    const uais = rows.flatMap(({ attachmentId }) => lapsing.get(attachmentId)?.uai ?? []);
    try {
      if (mail && mail.admins.length > 0) {
        await createMailer(mail).send({ to: mail.admins, ...lapsingLetter(uais, publicUrl) });
      }
    } catch (error) {
      log.error({ err: asError(error) }, 'nobody could be told by mail of rights that are about to end');
      return;
    }
    for (const batch of batches(rows)) {
      const attachmentId = In(batch.map((row) => row.attachmentId));
      await unitOfWork.run((manager) => manager.update(LapsingGrantRow, { attachmentId }, { warnedAt: now }));
    }
  }

  /** A grant that was given anew meanwhile is another attachment and stays. */
  async #end({ id, personId, uai }: HeadGrant, now: Date): Promise<void> {
    const { unitOfWork, auditTrail } = this.options;
    const subject = { person: personId, head: uai, reason: 'no directory names them there' };
    const asked = { actor: CLOCK, uai, action: 'core.administrator.revoke', subject };
    await auditTrail.record(asked, async () => {
      const inForce = { id, until: IsNull() };
      const { affected } = await unitOfWork.run((manager) => manager.update(AttachmentRow, inForce, { until: now }));
      return { subject: affected === 1 ? subject : null, result: undefined };
    });
  }
}

/** All lapsing grants, the oldest first; also those that no nightly run has noticed yet. */
export async function listLapsingGrants(
  unitOfWork: UnitOfWork,
  now: Date,
  endAfter: number | null,
): Promise<LapsingGrant[]> {
  const lapsing = await unitOfWork.run(readLapsing);
  const rows = await unitOfWork.run((manager) => readRows(manager, lapsing));
  const heads = await findHeadsByIds(unitOfWork, [...lapsing.keys()]);
  return heads
    .flatMap(({ id, ...head }): LapsingGrant[] => {
      const unnamedSince = lapsing.get(id)?.unnamedSince;
      if (!unnamedSince) return [];
      const { noticedAt = now, warnedAt } = rows.get(id) ?? {};
      const endsAt = endAfter === null ? null : endOf({ noticedAt, warnedAt: warnedAt ?? now }, endAfter);
      return [{ ...head, unnamedSince, endsAt }];
    })
    .sort((one, other) => one.unnamedSince.getTime() - other.unnamedSince.getTime());
}

async function readLapsing(manager: EntityManager): Promise<Map<string, HeadGrant>> {
  const grants = await readHeadGrants(manager);
  return new Map(grants.filter(({ standing }) => standing === 'lapsing').map((grant) => [grant.id, grant]));
}

/** The end, a week after the warning at least. A mail server that takes no mail delays it by a week at most. */
function endOf({ noticedAt, warnedAt }: Pick<LapsingGrantRow, 'noticedAt' | 'warnedAt'>, endAfter: number): Date {
  const due = noticedAt.getTime() + endAfter;
  return new Date(warnedAt ? Math.max(due, warnedAt.getTime() + WARNING) : due + WARNING);
}

/** Stores new lapsing grants, and forgets those that a directory names again or that ended. */
async function notice(manager: EntityManager, lapsing: ReadonlyMap<string, HeadGrant>, now: Date): Promise<void> {
  const known = await manager.find(LapsingGrantRow);
  const over = known.filter(({ attachmentId }) => !lapsing.has(attachmentId));
  for (const batch of batches(over)) {
    await manager.delete(LapsingGrantRow, { attachmentId: In(batch.map(({ attachmentId }) => attachmentId)) });
  }
  const ids = new Set(known.map(({ attachmentId }) => attachmentId));
  const fresh = [...lapsing.keys()].filter((id) => !ids.has(id));
  for (const batch of batches(fresh)) {
    const rows = batch.map((attachmentId) => ({ attachmentId, noticedAt: now, warnedAt: null }));
    await manager.insert(LapsingGrantRow, rows);
  }
}

async function readRows(
  manager: EntityManager,
  lapsing: ReadonlyMap<string, HeadGrant>,
): Promise<Map<string, LapsingGrantRow>> {
  const rows = await manager.find(LapsingGrantRow);
  return new Map(rows.flatMap((row) => (lapsing.has(row.attachmentId) ? [[row.attachmentId, row] as const] : [])));
}

/**
 * The mail to administrators about rights that are about to end: schools by their public UAI, and a link. Mail crosses foreign servers, so
 * it names no person.
 * @param uais the school of each right
 */
function lapsingLetter(uais: readonly string[], publicUrl: URL): Omit<Letter, 'to'> {
  const t = translator<HostKey>(hostLocales, 'fr', false);
  const schools = [...new Set(uais)].sort();
  const first = schools.slice(0, MOST_SCHOOLS);
  const more = schools.length - first.length;
  return {
    subject: t('notice.lapsing', { count: uais.length }),
    text: [
      t('notice.lapsingText', { count: uais.length }),
      ...['', t('notice.lapsingSchools'), ...first.map((uai) => `- ${uai}`)],
      ...(more > 0 ? [`- ${t('notice.unreadMore', { count: more })}`] : []),
      ...['', t('notice.lookLapsing'), new URL('/admin/administrators', publicUrl).href],
    ].join('\n'),
  };
}
