// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises';
import { SCHOOL, testDatabases } from '@volee/core-adapter/testing';
import { JSDOM } from 'jsdom';
import { partPath } from '../../paths.js';
import { applyRecords, sampleRecords, withOtherKey } from '../../testing/start/directory-for-tests.js';
import { startDrive } from '../../testing/start/drive-for-tests.js';
import { giveWork } from '../../testing/start/work-for-tests.js';

const WORD = 'J’ai choisi le Stromboli.';

const script = await readFile(new URL('../../../assets/part-files.js', import.meta.url), 'utf8');

describe.each(testDatabases())('a part of a pupil with two records that became one on $name', (database) => {
  const started = startDrive({ database });

  test('X8: the address of the record that went, and a word typed there, lead to the one that stayed', async () => {
    const { host, tables, storage } = await started;
    const kept = await host.ids.person('pupil');
    await applyRecords(host, withOtherKey('pupil', 'ines.2', await sampleRecords()));
    const gone = await host.ids.login('ines.2');
    const tools = { db: tables(SCHOOL), storage: storage(SCHOOL), clock: host.clock };
    const work = await giveWork({ groupId: host.ids.cm1 }, tools);
    const pathOf = (id: string): string => `/s/${SCHOOL}/file-share${partPath(work.id, id)}`;
    const pupil = host.asLogin('ines.2');
    await pupil.post(pathOf(gone)).form({ action: 'start' }).expect(303);
    const before = open((await pupil.get(pathOf(gone)).expect(200)).text);
    fieldOf(before).value = WORD;

    const asked = `SELECT id FROM core_homonym WHERE state = 'open'`;
    const [pair] = await host.host.database.dataSource.query<{ id: string }[]>(asked);
    await host.host.homonyms.decide(pair?.id ?? '', 'same', { actor: 'cli', reason: '' });
    before.document
      .querySelector('form[data-part-files]')
      ?.dispatchEvent(new before.Event('change', { bubbles: true }));

    const again = host.asLogin('ines.2');
    expect((await again.get(pathOf(gone)).expect(303)).headers.get('location')).toBe(pathOf(kept));
    for (const other of ['classmate', 'teacherOfOtherClass'] as const)
      await host.as(other).get(pathOf(gone)).expect(404);
    const { text } = await again.get(pathOf(kept)).expect(200);
    // Of a classmate who shares the computer, and of the record that went.
    const classmate = pathOf(await host.ids.person('classmate'));
    const device = {
      ...before.sessionStorage,
      [`word ${classmate}`]: JSON.stringify({ from: '', word: 'x', ticked: [] }),
    };
    const ask: Ask = async (path) => {
      const { status, headers } = await again.get(path);
      return { ok: status === 303, status, url: host.url + (headers.get('location') ?? path) };
    };
    // Without an answer of the server, the next page asks again.
    let left = device;
    for (const answer of [() => Promise.reject(new Error('offline')), failing]) {
      const page = open(text, left, answer);
      expect(page.sessionStorage).toHaveLength(0);
      await new Promise(setImmediate);
      expect(fieldOf(page).value).toBe('');
      left = { ...page.sessionStorage };
    }
    expect(left).toEqual(device);
    const asks: ReturnType<Ask>[] = [];
    const after = open(text, left, (path) => {
      const answer = ask(path);
      asks.push(answer);
      return answer;
    });
    expect(after.sessionStorage).toHaveLength(0);
    await Promise.all(asks);
    await new Promise(setImmediate);
    expect([asks.length, fieldOf(after).value]).toEqual([2, WORD]);

    // A teacher sends the form of a page that was open before the join.
    const page = await host.as('teacher').get(pathOf(kept)).expect(200);
    const revision = /name="revision" value="(\d+)"/.exec(page.text)?.[1] ?? '';
    const form = { answer: 'Bravo pour la carte', do: 'keep', revision };
    const answered = await host
      .as('teacher')
      .post(`${pathOf(gone)}/give-back`)
      .form(form)
      .expect(303);
    expect(answered.headers.get('location')).toContain(pathOf(kept));
    await host
      .as('teacher')
      .get(pathOf(kept))
      .expect(200, /Bravo pour la carte/);
  });
});

type Window = JSDOM['window'];
type Ask = (path: string) => Promise<{ readonly ok: boolean; readonly status: number; readonly url: string }>;

const failing: Ask = (url) => Promise.resolve({ ok: false, status: 503, url });

/** A page of a part in a browser, with the notes that its tab keeps. */
function open(html: string, device: Readonly<Record<string, string>> = {}, ask?: Ask): Window {
  const { window } = new JSDOM(html, { url: 'http://localhost/', runScripts: 'outside-only' });
  for (const [key, value] of Object.entries(device)) window.sessionStorage.setItem(key, value);
  window.HTMLFormElement.prototype.submit = () => undefined;
  Object.assign(window, { fetch: ask });
  window.eval(script);
  return window;
}

function fieldOf({ document }: Window): HTMLTextAreaElement {
  const field = document.querySelector<HTMLTextAreaElement>('form[data-part-word] textarea');
  if (!field) throw new Error('The page has no field for the word.');
  return field;
}
