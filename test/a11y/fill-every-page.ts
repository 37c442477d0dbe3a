// SPDX-License-Identifier: EUPL-1.2
import ondeImport from '@volee/onde-import';
import { defineBrick } from '@volee/core-adapter';
import fileShare from '@volee/file-share';
import { nameTwice } from './name-twice.js';
import { longNamedBricks, neighbourBricks } from './neighbour-bricks.js';
import { deposit, file, SAMPLE_FILES } from './sample-files.js';
import {
  MOULIN,
  openSampleInstallation,
  TILLEULS,
  TROIS_RIVIERES,
  type SampleInstallation,
} from './sample-installation.js';
import { makePlans, type SamplePlans } from './sample-plans.js';

const texts = { title: 'Agenda', summary: 'Ce qui vient cette semaine' };

/** A brick that does not start, so that its users see the page about that. */
const brokenBrick = defineBrick(
  {
    id: 'agenda',
    version: '1.0.0',
    adapter: '^0.2.0',
    kind: 'feature',
    icon: 'calendar-week-fill',
    colour: 'agenda',
    // Any schema without required settings.
    settings: fileShare.manifest.settings,
    locales: { fr: texts, en: texts },
    permissions: { read: { profiles: ['pupil', 'guardian', 'teacher', 'head'] } },
  },
  () => {
    throw new Error('it is broken on purpose');
  },
);

/** An administrator of the platform and head of a school in which no brick is on. */
export const ADMINISTRATOR = 'karim.bensaid';

export const TWO_RULES = `/admin/s/${MOULIN}/bricks?brick=library`;
export const SWITCHED_OFF = `/admin/s/${TROIS_RIVIERES}/bricks?brick=library`;

/** With these, one school has more bricks than fit side by side on a phone. */
const moreBricks = neighbourBricks.filter(({ manifest }) => manifest.id !== 'agenda');

/** An installation in which each page of the host has something to show, with the addresses that are known only after it was filled. */
export interface EveryPage {
  readonly installation: SampleInstallation;
  readonly plans: SamplePlans;
  /** The space of a class. */
  readonly space: string;
  /** The first file of that class. */
  readonly fileAddress: string;
  readonly revokeAddress: string;
  readonly homonymAddress: string;
  /** Two people of two directories, without a question about them. */
  readonly askAddress: string;
}

/** Opens the installation and fills it, by pages for everything that a user would do. */
export async function fillEveryPage(): Promise<EveryPage> {
  const installation = await openSampleInstallation({
    bricks: [...longNamedBricks, brokenBrick, ondeImport, ...moreBricks],
    maxFileSize: '20kB',
  });
  const { host } = installation;
  await switchBricks(installation);
  await host.administrators.grant(ADMINISTRATOR, null, 'cli');
  const plans = await makePlans(host);
  const homonymAddress = `/admin/homonyms/${await nameTwice(installation)}`;
  const odile = await host.directory.personByLogin('ldap', 'odile.ravier');
  const revokeAddress = `/admin/administrators/revoke?person=${odile?.id}&uai=${MOULIN}`;
  const [ines, tom] = [
    await host.directory.personByLogin('ldap', 'ines.renaud'),
    await host.directory.personByLogin('onde', '7702'),
  ];
  const askAddress = `/admin/homonyms/ask/pair?person=${ines?.id}&with=${tom?.id}`;
  return { installation, plans, homonymAddress, askAddress, revokeAddress, ...(await depositFiles(installation)) };
}

async function switchBricks({ host: { activations } }: SampleInstallation): Promise<void> {
  const inHalves = { profiles: [], groupIds: [], from: null, until: null };
  await activations.enable(MOULIN, 'agenda', 'cli');
  await activations.enable(MOULIN, 'onde-import', 'cli');
  await activations.enable(MOULIN, 'library', 'cli', { ...inHalves, profiles: ['head', 'staff'] });
  await activations.enable(MOULIN, 'library', 'cli', { ...inHalves, profiles: ['teacher', 'pupil'] });
  await activations.enable(MOULIN, 'class-blog', 'cli');
  for (const { manifest } of longNamedBricks) await activations.enable(MOULIN, manifest.id, 'cli');
  await activations.enable(TROIS_RIVIERES, 'library', 'cli');
  await activations.disable(TROIS_RIVIERES, 'library', 'cli');
}

async function depositFiles(installation: SampleInstallation): Promise<Pick<EveryPage, 'space' | 'fileAddress'>> {
  const claire = await installation.visitor('claire.vuillemin');
  await claire.open(`/s/${TILLEULS}/file-share/`);
  const space = new URL(claire.page.url()).pathname;
  await deposit(claire, space, SAMPLE_FILES);
  await deposit(claire, `/s/${TILLEULS}/file-share/own`, [file('Cahier journal.odt', 300)]);
  await claire.open(space);
  const fileAddress = await claire.page
    .locator('th a[data-kind]')
    .first()
    .evaluate((link: HTMLAnchorElement) => link.pathname);
  await claire.page.context().close();
  return { space, fileAddress };
}
