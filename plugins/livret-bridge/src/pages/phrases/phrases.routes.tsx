// SPDX-License-Identifier: EUPL-1.2
import { ConflictError, type Reply, type PageReply } from '@volee/core-adapter';
import { z } from 'zod';
import type { LivretBrick, LivretRequest } from '../../brick-types.js';
import { tidyText } from '../../domain/bilan/tidy-text.js';
import { PHRASES_PATH } from '../../paths.js';
import { PhraseRow } from '../../store/phrase.entity.js';
import { defaultPhrases } from '../../domain/phrases/default-phrases.js';
import { ownPhrases } from '../../domain/phrases/phrases-of.js';
import { livretTabs } from '../shared/livret-tabs.js';
import { PhrasesView } from './phrases.view.js';

const LONGEST = 300;
/** The maximum number of phrases, so that the page of a bilan stays short. */
const MOST = 60;

const body = z.strictObject({
  text: z.string().max(20_000).optional(),
  /** The id of the phrase to remove. */
  remove: z.uuid().optional(),
  /** One of the offered phrases, or `all`. */
  keep: z.string().max(LONGEST).optional(),
});

/** Registers the phrases of a teacher: only their own, and none of colleagues who write the same bilans. */
export function registerPhrases({ http }: Pick<LivretBrick, 'http'>): void {
  http.get(PHRASES_PATH, { access: 'write' }, (request) => phrasesPage({}, request));

  http.post(PHRASES_PATH, { access: 'write', body }, async (request) => {
    const { db, user, t, redirect, body: form } = request;
    if (form.remove !== undefined) {
      await db.repository(PhraseRow).delete({ id: form.remove, ownerId: user.id });
      return redirect(PHRASES_PATH, t('phrases.removed'));
    }
    if (form.keep === undefined) return addPhrase(form.text ?? '', request);
    const offered = defaultPhrases(t).filter((phrase) => form.keep === 'all' || phrase === form.keep);
    await insert(offered, request);
    return redirect(PHRASES_PATH, t('phrases.kept'));
  });
}

async function addPhrase(typed: string, request: LivretRequest): Promise<Reply> {
  const { db, user, t, redirect } = request;
  const text = tidyText(typed).replace(/\s*\n\s*/g, ' ');
  const own = await ownPhrases(user.id, db);
  const problem = problemOf(text, own, t);
  if (problem !== undefined) return phrasesPage({ typed, problem }, request);
  await insert([text], request);
  return redirect(PHRASES_PATH, t('phrases.added'));
}

function problemOf(text: string, own: readonly PhraseRow[], t: LivretRequest['t']): string | undefined {
  if (text === '') return t('phrases.empty');
  if (text.length > LONGEST) return t('phrases.tooLong', { length: text.length, limit: LONGEST });
  if (own.some((phrase) => phrase.text === text)) return t('phrases.twice');
  return own.length >= MOST ? t('phrases.tooMany', { most: MOST }) : undefined;
}

async function insert(texts: readonly string[], { db, user, clock }: LivretRequest): Promise<void> {
  const now = clock.now().getTime();
  for (const [index, text] of texts.entries()) {
    try {
      // The instants are a millisecond apart, so that the phrases stay in their order.
      await db.repository(PhraseRow).insert([{ ownerId: user.id, text, addedAt: new Date(now + index) }]);
    } catch (error) {
      // The teacher has it already.
      if (!(error instanceof ConflictError)) throw error;
    }
  }
}

interface Shown {
  /** A new phrase as it was typed, and what is wrong with it. */
  readonly typed?: string;
  readonly problem?: string;
}

async function phrasesPage({ typed, problem }: Shown, request: LivretRequest): Promise<PageReply> {
  const { db, user, t, page, url, asset } = request;
  const own = await ownPhrases(user.id, db);
  const known = new Set(own.map(({ text }) => text));
  const model = {
    ...{ action: url(PHRASES_PATH), typed: typed ?? '', problem },
    own: own.map(({ id, text }) => ({ id, text })),
    offered: defaultPhrases(t).filter((phrase) => !known.has(phrase)),
  };
  return page(t('phrases.title'), <PhrasesView model={model} tabs={await livretTabs('phrases', request)} t={t} />, {
    styles: [asset('livret-bridge-bilan.css')],
    ...(problem !== undefined && { status: 400 }),
  });
}
