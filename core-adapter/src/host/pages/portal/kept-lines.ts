// SPDX-License-Identifier: EUPL-1.2
import type { Language, Translate } from '../../../api/i18n.js';
import type { Child } from '../../domain/directory/kinships.js';
import { formerBricks, type FormerBrick, type FormerServices, type LeftPlace } from '../../http/ask-former.js';
import { OWN_DATA_URL } from '../../http/foot-links.js';
import { nearEnd } from '../../http/near-end.js';
import type { SchoolContext } from '../../http/school-context.js';
import { brickText, isChild } from '../../http/send-page.js';
import { formatFor } from '../../infra/i18n/format.js';
import type { HostKey } from '../../infra/locales/index.js';
import type { KeptLine } from './portal.model.js';

interface KeptQuestion {
  readonly visit: SchoolContext;
  /** The children of a guardian. */
  readonly children: readonly Child[];
  readonly language: Language;
  readonly t: Translate<HostKey>;
}

/**
 * Lines about bricks that are on in one of the schools for a profile of the reader but not for the reader, as after a change of class, and
 * that keep something of the reader or of their child (ADR 88). A brick that is off for a whole profile is left out. The same line is shown
 * once.
 */
export async function keptLines(
  context: FormerServices,
  { visits, ...reader }: Omit<KeptQuestion, 'visit'> & { readonly visits: readonly SchoolContext[] },
): Promise<KeptLine[]> {
  const lines = await Promise.all(visits.map((visit) => linesOf(context, { visit, ...reader })));
  return [...new Map(lines.flat().map((line) => [line.text, line])).values()];
}

async function linesOf(context: FormerServices, question: KeptQuestion): Promise<KeptLine[]> {
  const { visit, children, t } = question;
  const { school, user } = visit;
  const has = new Set((await visit.bricks()).map(({ id }) => id));
  const keptOf = async (place: LeftPlace): Promise<FormerBrick[]> => {
    const reader = { person: user, language: question.language };
    const asked = await formerBricks(context, place, reader, context.limits.portal, (id) => !has.has(id));
    return asked.filter(({ things }) => things !== undefined);
  };
  const here = children.filter(({ schools }) => schools.some(({ uai }) => uai === school.uai));
  const [own, ...ofChildren] = await Promise.all([
    keptOf({ school, owner: user, profiles: user.profiles }),
    ...here.map((child) => keptOf({ school, owner: child, profiles: ['guardian'] })),
  ]);
  const take = { text: t('portal.keptTake'), label: t('shell.data'), url: OWN_DATA_URL };
  return [
    ...(own && own.length > 0 ? [{ text: sentence(own, 'portal.kept', {}, question, context), take }] : []),
    ...ofChildren.flatMap((kept, index) => {
      const child = here[index]?.givenName ?? '';
      return kept.length > 0 ? [{ text: sentence(kept, 'portal.keptOfChild', { child }, question, context) }] : [];
    }),
  ];
}

/** « La brique Fichiers n’est pas allumée pour toi en ce moment. … Une partie s’efface après le 14 octobre. » */
function sentence(
  kept: readonly FormerBrick[],
  key: 'portal.kept' | 'portal.keptOfChild',
  names: { readonly child?: string },
  { visit, language, t }: KeptQuestion,
  { clock }: Pick<FormerServices, 'clock'>,
): string {
  const format = formatFor(language, visit.school.timeZone, clock);
  const bricks = format.list(kept.map(({ brick }) => brickText(brick, 'title', language, isChild(visit))));
  const text = t(key, { bricks, count: kept.length, ...names });
  const day = nearEnd(kept, { language, timeZone: visit.school.timeZone, clock });
  return day === undefined ? text : `${text} ${t('former.lineUntil', { day })}`;
}
