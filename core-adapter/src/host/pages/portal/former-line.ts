// SPDX-License-Identifier: EUPL-1.2
import type { Language, Translate } from '../../../api/i18n.js';
import { findFormerSchools, type FormerSchool } from '../../domain/former-schools/find-former-schools.js';
import { formerBricks, type FormerServices } from '../../http/ask-former.js';
import { FORMER_URL } from '../../http/foot-links.js';
import { nearEnd } from '../../http/near-end.js';
import type { VisitorPerson } from '../../http/visitor.js';
import type { HostKey } from '../../infra/locales/index.js';
import type { FormerLine } from './portal.model.js';

interface Reader {
  readonly person: VisitorPerson;
  readonly language: Language;
  readonly t: Translate<HostKey>;
}

/** The sentence that something is left in a former school; undefined when nothing is left, or once the reader has put the reminder away. */
export async function formerLine(context: FormerServices, reader: Reader): Promise<FormerLine | undefined> {
  const { clock, database, limits } = context;
  const schools = await findFormerSchools(database.unitOfWork, reader.person.id, clock.now());
  const asked = schools
    .filter(({ isPutAway }) => !isPutAway)
    .map(async (former) => ({ former, bricks: await formerBricks(context, former, reader, limits.portal) }));
  const filled = (await Promise.all(asked)).filter(({ bricks }) => bricks.some(({ things }) => things !== undefined));
  const [first] = filled;
  if (!first) return undefined;
  const { t, language } = reader;
  const bricks = filled.flatMap((one) => one.bricks);
  const day = nearEnd(bricks, { language, timeZone: first.former.school.timeZone, clock });
  const count = new Set(filled.map(({ former }) => former.school.uai)).size;
  const text = sentence(
    filled.map(({ former }) => former),
    count,
    reader,
  );
  return {
    text: day === undefined ? text : `${text} ${t('former.lineUntil', { day })}`,
    link: t('former.link', { count }),
    url: FORMER_URL,
  };
}

function sentence(schools: readonly FormerSchool[], count: number, { person, t }: Reader): string {
  const own = schools.find(({ owner }) => owner.id === person.id);
  const ofChild = schools.find(({ owner }) => owner.id !== person.id);
  if (count > 1 || schools.length > 2) return t('former.lineOfMany');
  if (ofChild) return t('former.lineOfChild', { child: ofChild.owner.givenName, school: ofChild.school.name });
  return t('former.line', { school: own?.school.name ?? '' });
}
