// SPDX-License-Identifier: EUPL-1.2
import type { AuditLine } from '../../../domain/audit/audit-line.entity.js';
import { CLI, CLOCK, SSO } from '../../../domain/audit/actors.js';
import { SESSION_END } from '../../../domain/sessions/end-sessions.js';
import type { HostKey } from '../../../infra/locales/index.js';
import type { PageFormatter } from '../shared/page-formatter.js';

/** Names for the ids in the journal. */
export interface AuditNames {
  readonly persons: ReadonlyMap<string, string>;
  readonly schools: ReadonlyMap<string, string>;
  readonly groups: ReadonlyMap<string, string>;
  readonly bricks: ReadonlyMap<string, string>;
}

/** The actions of the host that have words, as they are named in the choice of an action. */
export const NAMED_ACTIONS: Readonly<Record<string, HostKey>> = {
  'core.brick.enable': 'auditWords.action.enable',
  'core.brick.change': 'auditWords.action.change',
  'core.brick.stop': 'auditWords.action.stop',
  'core.brick.disable': 'auditWords.action.disable',
  'core.administrator.grant': 'auditWords.action.grant',
  'core.administrator.revoke': 'auditWords.action.revoke',
  'core.replacement.add': 'auditWords.action.replacementAdd',
  'core.replacement.end': 'auditWords.action.replacementEnd',
  'core.import.apply': 'auditWords.action.import',
  'core.sync.apply': 'auditWords.action.apply',
  'core.person.erase': 'auditWords.action.erase',
  'core.person.empty': 'auditWords.action.empty',
  'core.person.export': 'auditWords.action.export',
  'core.school.close': 'auditWords.action.close',
  'core.clock.ahead': 'auditWords.action.clockAhead',
  'core.clock.confirm': 'auditWords.action.clockConfirm',
  'core.session.end': 'auditWords.action.sessionEnd',
  'core.homonym.compare': 'auditWords.action.compare',
  'core.homonym.ask': 'auditWords.action.ask',
  'core.homonym.same': 'auditWords.action.same',
  'core.homonym.different': 'auditWords.action.different',
  'core.class.same': 'auditWords.action.classSame',
  'core.class.different': 'auditWords.action.classDifferent',
  'core.class.alone': 'auditWords.action.classAlone',
  'core.token.create': 'auditWords.action.tokenCreate',
  'core.token.revoke': 'auditWords.action.tokenRevoke',
  'core.parcel.offer': 'auditWords.action.parcelOffer',
  'core.parcel.recall': 'auditWords.action.parcelRecall',
  'core.parcel.accept': 'auditWords.action.parcelAccept',
  'core.parcel.refuse': 'auditWords.action.parcelRefuse',
  'core.parcel.deliver': 'auditWords.action.parcelDeliver',
  'core.parcel.same': 'auditWords.action.parcelSame',
  'core.parcel.different': 'auditWords.action.parcelDifferent',
};

