// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../../api/i18n.js';
import { Button, Card, LinkButton, Note, PageHead, TextField } from '../../../../ui/index.js';
import { MOST_OF_WORD } from '../../../domain/stand-ins/left-word.js';
import type { HostKey } from '../../../infra/locales/index.js';

/** The form of the word for a replacement teacher. */
export interface WordModel {
  readonly url: string;
  readonly backUrl: string;
  /** « Nadia Chevassu » */
  readonly name: string;
  readonly class: string;
  /** « 4 décembre », the last day. */
  readonly until: string;
  /** As it was typed, or as it stands. */
  readonly word: string;
  readonly hasWord: boolean;
  /** The name of the author of the word that stands, where that is somebody else. */
  readonly author?: string | undefined;
  readonly error?: string | undefined;
}

export function WordView({ model, t }: { readonly model: WordModel; readonly t: Translate<HostKey> }): VNode {
  const { url, backUrl, name, word, hasWord, author, error } = model;
  const values = { name, class: model.class, until: model.until };
  return (
    <>
      <PageHead title={t('word.title', values)} lead={t('word.lead', values)} />
      {author !== undefined && (
        <Note>
          <p>{t('word.byOther', { name: author })}</p>
        </Note>
      )}
      <Card>
        <form method="post" action={url}>
          <TextField
            name="word"
            label={t('word.label')}
            hint={t(hasWord ? 'word.hintThere' : 'word.hint', { ...values, most: MOST_OF_WORD })}
            value={word}
            error={error}
            rows={4}
          />
          <p class="form-text" data-letters-of="field-word" hidden>
            {t('word.letters', { count: '#', most: MOST_OF_WORD })}
          </p>
          <Button kind="primary">{t('word.action')}</Button>
          <LinkButton kind="quiet" href={backUrl}>
            {t('word.back')}
          </LinkButton>
        </form>
      </Card>
    </>
  );
}
