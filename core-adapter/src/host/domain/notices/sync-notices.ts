// SPDX-License-Identifier: EUPL-1.2
import { In, LessThan } from 'typeorm';
import type { Log } from '../../../api/log.js';
import { asError } from '../../infra/util/as-error.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { createMailer, type MailSettings, type Letter } from '../../infra/mail/create-mailer.js';
import { SyncRunRow, type SyncRunState } from '../sync/runs/sync-run.entity.js';
import type { SyncRun } from '../sync/runs/sync-runs.js';
import type { Verdict, Reason } from '../sync/guard/verdict.js';
import { translator } from '../../infra/i18n/translate.js';
import { hostLocales, type HostKey } from '../../infra/locales/index.js';
import type { UnreadReport } from '../sync/snapshot/unread-schools.js';

/** The maximum number of schools that a mail lists; the page lists them all. */
const MOST_UNREAD = 20;

export interface SyncNoticesOptions {
  readonly unitOfWork: UnitOfWork;
  readonly log: Log;
  readonly publicUrl: URL;
  /** Undefined: no mail is sent. */
  readonly mail: MailSettings | undefined;
}

/** States of a run that describe the state of the directory. */
const ENDED: readonly SyncRunState[] = ['applied', 'unchanged', 'refused', 'failed'];

/** Mails administrators when a sync fails, is refused, or could not read every school; once for as long as the trouble stays the same. */
export class SyncNotices {
  readonly #options: SyncNoticesOptions;
  readonly #underWay = new Set<Promise<void>>();
  #sent = 0;
  #failed = 0;

  constructor(options: SyncNoticesOptions) {
    this.#options = options;
  }

  /** Mails since the host started: accepted by the mail server, and failed. */
  get counts(): { readonly sent: number; readonly failed: number } {
    return { sent: this.#sent, failed: this.#failed };
  }

  /** Returns at once: a slow or failing mail does not affect the sync. */
  onRunEnded(run: SyncRun): void {
    const { mail } = this.#options;
    if (!mail || mail.admins.length === 0 || !isTrouble(run)) return;
    const notification = this.#notify(run, mail).finally(() => this.#underWay.delete(notification));
    this.#underWay.add(notification);
  }

  /** Resolves when every mail has been sent or has failed; awaited before the database closes. */
  async settled(): Promise<void> {
    await Promise.all(this.#underWay);
  }

  async #notify(run: SyncRun, mail: MailSettings): Promise<void> {
    const { log, publicUrl } = this.#options;
    try {
      if (isSameTrouble(run, await this.#runBefore(run))) return;
      await createMailer(mail).send({ to: mail.admins, ...syncLetter(run, publicUrl) });
      this.#sent += 1;
    } catch (error) {
      this.#failed += 1;
      log.error({ err: asError(error), run: run.id }, 'nobody could be told by mail of a sync that did not end well');
    }
  }

  #runBefore({ id, source }: SyncRun): Promise<SyncRun | undefined> {
    const where = { source, id: LessThan(id), state: In(ENDED) };
    return this.#options.unitOfWork.run(async (manager) => {
      return (await manager.findOne(SyncRunRow, { where, order: { id: 'DESC' } })) ?? undefined;
    });
  }
}

function isTrouble({ state, ignored }: SyncRun): boolean {
  return state === 'failed' || state === 'refused' || (state !== 'planned' && ignored?.unread !== undefined);
}

type Ended = Pick<SyncRun, 'state' | 'verdict' | 'ignored'>;

/**
 * Whether a run reports the same trouble as the run before. All failures count as the same; a refusal differs by its schools and reasons,
 * and a partial run by the schools that it could not read.
 */
function isSameTrouble(run: Ended, before: Ended | undefined): boolean {
  return before !== undefined && troubleOf(run) === troubleOf(before);
}

function troubleOf({ state, verdict, ignored }: Ended): string {
  const outcome = state === 'unchanged' ? 'applied' : state;
  const unread = ignored?.unread;
  const uais = unread?.schools.map(({ uai }) => uai) ?? [];
  return [outcome, reasonsOf(verdict), unread?.total ?? 0, ...uais].join('\n');
}

function reasonsOf(verdict: Verdict | null): string {
  return (verdict?.reasons ?? [])
    .map(({ code, uai = '', profile = '', role = '', group = '' }) => [code, uai, profile, role, group].join(' '))
    .sort()
    .join('\n');
}

/**
 * The mail to administrators about a sync that failed, was refused, or could not read every school: figures and a link. Mail crosses
 * foreign servers, so it names no person, and a school only by its public UAI. Messages of errors and sources may name people and are left
 * out.
 */
function syncLetter(run: SyncRun, publicUrl: URL): Omit<Letter, 'to'> {
  const { id, source, state, counts, verdict, ignored } = run;
  const t = translator<HostKey>(hostLocales, 'fr', false);
  const link = new URL(`/admin/syncs/${id}`, publicUrl).href;
  if (state !== 'failed' && state !== 'refused' && ignored?.unread) {
    return unreadLetter(run, ignored.unread, link);
  }
  const number = (count: number): string => count.toLocaleString('fr-FR');
  const figures = counts && {
    created: counts.persons.created,
    changed: counts.persons.changed + counts.persons.moved,
    left: counts.persons.disabled,
    returned: counts.persons.revived,
  };
  const kinds = Object.entries(figures ?? {}) as [keyof NonNullable<typeof figures>, number][];
  const figureTexts = kinds.map(([kind, count]) => `${number(count)} ${t(`platform.count.${kind}`, { count })}`);
  const reasons = [...byCode(verdict?.reasons ?? [])].map(
    ([code, count]) => `- ${t(`notice.reason.${code}`, { count })}`,
  );
  const refused = state === 'refused';
  return {
    subject: t(refused ? 'notice.refused' : 'notice.failed', { id, source }),
    text: [
      t(refused ? 'notice.refusedText' : 'notice.failedText', { id, source }),
      ...(reasons.length > 0 ? ['', t('notice.why'), ...reasons] : []),
      ...(figureTexts.length > 0 ? ['', t('notice.figures', { figures: figureTexts.join(', ') })] : []),
      ...['', t('notice.look'), link],
      ...['', t('notice.once')],
    ].join('\n'),
  };
}

function unreadLetter(
  { id, source }: Pick<SyncRun, 'id' | 'source'>,
  { total, schools }: UnreadReport,
  link: string,
): Omit<Letter, 'to'> {
  const t = translator<HostKey>(hostLocales, 'fr', false);
  const first = schools.slice(0, MOST_UNREAD);
  const more = total - first.length;
  return {
    subject: t('notice.partial', { count: total, source }),
    text: [
      t('notice.partialText', { count: total, id, source }),
      ...['', t('notice.unread'), ...first.map(({ uai }) => `- ${uai}`)],
      ...(more > 0 ? [`- ${t('notice.unreadMore', { count: more })}`] : []),
      ...['', t('notice.lookUnread'), link],
      ...['', t('notice.once')],
    ].join('\n'),
  };
}

/** The number of places with each code: a class and a level lost by the pupils of one school are one place. */
function byCode(reasons: readonly Reason[]): Map<Reason['code'], number> {
  const places = new Map<Reason['code'], Set<string>>();
  for (const { code, uai, profile, sentence } of reasons) {
    const place = uai === undefined ? sentence : `${uai} ${profile ?? ''}`;
    places.set(code, (places.get(code) ?? new Set<string>()).add(place));
  }
  return new Map([...places].map(([code, { size }]) => [code, size]));
}
