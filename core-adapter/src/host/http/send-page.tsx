// SPDX-License-Identifier: EUPL-1.2
import type { Request, Response } from 'express';
import type { SessionData } from 'express-session';
import type { ComponentChildren, VNode } from 'preact';
import type { Language, Translate } from '../../api/i18n.js';
import { Note, type Count } from '../../ui/index.js';
import { renderDocument } from '../../ui/render-document.js';
import { Shell, type RailEntry, type ShellPlace } from '../../ui/shell.js';
import type { HostContext } from '../context/host-context.js';
import { translator } from '../infra/i18n/translate.js';
import type { PortalServices } from './ask-brick.js';
import { badgesOf } from './ask-portal.js';
import { deviceKeyOf } from './device-key.js';
import { withErrorSummary } from './error-summary.js';
import { endsOfTools } from './ends-of-tools.js';
import { footLinks, HELP_URL } from './foot-links.js';
import { isBackground } from './background-request.js';
import { withLiveModule } from './live-module.js';
import { withPageModules } from './page-modules.js';
import { languageUrl } from './language-url.js';
import type { LoadedBrick } from '../domain/bricks/loaded-brick.js';
import { collegeLocales, hostLocales, type HostKey } from '../infra/locales/index.js';
import { countWaiting } from './count-waiting.js';
import { tokenOf } from './token-gate.js';
import { PLATFORM_URLS } from './platform-urls.js';
import { withKeptTexts } from './with-kept-texts.js';
import { childrenEntries, type ChildrenEntry, type SchoolsOfChildren } from './rail-of-children.js';
import type { SchoolContext } from './school-context.js';
import { visitorOf, type VisitorPerson } from './visitor.js';

/** The services behind the rail, the bar and the footer of every page. */
export type PageContext = PortalServices &
  Pick<
    HostContext,
    'assets' | 'bricks' | 'clock' | 'database' | 'keptTexts' | 'lastPerson' | 'log' | 'seal' | 'settings' | 'sources'
  >;

export interface Page {
  readonly title: string;
  readonly content: ComponentChildren;
  readonly status?: number;
  /** Whether the form that this page answers was stored. */
  readonly isTaken?: boolean;
  /** Addresses of style sheets besides that of every page. */
  readonly styles?: readonly string[];
  readonly scripts?: readonly string[];
  /** The school that the page is about; without one, the shell has no bricks beside it. */
  readonly visit?: SchoolContext | undefined;
  /** The place that the page is about instead of the school, such as all children of a guardian. */
  readonly place?: ShellPlaceName | undefined;
  /** The schools that the rail leads to in place of that of the page: those of a guardian's children, from two on. */
  readonly ofChildren?: SchoolsOfChildren | undefined;
  /** Whether the page speaks to a pupil although no pupil is logged in. */
  readonly child?: boolean;
  /** The current entry of the rail: a brick's id, `home`, `school` or `platform`. */
  readonly current?: string;
}

/** A place that is no school. */
export type ShellPlaceName = Pick<ShellPlace, 'name' | 'detail'> & { readonly icon: string };

export const HOST_COLOUR = 'slate';
export const BRICK_ICON = 'box-fill';

/** The host's own texts, in the language and register of the visitor. */
export function hostTexts(request: Request, visit?: SchoolContext): Translate<HostKey> {
  const locales = visit?.school.kind === 'college' ? collegeLocales : hostLocales;
  return translator(locales, visitorOf(request).language, looksAsChild(request, visit));
}

/** Pages about no school, such as errors, use the pupils' texts for pupils too. */
function looksAsChild(request: Request, visit: SchoolContext | undefined): boolean {
  if (visit) return isChild(visit);
  return visitorOf(request).person?.schools.some(({ profiles }) => profiles.includes('pupil')) ?? false;
}

export function isChild(visit: SchoolContext | undefined): boolean {
  return visit?.user.profiles.includes('pupil') ?? false;
}

/** The name of a brick as its own texts give it. */
export function brickText(
  brick: LoadedBrick,
  key: 'title' | 'shortTitle' | 'summary',
  language: Language,
  child: boolean,
): string {
  return brick.manifest ? translator(brick.manifest.locales, language, child)(key) : brick.id;
}

