// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '../../../api/i18n.js';
import { formatFor } from '../../../host/infra/i18n/format.js';
import { translator } from '../../../host/infra/i18n/translate.js';
import { fault } from '../fault.js';
import { seedExamples } from '../seed-examples.js';
import { emptyTables } from '../rows.js';
import { TARGETS, type Target } from '../sample-people.js';
import type { ContractBench } from '../contract-bench.js';
import { unfinishedText } from '../unfinished-text.js';

/** The stored data that a brick describes for one school does not depend on data of another. */
export async function checkStoredData(bench: ContractBench): Promise<void> {
  if (!bench.brick.describeStoredData) return;
  await emptyTables(bench);
  const nothing = await describedData(bench, TARGETS.cm1);
  if (nothing !== '') {
    fault(`describeStoredData says « ${nothing} » of a school without data; return no sentence then.`);
  }
  await seedExamples(bench, TARGETS.sixthA);
  await checkSame(bench, TARGETS.cm1, nothing);
  const ofOther = await describedData(bench, TARGETS.sixthA);
  await seedExamples(bench, TARGETS.cm1);
  await checkSame(bench, TARGETS.sixthA, ofOther);
  await emptyTables(bench);
}

async function checkSame(bench: ContractBench, target: Target, before: string): Promise<void> {
  const after = await describedData(bench, target);
  if (after !== before) {
    fault(
      `describeStoredData of ${target.school} counts data of another school (« ${after} »); query the given \`db\`.`,
    );
  }
}

async function describedData(bench: ContractBench, { school }: Target): Promise<string> {
  const sentences: string[] = [];
  for (const language of ['fr', 'en'] as const satisfies Language[]) {
    const { locales } = bench.brick.manifest;
    const t = translator(locales, language, false);
    const format = formatFor(language, 'Europe/Paris', bench.host.clock);
    for (const sentence of (await bench.brick.describeStoredData?.({ db: bench.db(school), t, format })) ?? []) {
      const unfinished = unfinishedText(sentence, locales);
      if (unfinished) fault(`describeStoredData says ${unfinished} (${language}); give the text all its values.`);
      sentences.push(sentence);
    }
  }
  return sentences.join(' · ');
}
