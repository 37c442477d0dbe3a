// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '../../../api/i18n.js';
import { isQuickRun } from '../../full-run.js';
import { send } from '../exchange.js';
import { mayUse } from '../expectation.js';
import { eachOf, fault } from '../fault.js';
import { holderOf } from '../holder-of.js';
import { inTurn } from '../in-turn.js';
import { loadAxe, type AxeFaults } from '../load-axe.js';
import { seedExamples } from '../seed-examples.js';
import { prepareExample } from '../prepare-example.js';
import { emptyTables } from '../rows.js';
import { SAMPLE_PEOPLE, TARGETS, type SamplePerson } from '../sample-people.js';
import { nameOf, permissionOf, type ContractBench } from '../contract-bench.js';
import type { TestResponse } from '../../test-exchange.js';
import { textsOf, unfinishedText } from '../unfinished-text.js';

/** `live.js` finds the parts of a page by their ids. */
const LIVE_WITHOUT_ID = /<\w+(?=[^>]* data-live=)(?![^>]* id="[^"])[^>]*>/;

const LANGUAGES = ['fr', 'en'] as const satisfies Language[];
const FRENCH_ALONE = ['fr'] as const satisfies Language[];

/**
 * One person of each profile reads every page that they may read, in both languages: empty, filled, and after each form. In a quick run,
 * one of these people at a time reads a page in English as well, and the two languages take turns from form to form.
 */
export async function checkPages(bench: ContractBench): Promise<void> {
  const look = lookerAt(bench);
  await emptyTables(bench);
  await eachOf(
    bench.brick.routes.filter(({ method }) => method === 'get').entries(),
    async ([turn, route]) => {
      const permission = permissionOf(bench, route);
      const readers = READERS.filter(holderOf(bench, route));
      const readersOfEnglish = inTurn(readers, turn);
      for (const person of readers) {
        const prepared = await prepareExample(bench, route, TARGETS.cm1, { person: person.role });
        if (!mayUse(permission, person, prepared.scopes, bench.ids)) continue;
        for (const language of readersOfEnglish.includes(person) ? LANGUAGES : FRENCH_ALONE) {
          const answer = await send(bench, route, { ...person, headers: speaking(language) }, prepared.request);
          await look(answer, `${nameOf(route)}, as ${person.role} reads it in ${language}`);
        }
      }
    },
    bench.mostFaults,
  );
  for (const round of isQuickRun() ? [0] : LANGUAGES.keys()) {
    await emptyTables(bench);
    for (const [turn, { prepared, next }] of (await seedExamples(bench, TARGETS.cm1)).entries()) {
      if (!next) continue;
      const language = (turn + round) % 2 === 0 ? 'fr' : 'en';
      const sending = bench.session(next.person.role).get(next.location);
      for (const [name, value] of Object.entries(speaking(language))) sending.header(name, value);
      await look(await sending, `the page after ${nameOf(prepared.route)}, in ${language}`);
    }
  }
  await emptyTables(bench);
}

const READERS: readonly SamplePerson[] = SAMPLE_PEOPLE.filter(({ role }) =>
  ['teacher', 'head', 'staff', 'pupil', 'guardian'].includes(role),
);

function speaking(language: Language): Readonly<Record<string, string>> {
  return { 'Accept-Language': language };
}

function lookerAt(bench: ContractBench): (answer: TestResponse, where: string) => Promise<void> {
  let axe: AxeFaults | undefined;
  const seen = new Set<string>();
  return async ({ status, headers, text }, where) => {
    if (status !== 200 || !(headers.get('content-type') ?? '').includes('text/html')) return;
    for (const one of textsOf(text)) {
      const unfinished = unfinishedText(one, bench.brick.manifest.locales);
      if (unfinished) fault(`${where}, shows ${unfinished}; give the text its values, or the key a text.`);
    }
    const [lonely] = LIVE_WITHOUT_ID.exec(text) ?? [];
    if (lonely !== undefined)
      fault(`${where}, has a part that changes and cannot be found again, ${lonely}; give it an id.`);
    // Axe is slow and reports the same for pages that differ only in their words.
    const shape = shapeOf(text);
    if (seen.has(shape)) return;
    seen.add(shape);
    axe ??= await loadAxe();
    const [first] = await axe(text);
    if (first !== undefined) fault(`${where}, is not accessible: axe says ${first}`);
  };
}

/**
 * Attributes that axe checks for being present and not for their value: words, drawings, data of scripts, classes without their style
 * sheet.
 */
const SAYS_SOMETHING = /\s(data-[\w-]+|aria-label|title|alt|placeholder|value|content|lang|hreflang|class|d)="[^"]+"/g;
/** Addresses, except those within the page: axe checks that their target exists. */
const LEADS_ELSEWHERE = /\s(href|src|action)="[^"#][^"]*"/g;

/** The markup of a page without words, ids and digests (as in the names of hidden fields), with repeated rows once. */
function shapeOf(html: string): string {
  return html
    .replace(/>[^<]*[^<\s][^<]*</g, '>x<')
    .replace(SAYS_SOMETHING, ' $1="x"')
    .replace(LEADS_ELSEWHERE, ' $1="x"')
    .replace(/[\da-f]{8}-[\da-f-]{27}|\b[\da-f]{16}\b/gi, 'id')
    .replace(/(<(tr|li)\b(?:(?!<\2\b)[^])*?<\/\2>)(?:\s*\1)+/g, '$1');
}
