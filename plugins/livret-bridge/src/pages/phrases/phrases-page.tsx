// SPDX-License-Identifier: EUPL-1.2
import type { PageReply } from '@volee/core-adapter';
import type { LivretRequest } from '../../brick-types.js';
import { HOME_PATH, PHRASES_PATH } from '../../paths.js';
import { defaultPhrases } from '../../domain/phrases/default-phrases.js';
import { ownPhrases } from '../../domain/phrases/phrases-of.js';
import { PhrasesView } from './phrases.view.js';

interface Shown {
  /** A new phrase as it was typed, and what is wrong with it. */
  readonly typed?: string;
  readonly problem?: string;
}

export async function phrasesPage({ typed, problem }: Shown, request: LivretRequest): Promise<PageReply> {
  const { db, user, t, page, url, asset } = request;
  const own = await ownPhrases(user.id, db);
  const known = new Set(own.map(({ text }) => text));
  const model = {
    ...{ action: url(PHRASES_PATH), homeUrl: url(HOME_PATH), typed: typed ?? '', problem },
    own: own.map(({ id, text }) => ({ id, text })),
    offered: defaultPhrases(t).filter((phrase) => !known.has(phrase)),
  };
  return page(t('phrases.title'), <PhrasesView model={model} t={t} />, {
    styles: [asset('livret-bridge-bilan.css')],
    ...(problem !== undefined && { status: 400 }),
  });
}
