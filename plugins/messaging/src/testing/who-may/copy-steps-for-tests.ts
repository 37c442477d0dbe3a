// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import type { CopyAt, Walk } from './walk-for-tests.js';
import { CONTENT, fieldsOf, pick, recipients, which, type Field, type Step } from './write-steps-for-tests.js';

/** A step on a copy of a kind, by its owner. */
function onCopy(
  isMeant: (copy: CopyAt) => boolean,
  act: (copy: CopyAt, walk: Walk, n: number) => Promise<void>,
): fc.Arbitrary<Step> {
  return fc.tuple(which, which).map(([n, more]): Step => async (walk) => {
    const copy = pick((await walk.copies()).filter(isMeant), n);
    if (copy) await act(copy, walk, more);
  });
}
const isReceived = ({ owner, author }: CopyAt): boolean => owner !== author;
const on = (walk: Walk, { owner, uai: school, id }: CopyAt, what: string, form: readonly Field[] = []) =>
  walk.post(owner, school, `/copies/${id}/${what}`, form);

export const reply = onCopy(isReceived, async (copy, walk, n) => {
  const all: Field[] = n % 2 === 0 ? [['all', '1']] : [];
  await on(walk, copy, 'reply', [['body', 'Oui'], ...all]);
});
export const forward = onCopy(
  ({ box }) => box !== 'drafts',
  async (copy, walk) => void (await on(walk, copy, 'forward')),
);
export const move = onCopy(
  () => true,
  async (copy, walk, n) =>
    void (await on(walk, copy, 'move', [['to', pick(['archive', 'trash', 'restore', 'unread'], n) ?? '']])),
);
async function see({ owner, uai: school, id }: CopyAt, walk: Walk, n: number): Promise<void> {
  const pages = ['/', '/?door=read', '/boxes/archive', '/search?q=Texte', `/copies/${id}`];
  await walk.get(owner, school, pick(pages, n) ?? '/');
}
/** Its owner sees it in a page. */
export const look = onCopy(isReceived, see);
/** Its owner reports it, or the word by which their own was refused, and may press twice. */
export const report = onCopy(
  (copy) => isReceived(copy) || copy.state === 'refused',
  async (copy, walk, n) => {
    const reason: Field = ['reason', n % 2 === 0 ? 'Méchant' : 'Blessant'];
    for (let press = 0; press <= n % 3; press += 1) await on(walk, copy, 'report', [reason]);
  },
);
const isSent = ({ owner, author, box }: CopyAt): boolean => owner === author && box !== 'drafts';
export const recall = onCopy(isSent, takeBack);

async function takeBack(copy: CopyAt, walk: Walk): Promise<void> {
  await on(walk, copy, 'recall');
  // A draft again: whatever was decided about it counts no more.
  const after = (await walk.copies()).find(({ id }) => id === copy.id);
  if (after?.state === 'draft') forgetDecisions(walk, copy.messageId);
}

/** One of its receivers sees it, or not, and its author takes it back at once. */
export const recallOfReceived = onCopy(isReceived, async (copy, walk, n) => {
  if (n % 3 > 0) await see(copy, walk, n);
  const own = (await walk.copies()).find((one) => one.messageId === copy.messageId && isSent(one));
  if (own) await takeBack(own, walk);
});

function forgetDecisions({ world: { decided } }: Walk, messageId: string): void {
  for (const keys of [decided.accepted, decided.refused])
    for (const key of keys) if (key.startsWith(messageId)) keys.delete(key);
}

/** An old draft, to those that it names or to others. */
export const sendDraft = fc
  .tuple(which, recipients, fc.boolean())
  .map(([n, others, isToOthers]): Step => async (walk) => {
    const draft = pick(
      (await walk.copies()).filter(({ state }) => state === 'draft'),
      n,
    );
    if (!draft) return;
    const rows = await walk.query<{ toPerson: string | null }>(
      `SELECT toPerson FROM messaging_recipient WHERE messageId = '${draft.messageId}'`,
    );
    const stored = rows.flatMap(({ toPerson }): Field[] => (toPerson === null ? [] : [['toPerson', toPerson]]));
    const to = isToOthers || stored.length === 0 ? fieldsOf(walk, draft.uai, others) : stored;
    // Each time another text: what was shown before says what it said.
    const body: Field = ['body', `Texte ${walk.trail.length}`];
    await walk.post(draft.owner, draft.uai, `/drafts/${draft.id}`, [
      ...to,
      ...CONTENT.slice(0, 1),
      body,
      ['do', 'send'],
    ]);
  });
