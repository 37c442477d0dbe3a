// SPDX-License-Identifier: EUPL-1.2
import { PageHead } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { FileShareTexts, ViewProps } from '../../brick-types.js';
import { Words } from '../../pages/shared/works/rounds.view.js';
import type { FormerWork, FormerWorksModel } from './former-works.presenter.js';

/** The works of a former school, with the words of pupil and teacher; the files are in the download. */
export function FormerWorksView({ model, t }: ViewProps<FormerWorksModel>): VNode {
  return (
    <>
      <PageHead title={model.title} lead={t('former.worksLead')} />
      {model.works.map((work) => (
        <Work key={work.id} work={work} t={t} />
      ))}
    </>
  );
}

function Work({ work, t }: { readonly work: FormerWork; readonly t: FileShareTexts }): VNode {
  const { title, text, word, rounds } = work;
  return (
    <article class="v-card mb-3">
      <h2>{title}</h2>
      {text !== '' && <p class="file-share-text">{text}</p>}
      {word !== '' && <Words label={t('former.word')} text={word} />}
      {rounds.map((round) => (
        <div key={round.id}>
          <h3 class="h6 mt-3">{round.title}</h3>
          {round.answer !== '' && <Words label={t('round.answer')} text={round.answer} />}
          {round.word !== '' && <Words label={t('former.word')} text={round.word} />}
        </div>
      ))}
    </article>
  );
}