function hasShortTitle({ manifest }: LoadedBrick): boolean {
  return Object.hasOwn(manifest?.locales.fr ?? {}, 'shortTitle');
}

/** Sends a page in the shell, in the visitor's language and colours. */
export async function sendPage(context: PageContext, request: Request, response: Response, page: Page): Promise<void> {
  const { language, theme, person } = visitorOf(request);
  const { visit } = page;
  const t = page.child === undefined ? hostTexts(request, visit) : translator(hostLocales, language, page.child);
  // A token must not show which other bricks the person has (T9).
  const platform = tokenOf(request) ? [] : platformRail(page, person, t);
  const rail = visit && !tokenOf(request) ? await railOf(context, page, visit, t, language, platform) : platform;
  const waiting = rail.some(({ url }) => url === PLATFORM_URLS.overview) ? await countWaiting(context, request) : 0;

  const document = renderDocument(
    <Shell
      language={language}
      theme={theme}
      title={page.title}
      assets={(name) => context.assets.url('core', name)}
      t={t}
      child={page.child ?? looksAsChild(request, visit)}
      person={person}
      school={
        page.place ??
        visit?.school ??
        (page.current === 'platform' ? { name: t('rail.platform'), icon: 'hdd-stack' } : undefined)
      }
      schools={person ? placesOf(person, page, t) : []}
      rail={rail}
      liveBadges={visit && !tokenOf(request) ? await liveBadgesOf(page.ofChildren?.visits ?? [visit]) : undefined}
      homeUrl={visit ? `/s/${visit.school.uai}/` : '/'}
      accountUrl="/account"
      languageUrl={languageUrl(request, visitorOf(request), context.settings.server.publicUrl)}
      helpUrl={HELP_URL}
      foot={footLinks(context.settings, person !== undefined)}
      {...takeNotice(request)}
      bell={
        waiting > 0
          ? { url: PLATFORM_URLS.overview, value: waiting, label: t('platform.bell', { count: waiting }) }
          : undefined
      }
      styles={page.styles ?? []}
      scripts={page.scripts ?? []}
      deviceKey={deviceKeyOf(context, request)}
    >
      {await endNote(context, page, language, t)}
      {page.content}
    </Shell>,
  );
  const { title, status = 200, isTaken = false } = page;
  const uai = visit?.school.uai ?? null;
  const html = status < 400 ? document : withErrorSummary(document, t);
  const marked = await withKeptTexts(context, request, { html, title, uai, t, isTaken });
  response
    .status(status)
    .set('Cache-Control', 'no-store')
    .type('html')
    .send(
      withPageModules(withLiveModule(marked, request, context.assets.url('core', 'live.js')), {
        t,
        asset: (name) => context.assets.url('core', name),
      }),
    );
}

/** On a page of a brick that the reader is about to lose, a sentence that says so. */
async function endNote(
  context: PortalServices,
  { visit, current, status = 200 }: Page,
  language: Language,
  t: Translate<HostKey>,
): Promise<VNode | null> {
  const brick = status < 400 ? (await visit?.bricks())?.find(({ id }) => id === current) : undefined;
  const day = visit && brick && (await endsOfTools(context, visit, language)).get(brick.id);
  if (!brick || day === undefined) return null;
  return (
    <Note icon="clock-fill">
      <p>{t('portal.ends', { brick: brickText(brick, 'title', language, isChild(visit)), day })}</p>
    </Note>
  );
}

/** The bricks that have a badge, as `live.js` reads them. */
async function liveBadgesOf(visits: readonly SchoolContext[]): Promise<string | undefined> {
  const ofEach = visits.map(async (visit) => {
    const bricks = (await visit.bricks()).filter(({ portal }) => portal?.badge);
    return bricks.map(({ id }) => `${visit.school.uai}/${id}`);
  });
  const all = (await Promise.all(ofEach)).flat();
  return all.length === 0 ? undefined : all.join(' ');
}