const DONE = {
  'core.brick.enable': ['auditWords.enable', 'auditWords.enableFailed'],
  'core.brick.change': ['auditWords.change', 'auditWords.changeFailed'],
  'core.brick.stop': ['auditWords.stop', 'auditWords.stopFailed'],
  'core.brick.disable': ['auditWords.disable', 'auditWords.disableFailed'],
  'core.administrator.grant': ['auditWords.grantPlatform', 'auditWords.grantPlatformFailed'],
  'core.administrator.revoke': ['auditWords.revokePlatform', 'auditWords.revokePlatformFailed'],
  'core.replacement.add': ['auditWords.replacementAdd', 'auditWords.replacementAddFailed'],
  'core.replacement.end': ['auditWords.replacementEnd', 'auditWords.replacementEndFailed'],
  'core.import.apply': ['auditWords.import', 'auditWords.importFailed'],
  'core.sync.apply': ['auditWords.apply', 'auditWords.applyFailed'],
  'core.person.erase': ['auditWords.erase', 'auditWords.eraseFailed'],
  'core.person.empty': ['auditWords.empty', 'auditWords.emptyFailed'],
  'core.person.export': ['auditWords.export', 'auditWords.exportFailed'],
  'core.school.close': ['auditWords.close', 'auditWords.closeFailed'],
  'core.clock.ahead': ['auditWords.clockAhead', 'auditWords.clockAhead'],
  'core.clock.confirm': ['auditWords.clockConfirm', 'auditWords.clockConfirm'],
  'core.session.end': ['auditWords.sessionEnd', 'auditWords.sessionEnd'],
  'core.homonym.compare': ['auditWords.compare', 'auditWords.compareFailed'],
  'core.homonym.ask': ['auditWords.ask', 'auditWords.askFailed'],
  'core.homonym.same': ['auditWords.same', 'auditWords.sameFailed'],
  'core.homonym.different': ['auditWords.different', 'auditWords.differentFailed'],
  'core.class.same': ['auditWords.classSame', 'auditWords.classSameFailed'],
  'core.class.different': ['auditWords.classDifferent', 'auditWords.classDifferentFailed'],
  'core.class.alone': ['auditWords.classAlone', 'auditWords.classAloneFailed'],
  'core.token.create': ['auditWords.tokenCreate', 'auditWords.tokenCreateFailed'],
  'core.token.revoke': ['auditWords.tokenRevoke', 'auditWords.tokenRevokeFailed'],
  'core.parcel.offer': ['auditWords.parcelOffer', 'auditWords.parcelOfferFailed'],
  'core.parcel.recall': ['auditWords.parcelRecall', 'auditWords.parcelRecallFailed'],
  'core.parcel.accept': ['auditWords.parcelAccept', 'auditWords.parcelAcceptFailed'],
  'core.parcel.refuse': ['auditWords.parcelRefuse', 'auditWords.parcelRefuseFailed'],
  'core.parcel.deliver': ['auditWords.parcelDeliver', 'auditWords.parcelDeliverFailed'],
  'core.parcel.same': ['auditWords.parcelSame', 'auditWords.parcelSameFailed'],
  'core.parcel.different': ['auditWords.parcelDifferent', 'auditWords.parcelDifferentFailed'],
} as const satisfies Record<string, readonly [done: HostKey, failed: HostKey]>;

const DONE_IN_SCHOOL: Readonly<Record<string, readonly [done: HostKey, failed: HostKey]>> = {
  ...DONE,
  'core.administrator.grant': ['auditWords.grantHead', 'auditWords.grantHeadFailed'],
  'core.administrator.revoke': ['auditWords.revokeHead', 'auditWords.revokeHeadFailed'],
};

/** « Mathieu Grosjean a allumé Fichiers à l’École des Tilleuls »; an action without words shows its key. */
export function auditSentence(line: AuditLine, names: AuditNames, { t }: PageFormatter): string {
  const { actor, uai, action, subject, outcome } = line;
  const words: Readonly<Record<string, readonly [HostKey, HostKey]>> = uai === null ? DONE : DONE_IN_SCHOOL;
  const [done, failed] = sessionWords(line) ??
    (Object.hasOwn(words, action) ? words[action] : undefined) ?? [OTHER, OTHER];
  const school = uai === null ? '' : (names.schools.get(uai) ?? uai);
  const { brick, login, name, person, persons, run, source }: Readonly<Record<string, unknown>> = { ...subject };
  const account = names.persons.get(String(person)) ?? (login === undefined ? t('platform.somebody') : String(login));
  const values = {
    who: actorName(actor, names, t),
    action,
    brick: names.bricks.get(String(brick)) ?? String(brick),
    run: String(run),
    source: String(source),
    login: account,
    account: actor === person ? '' : t('auditWords.tokenOf', { login: account }),
    count: Array.isArray(persons) ? persons.length : 0,
    school: typeof name === 'string' ? name : school,
    at: uai === null ? '' : t('school.at', { name: school }),
    of: t('school.of', { name: school }),
  };
  return t(outcome === 'done' ? done : failed, values).trim();
}

const OTHER: HostKey = 'auditWords.other';

/** The end of one's own session, or of the sessions of many; undefined for any other line. */
function sessionWords({ action, actor, subject }: AuditLine): readonly [HostKey, HostKey] | undefined {
  if (action !== SESSION_END) return undefined;
  const { person, persons }: Readonly<Record<string, unknown>> = { ...subject };
  if (person === actor) return ['auditWords.sessionEndOwn', 'auditWords.sessionEndOwn'];
  return Array.isArray(persons) ? ['auditWords.sessionsEnded', 'auditWords.sessionsEnded'] : undefined;
}

export function actorName(actor: string, { persons }: Pick<AuditNames, 'persons'>, t: PageFormatter['t']): string {
  if (actor === CLI) return t('platform.cli');
  if (actor === SSO) return t('platform.sso');
  return actor === CLOCK ? t('platform.clock') : (persons.get(actor) ?? t('platform.somebody'));
}
