// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../api/i18n.js';
import { Shell, type ShellProps } from '../../../ui/shell.js';
import { translator } from '../../infra/i18n/translate.js';
import { type HostKey, hostLocales } from '../../infra/locales/index.js';
import { AccessibilityView } from '../portal/accessibility.view.js';
import { AccountView } from '../account/account.view.js';
import { AccountTokenReadyView } from '../account/account-token-ready.view.js';
import { AccountTokenRevokeView } from '../account/account-token-revoke.view.js';
import { AccountTokensView } from '../account/account-tokens.view.js';
import { BackToTextView } from '../account/back-to-text.view.js';
import { ContactView } from '../operator/contact.view.js';
import { ERROR_KINDS, type ErrorKind, ErrorView } from '../../http/errors/error.view.js';
import { HelpPupilView } from '../help/help-pupil.view.js';
import { HelpView } from '../help/help.view.js';
import { KeptFormView } from '../../http/kept-forms/kept-form.view.js';
import { LegalNoticeView } from '../operator/legal-notice.view.js';
import { FormerSchoolView } from '../former-school/former-school.view.js';
import { formerSchool } from './sample-former.js';
import { OwnDataView } from '../own-data/own-data.view.js';
import { PortalView } from '../portal/portal.view.js';
import {
  account,
  contact,
  legalNotice,
  familyPortal,
  guardianPortal,
  pupilAccount,
  pupilPortal,
  substitutePortal,
  teacherPortal,
} from './sample-models.js';
import { keptForms } from './sample-kept-forms.js';
import { helpOf } from './sample-help.js';
import { pupilTokens, tokenReady, tokenRevoke, tokens, tokensFull, tokensRefused } from './sample-tokens.js';
import { SchoolBrickPeopleView } from '../school/school-brick-people.view.js';
import { schoolBrickPeople, schoolBricksOff, schoolBricksOn, schoolBricksRules } from './school-bricks-samples.js';
import { platformPages } from './sample-platform.js';
import { SchoolBricksView } from '../school/school-bricks.view.js';
import { StandInsView } from '../school/stand-ins/stand-ins.view.js';
import { WordView } from '../school/stand-ins/word.view.js';
import { standIns, standInsAsked, standInsRefused, standInWord } from './stand-ins-samples.js';

// Every page of the host, whole, for tests that hold for all of them.

export const fr: Translate<HostKey> = translator(hostLocales, 'fr', false);
export const frChild: Translate<HostKey> = translator(hostLocales, 'fr', true);

const shell: Omit<ShellProps, 'children'> = {
  language: 'fr',
  theme: 'auto',
  title: 'Accueil',
  assets: (name) => `/assets/core/${name}`,
  t: fr,
  child: false,
  person: { id: 'p1', displayName: 'Claire Vuillemin', givenName: 'Claire' },
  school: { name: 'École des Tilleuls' },
  schools: [
    { name: 'École des Tilleuls', detail: 'Équipe enseignante', url: '/?school=0390991X', current: true },
    { name: 'École du Moulin', detail: 'Équipe enseignante', url: '/?school=0390992Y', current: false },
  ],
  rail: [
    { label: 'Accueil', url: '/', icon: 'house-fill', colour: 'home', current: true },
    { label: 'Fichiers', url: '/s/0390991X/file-share/', icon: 'folder-fill', colour: 'files', current: false },
  ],
  homeUrl: '/',
  accountUrl: '/account',
  languageUrl: '/account#preferences',
  helpUrl: '/aide',
  foot: [
    { key: 'shell.data', url: '/mes-donnees' },
    { key: 'shell.legalNotice', url: '/mentions-legales' },
    { key: 'shell.contact', url: '/contact' },
  ],
  notice: fr('account.saved'),
  styles: [],
  scripts: ['/assets/file-share/upload.js'],
};

export function errorPageOf(kind: ErrorKind, t: Translate<HostKey>): VNode {
  const model = { kind, reference: '0198f3c2', retryUrl: '/s/0390991X/file-share/', loginUrl: '/login', homeUrl: '/' };
  return <ErrorView model={model} t={t} />;
}

const adult = (content: VNode): VNode => <Shell {...shell}>{content}</Shell>;
const portalStyles = [shell.assets('portal.css')];
const portal = (content: VNode): VNode => (
  <Shell {...shell} styles={portalStyles}>
    {content}
  </Shell>
);
const head = (content: VNode): VNode => (
  <Shell {...shell} styles={[shell.assets('console.css')]}>
    {content}
  </Shell>
);
/** An administrator of the platform. */
const keeper = (content: VNode): VNode => (
  <Shell
    {...shell}
    styles={[shell.assets('console.css')]}
    bell={{ url: '/admin/', value: 2, label: fr('platform.bell', { count: 2 }) }}
  >
    {content}
  </Shell>
);
const pupil = (content: VNode, styles: readonly string[] = []): VNode => (
  <Shell
    {...shell}
    styles={styles}
    t={frChild}
    notice={frChild('account.saved')}
    child
    person={{ id: 'p2', displayName: 'Inès Rolin', givenName: 'Inès' }}
  >
    {content}
  </Shell>
);
const nobody = (content: VNode): VNode => (
  <Shell {...shell} person={undefined} school={undefined} schools={[]} rail={[]}>
    {content}
  </Shell>
);

