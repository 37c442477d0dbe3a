// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { startTestHost, type Role } from '@volee/core-adapter/testing';
import messaging from '../../index.js';

const host = await startTestHost({ bricks: [messaging] });

/** The state before the form comes, and the button that was pressed. */
const SITUATIONS = ['empty', 'plain', 'picking', 'late', 'sent'] as const;
type Situation = (typeof SITUATIONS)[number];

/**
 * - `empty`: a new message with a recipient alone
 * - `plain`: a draft as the form knows it
 * - `picking`: the same, and a button adds a recipient
 * - `late`: another form has written the draft
 * - `sent`: the form has sent this message already
 */
const TABLE: Readonly<Record<string, Readonly<Record<Situation, string>>>> = {
  send: {
    ...{ empty: '400 page', plain: '303 /boxes/sent', picking: '303 /drafts/ID' },
    ...{ late: '409 page', sent: '303 /boxes/sent' },
  },
  'send-rest': {
    ...{ empty: '400 page', plain: '303 /boxes/sent', picking: '303 /drafts/ID' },
    ...{ late: '409 page', sent: '303 /boxes/sent' },
  },
  save: {
    ...{ empty: '303 /drafts/ID', plain: '303 /drafts/ID', picking: '303 /drafts/ID' },
    ...{ late: '409 page', sent: '409 page' },
  },
  keep: {
    ...{ empty: '200 json', plain: '200 json', picking: '200 json' },
    ...{ late: '409 json', sent: '409 json' },
  },
  search: {
    ...{ empty: '303 /write?toPerson=ID&q=ines', plain: '303 /drafts/ID?q=ines', picking: '303 /drafts/ID' },
    ...{ late: '409 page', sent: '409 page' },
  },
  attach: {
    ...{ empty: '303 /drafts/ID?attach=true', plain: '303 /drafts/ID?attach=true', picking: '303 /drafts/ID' },
    ...{ late: '409 page', sent: '409 page' },
  },
  said: {
    ...{ empty: '303 /write?toPerson=ID&said=true', plain: '303 /drafts/ID?said=true', picking: '303 /drafts/ID' },
    ...{ late: '409 page', sent: '409 page' },
  },
  discard: { empty: '303 /', plain: '303 /', picking: '303 /drafts/ID', late: '303 /', sent: '303 /' },
};

type Fields = Readonly<Record<string, string>>;

/** Posts a form. @returns the status, and the page to which the answer leads or the kind of its body */
async function post(role: Role, path: string, form: Fields): Promise<string> {
  const { status, headers } = await host.as(role).post(path).form(form);
  const location = headers.get('location')?.replace(/^.*\/messaging/, '');
  const kind = headers.get('content-type')?.includes('json') ? 'json' : 'page';
  return `${status} ${location ?? kind}`;
}

async function answerIn(situation: Situation, act: Fields, role: Role): Promise<string> {
  const toPerson = await host.ids.person(role === 'pupil' ? 'teacher' : 'head');
  const form = { form: randomUUID(), toPerson };
  const text = { ...form, subject: role === 'pupil' ? '' : `${situation} ${act.do}`, body: `Texte ${randomUUID()}` };
  if (situation === 'empty') return post(role, '/write', { ...form, ...act });
  if (situation === 'sent') {
    await post(role, '/write', text);
    return post(role, '/write', { ...text, ...act });
  }
  const draft = (await post(role, '/write', { ...text, do: 'save' })).replace('303 ', '');
  if (situation === 'late') {
    await post(role, draft, { ...text, form: randomUUID(), version: '1', body: 'Écrit ailleurs', do: 'save' });
    return post(role, draft, { ...text, form: randomUUID(), version: '1', ...act });
  }
  const add = situation === 'picking' ? { add: `toPerson ${await host.ids.person('pupil')}` } : {};
  return post(role, draft, { ...text, version: '1', ...act, ...add });
}

async function answers(act: Fields, role: Role, asked: readonly Situation[]): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const situation of asked) found[situation] = (await answerIn(situation, act, role)).replace(/[\w-]{36}/g, 'ID');
  return found;
}

test.each(Object.entries(TABLE))('the form of a message is answered as the table says: %s', async (act, expected) => {
  expect(await answers({ do: act, q: 'ines' }, 'teacher', SITUATIONS)).toEqual(expected);
});

test('a pupil is led to the message that they sent, by a second press too', async () => {
  expect(await answers({ do: 'send' }, 'pupil', ['plain', 'picking', 'late', 'sent'])).toEqual({
    ...{ plain: '303 /copies/ID', picking: '303 /drafts/ID', late: '409 page', sent: '303 /copies/ID' },
  });
});

test.each(['save', 'keep'])('a pupil is told that another form has written their draft: %s', async (act) => {
  expect(await answers({ do: act }, 'pupil', ['late'])).toEqual({ late: TABLE[act]?.late });
});
