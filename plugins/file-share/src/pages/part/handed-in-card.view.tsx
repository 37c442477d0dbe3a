// SPDX-License-Identifier: EUPL-1.2
import { Button, Icon } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { FileShareTexts, FileShareRequest } from '../../brick-types.js';
import { OwnWord } from './own-word.view.js';
import type { HandedInModel, ReceiptModel, TakeBackModel } from '../shared/works/pupil-part.model.js';

/** The files that a pupil handed in, on the page of the work. */
export function HandedInCard({ handedIn, t }: { readonly handedIn: HandedInModel; readonly t: FileShareTexts }): VNode {
  const { title, note, receipts, word, takeBack } = handedIn;
  return (
    <section class="v-card" aria-labelledby="handed-in">
      <h2 id="handed-in">{title}</h2>
      {note !== '' && <p>{note}</p>}
      <Receipts receipts={receipts} />
      <OwnWord word={word} t={t} />
      {takeBack && <TakeBackFold {...takeBack} t={t} />}
    </section>
  );
}

/** One green line for each file that arrived. */
export function Receipts({ receipts }: { readonly receipts: readonly ReceiptModel[] }): VNode {
  return (
    <ul class="v-list file-share-receipts">
      {receipts.map(({ id, title, url, file }) => (
        <li key={id} class="file-share-receipt">
          <Icon name="check-circle-fill" />
          <span class="v-row-text text-break">
            <strong>{title}</strong>
            <br />
            <a href={url}>{file}</a>
          </span>
        </li>
      ))}
    </ul>
  );
}

type TakeBackProps = TakeBackModel & Pick<FileShareRequest, 't'>;

/** The way back, folded: handing in is done, and nothing presses. */
export function TakeBackFold({ url, text, word = '', t }: TakeBackProps): VNode {
  return (
    <details class="file-share-fold" open={word !== ''}>
      <summary>{t('part.changeIt')}</summary>
      <p>{text}</p>
      <form method="post" action={url}>
        <input type="hidden" name="word" value={word} />
        <Button icon="arrow-counterclockwise" name="action" value="takeBack">
          {t('part.takeBack')}
        </Button>
      </form>
    </details>
  );
}