/** The pages that a pupil may see. */
export const pupilPages: ReadonlyMap<string, VNode> = new Map([
  ['portal', pupil(<PortalView model={pupilPortal} t={frChild} />, portalStyles)],
  ['empty portal', pupil(<PortalView model={{ ...pupilPortal, bricks: [] }} t={frChild} />, portalStyles)],
  ['account', pupil(<AccountView model={pupilAccount} t={frChild} />)],
  ['account with a token', pupil(<AccountView model={{ ...pupilAccount, tokens: 1 }} t={frChild} />)],
  ['tokens', pupil(<AccountTokensView model={pupilTokens} t={frChild} />)],
  ['revoking a token', pupil(<AccountTokenRevokeView model={tokenRevoke} t={frChild} />)],
  ['contact', pupil(<ContactView model={contact} t={frChild} />)],
  ['former school', pupil(<FormerSchoolView model={formerSchool} t={frChild} />)],
  [
    'own data',
    pupil(<OwnDataView model={{ action: '/mes-donnees', isGuardian: false, former: undefined }} t={frChild} />),
  ],
  ['help', pupil(<HelpPupilView model={helpOf('pupil', frChild)} t={frChild} />)],
  ['accessibility', pupil(<AccessibilityView t={frChild} />)],
  ...keptForms.map(
    ([name, model]) => [`kept form, ${name}`, pupil(<KeptFormView model={model} t={frChild} />)] as const,
  ),
  ['back to the text', pupil(<BackToTextView t={frChild} />)],
  ...ERROR_KINDS.map((kind) => [`error ${kind}`, pupil(errorPageOf(kind, frChild))] as const),
]);

export const adultPages: ReadonlyMap<string, VNode> = new Map([
  ['portal of a teacher', portal(<PortalView model={teacherPortal} t={fr} />)],
  ['portal of a replacement teacher', portal(<PortalView model={substitutePortal} t={fr} />)],
  ['portal of a guardian', portal(<PortalView model={guardianPortal} t={fr} />)],
  ['portal of a guardian with children in two schools', portal(<PortalView model={familyPortal} t={fr} />)],
  ['empty portal', portal(<PortalView model={{ ...teacherPortal, bricks: [] }} t={fr} />)],
  [
    'empty portal of a head',
    portal(<PortalView model={{ ...teacherPortal, bricks: [], schoolBricksUrl: '/admin/s/0390991X/bricks' }} t={fr} />),
  ],
  ['account', adult(<AccountView model={account} t={fr} />)],
  ['tokens', adult(<AccountTokensView model={tokens} t={fr} />)],
  ['tokens, the form refused', adult(<AccountTokensView model={tokensRefused} t={fr} />)],
  ['tokens, as many as there can be', adult(<AccountTokensView model={tokensFull} t={fr} />)],
  ['a new token', adult(<AccountTokenReadyView model={tokenReady} t={fr} />)],
  ['revoking a token', adult(<AccountTokenRevokeView model={tokenRevoke} t={fr} />)],
  ['bricks of a school, off', head(<SchoolBricksView model={schoolBricksOff} t={fr} />)],
  ['bricks of a school, on', head(<SchoolBricksView model={schoolBricksOn} t={fr} />)],
  ['bricks of a school, several rules', head(<SchoolBricksView model={schoolBricksRules} t={fr} />)],
  ['who will have a brick', head(<SchoolBrickPeopleView model={schoolBrickPeople} t={fr} />)],
  ['replacements', head(<StandInsView model={standIns} t={fr} />)],
  ['replacements, somebody of another school', head(<StandInsView model={standInsAsked} t={fr} />)],
  ['replacements, the form refused', head(<StandInsView model={standInsRefused} t={fr} />)],
  ['a word for a replacement teacher, refused', head(<WordView model={standInWord} t={fr} />)],
  ['contact', adult(<ContactView model={contact} t={fr} />)],
  ['legal notice', adult(<LegalNoticeView model={legalNotice} t={fr} />)],
  [
    'own data of a guardian',
    adult(
      <OwnDataView
        model={{
          action: '/mes-donnees',
          isGuardian: true,
          former: { url: '/ancienne-ecole', link: 'Voir l’ancienne école' },
        }}
        t={fr}
      />,
    ),
  ],
  ...(['guardian', 'teacher', 'head', 'staff'] as const).map(
    (reader) => [`help of ${reader}`, adult(<HelpView model={helpOf(reader, fr)} t={fr} />)] as const,
  ),
  ['help of nobody', nobody(<HelpView model={helpOf('nobody', fr)} t={fr} />)],
  ['accessibility', adult(<AccessibilityView t={fr} />)],
  ...keptForms.map(([name, model]) => [`kept form, ${name}`, nobody(<KeptFormView model={model} t={fr} />)] as const),
  ['back to the text', adult(<BackToTextView t={fr} />)],
  ...platformPages(fr).map(([name, page]) => [name, keeper(page)] as const),
  ...ERROR_KINDS.map((kind) => [`error ${kind}`, nobody(errorPageOf(kind, fr))] as const),
]);
