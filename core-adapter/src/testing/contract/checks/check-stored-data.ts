// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '../../../api/i18n.js';
import { formatFor } from '../../../host/infra/i18n/format.js';
import { translator } from '../../../host/infra/i18n/translate.js';
import { fault } from '../fault.js';
import { plant } from '../plant.js';
import { emptyTables } from '../rows.js';
import { TARGETS, type Target } from '../sample-people.js';
import type { Stand } from '../stand.js';
import { unfinishedText } from '../unfinished-text.js';

/** The stored data that a brick describes for one school does not depend on data of another. */
export async function checkStoredData(stand: Stand): Promise<void> {
  if (!stand.brick.describeStoredData) return;
  await emptyTables(stand);
  const nothing = await told(stand, TARGETS.cm1);
  if (nothing !== '') {
    fault(
      `describeStoredData says « ${nothing} » of a school in which the brick holds nothing; say nothing when nothing waits.`,
    );
  }
  await plant(stand, TARGETS.sixthA);
  await checkSame(stand, TARGETS.cm1, nothing);
  const ofOther = await told(stand, TARGETS.sixthA);
  await plant(stand, TARGETS.cm1);
  await checkSame(stand, TARGETS.sixthA, ofOther);
  await emptyTables(stand);
}

async function checkSame(stand: Stand, target: Target, before: string): Promise<void> {
  const after = await told(stand, target);
  if (after !== before) {
    fault(
      `describeStoredData of ${target.school} counts what another school holds (« ${after} »); count by the \`db\` it is given.`,
    );
  }
}

async function told(stand: Stand, { school }: Target): Promise<string> {
  const sentences: string[] = [];
  for (const language of ['fr', 'en'] as const satisfies Language[]) {
    const { locales } = stand.brick.manifest;
    const t = translator(locales, language, false);
    const format = formatFor(language, 'Europe/Paris', stand.host.clock);
    for (const sentence of (await stand.brick.describeStoredData?.({ db: stand.db(school), t, format })) ?? []) {
      const unfinished = unfinishedText(sentence, locales);
      if (unfinished) fault(`describeStoredData says ${unfinished} (${language}); give the text all its values.`);
      sentences.push(sentence);
    }
  }
  return sentences.join(' · ');
}
