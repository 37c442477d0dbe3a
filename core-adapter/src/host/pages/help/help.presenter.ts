// SPDX-License-Identifier: EUPL-1.2
import type { Language, Translate } from '../../../api/i18n.js';
import type { HelpTopic } from '../../../api/manifest.js';
import type { Profile } from '../../../api/people.js';
import type { ReadyBrick } from '../../domain/bricks/loaded-brick.js';
import { translator } from '../../infra/i18n/translate.js';
import type { HostKey } from '../../infra/locales/index.js';
import { HELP_URL } from '../../http/foot-links.js';
import type { HelpModel, HelpSection } from './help.model.js';
import { BRICK_ICON, brickText, HOST_COLOUR } from '../../http/send-page.js';
import { hostHelp, type HelpReader, type HostHelpSection } from './host-help.js';

const DAY_MS = 86_400_000;

/** A profile at school comes before that of a guardian; a head who also teaches reads the head's help first. */
const ORDER: readonly Profile[] = ['pupil', 'head', 'teacher', 'staff', 'guardian'];

export interface HelpFacts {
  readonly reader: HelpReader;
  /** The profiles of the reader; each has its own page. */
  readonly profiles: readonly Profile[];
  readonly language: Language;
  readonly t: Translate<HostKey>;
  /** The bricks that are on for this reader. */
  readonly bricks: readonly ReadyBrick[];
  /** The schools to ask. */
  readonly schools: readonly string[];
  readonly contactUrl: string | undefined;
  /** The time for which the data of a person are kept after they left, in milliseconds. */
  readonly eraseAfter: number;
}

export function presentHelp(facts: HelpFacts): HelpModel {
  const { reader, profiles, t, bricks, schools, contactUrl } = facts;
  const { before, after } = hostHelp[reader];
  return {
    reader,
    lead: t(`help.lead.${reader}`),
    profiles: profiles.map((profile) => ({
      label: t(`profile.${profile}`),
      url: `${HELP_URL}?profile=${profile}`,
      current: profile === reader,
    })),
    sections: [
      ...before.map((section) => presentOwn(section, facts)),
      ...bricks.flatMap((brick) => presentBrick(brick, facts)),
      ...after.map((section) => presentOwn(section, facts)),
    ],
    schools,
    contactUrl,
  };
}

function presentOwn({ title, icon, colour, topics }: HostHelpSection, { t, eraseAfter }: HelpFacts): HelpSection {
  const count = Math.round(eraseAfter / DAY_MS);
  return {
    title: t(title),
    icon,
    colour,
    topics: topics.map((topic) => ({ title: t(topic.title), lines: topic.lines.map((line) => t(line, { count })) })),
  };
}

/** The section of a brick; none when it has no help for the reader. */
function presentBrick(brick: ReadyBrick, { reader, language }: HelpFacts): HelpSection[] {
  const { locales, help = {}, icon = BRICK_ICON, colour = HOST_COLOUR } = brick.manifest;
  const topics: readonly HelpTopic[] = (reader === 'nobody' ? undefined : help[reader]) ?? [];
  if (topics.length === 0) return [];
  const child = reader === 'pupil';
  const text = translator(locales, language, child);
  return [
    {
      title: brickText(brick, 'title', language, child),
      icon,
      colour,
      topics: topics.map(({ title, lines }) => ({ title: text(title), lines: lines.map((line) => text(line)) })),
    },
  ];
}

/**
 * The profiles with help that a person may read: those of their current school, then the others.
 * @param here the profiles in that school @param everywhere those of all their schools
 */
export function readersOf(here: readonly Profile[], everywhere: readonly Profile[]): Profile[] {
  return [
    ...ORDER.filter((profile) => here.includes(profile)),
    ...ORDER.filter((profile) => !here.includes(profile) && everywhere.includes(profile)),
  ];
}
