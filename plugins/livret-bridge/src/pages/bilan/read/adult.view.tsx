// SPDX-License-Identifier: EUPL-1.2
import { Crumbs, LinkButton, Note, PageHead } from '@volee/core-adapter/ui';
import type { ComponentChildren, VNode } from 'preact';
import type { LivretTexts } from '../../../brick-types.js';
import type { AdultModel } from './adult.model.js';
import { BilanView } from '../../shared/bilan/bilan.view.js';
import { ConfirmView } from './confirm.view.js';
import { FormerNote } from './former.view.js';
import { ReadersView } from '../../shared/bilan/readers.view.js';

interface AdultProps {
  readonly model: AdultModel;
  readonly t: LivretTexts;
  /** The forms of teachers and heads: a signature to take back, a bilan to unlock. */
  readonly actions?: ComponentChildren;
}

/** A bilan as guardians, teachers and heads read it: its matter, and beside it the persons that read it. */
export function AdultView({ model, t, actions }: AdultProps): VNode {
  const { crumbs, title, lead, notice, formerUrls, bilan, confirm, readers, kept, history, historyUrl } = model;
  const waits = confirm !== undefined && confirm.done === undefined;
  const jump = waits && (
    <span class="livret-bridge-jump">
      <LinkButton icon="pen-fill" href="#confirm">
        {t('confirm.jump')}
      </LinkButton>
    </span>
  );
  return (
    <>
      <Crumbs label={t('read.path')} crumbs={crumbs} />
      <PageHead title={title} lead={lead} actions={jump || undefined} />
      {confirm?.isOutdated === true && (
        <div class="livret-bridge-outdated">
          <Note kind="warn" role="alert">
            <p>{t('confirm.outdated')}</p>
          </Note>
        </div>
      )}
      <div class="v-columns">
        <div class="v-parts">
          {notice !== undefined && (
            <Note icon="pencil-fill">
              <p>{notice}</p>
            </Note>
          )}
          <FormerNote urls={formerUrls} t={t} />
          <BilanView model={bilan} t={t} />
        </div>
        <div class="v-parts">
          {confirm && <ConfirmView confirm={confirm} t={t} />}
          {actions}
          {readers && <ReadersView model={readers} t={t} />}
          {kept !== undefined && <p class="v-soft v-small">{kept}</p>}
          {history.length > 0 && <History history={history} historyUrl={historyUrl} t={t} />}
        </div>
      </div>
    </>
  );
}

type HistoryProps = Pick<AdultModel, 'history' | 'historyUrl'> & Pick<AdultProps, 't'>;

function History({ history, historyUrl, t }: HistoryProps): VNode {
  return (
    <section class="v-well" aria-labelledby="bilan-history">
      <h2 class="h3" id="bilan-history">
        {t('history.title')}
      </h2>
      <ol class="v-list livret-bridge-history">
        {history.map(({ text, when, word }) => (
          <li key={`${text} ${when}`}>
            {text}
            <span class="livret-bridge-when">{when}</span>
            {word !== null && <q class="livret-bridge-when">{word}</q>}
          </li>
        ))}
      </ol>
      {historyUrl !== undefined && (
        <a class="v-link livret-bridge-more" href={historyUrl}>
          {t('history.more')}
        </a>
      )}
    </section>
  );
}