/** The badge of a brick, in the words of the shell. */
export function countOf(value: number | undefined, t: Translate<HostKey>): Count | undefined {
  return value === undefined || value === 0 ? undefined : { value, label: t('shell.moreNew', { count: value }) };
}

async function railOf(
  context: PortalServices,
  { current, ofChildren }: Page,
  visit: SchoolContext,
  t: Translate<HostKey>,
  language: Language,
  platform: readonly RailEntry[],
): Promise<RailEntry[]> {
  const { uai } = visit.school;
  const home: RailEntry = {
    label: t('rail.home'),
    url: `/s/${uai}/`,
    icon: 'house-fill',
    colour: 'home',
    current: current === 'home',
  };
  const entries = ofChildren
    ? await childrenEntries(context, ofChildren, language)
    : await ownEntries(context, visit, language);
  const bricks = entries.map(({ brick, url, count, names }): RailEntry => {
    const name = brickText(brick, hasShortTitle(brick) ? 'shortTitle' : 'title', language, isChild(visit));
    return {
      label: names === undefined ? name : t('rail.ofChildren', { name, children: names }),
      ...{ url, icon: brick.manifest?.icon ?? BRICK_ICON, colour: brick.manifest?.colour ?? HOST_COLOUR },
      ...{ current: current === brick.id, count: countOf(count, t) },
    };
  });
  const school: RailEntry[] = visit.user.profiles.includes('head')
    ? [
        {
          label: t(visit.school.kind === 'college' ? 'rail.college' : 'rail.school'),
          url: `/admin/s/${uai}/bricks`,
          icon: 'toggles',
          colour: HOST_COLOUR,
          current: current === 'school',
        },
      ]
    : [];
  // Heads come for the school, administrators for the platform: a phone shows the first entries without scrolling.
  return [home, ...school, ...platform, ...bricks];
}

/** The bricks of the user in the school of the page. */
async function ownEntries(context: PortalServices, visit: SchoolContext, language: Language): Promise<ChildrenEntry[]> {
  const badges = await badgesOf(context, visit, language);
  return (await visit.bricks()).map((brick) => ({
    ...{ brick, url: `/s/${visit.school.uai}/${brick.id}/`, count: badges.get(brick.id) ?? 0, names: undefined },
  }));
}

/** The entries for administrators of the platform. The console has no school, so that only the way home stands beside it. */
function platformRail({ visit, current }: Page, person: VisitorPerson | undefined, t: Translate<HostKey>): RailEntry[] {
  const here = current === 'platform';
  if (!person?.administersPlatform || isChild(visit) || !(visit || here)) return [];
  const home = { label: t('rail.home'), url: '/', icon: 'house-fill', colour: 'home', current: false } as const;
  const platform = {
    label: t('rail.platform'),
    url: PLATFORM_URLS.overview,
    icon: 'hdd-stack-fill',
    colour: HOST_COLOUR,
  } as const;
  return [...(here ? [home] : []), { ...platform, current: here }];
}

/** The schools of the person, after the place that is no school. */
function placesOf(person: VisitorPerson, { place, visit }: Page, t: Translate<HostKey>): ShellPlace[] {
  const uai = visit?.school.uai;
  const schools = person.schools.map(({ school, profiles }) => ({
    name: school.name,
    detail: profiles.map((profile) => t(`profile.${profile}`)).join(', '),
    url: `/s/${school.uai}/`,
    current: place === undefined && school.uai === uai,
  }));
  if (!place || uai === undefined || schools.length < 2) return schools;
  return [{ ...place, url: `/s/${uai}/`, current: true }, ...schools.filter(({ url }) => url !== `/s/${uai}/`)];
}

/** Removes the notice from the session: it is shown once, to the user and not to a page that reads itself again, nor by a HEAD. */
function takeNotice(request: Request): Pick<SessionData, 'notice' | 'noticeAction'> {
  if (isBackground(request) || request.method === 'HEAD') return {};
  const { notice, noticeAction } = request.session ?? {};
  if (notice !== undefined) request.session.notice = undefined;
  if (noticeAction !== undefined) request.session.noticeAction = undefined;
  return { notice, noticeAction };
}
