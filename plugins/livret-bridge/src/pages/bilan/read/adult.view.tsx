// SPDX-License-Identifier: EUPL-1.2
import { Button, type Crumb, Crumbs, Icon, LinkButton, Neighbours, Note, PageHead, Tag } from '@volee/core-adapter/ui';
import type { ComponentChildren, VNode } from 'preact';
import type { LivretTexts } from '../../../brick-types.js';
import { BilanView } from '../../shared/bilan/bilan.view.js';
import { FormerNote } from '../../shared/bilan/former.view.js';
import { ReadersView, type ReadersModel } from '../../shared/bilan/readers.view.js';
import type { BilanModel } from '../../shared/bilan/bilan.model.js';
import type { HistoryLine } from '../../shared/bilan/history.presenter.js';
import type { PlaceModel } from './place.presenter.js';

/** The page of a bilan for guardians, teachers and heads. */
export interface AdultModel {
  readonly crumbs: readonly Crumb[];
  readonly title: string;
  readonly lead: string;
  /** Undefined for the family. */
  readonly neighbours: PlaceModel['neighbours'] | undefined;
  /** The sentence that the school corrects the bilan, or has corrected it. */
  readonly notice: string | undefined;
  /** The addresses of publications of another record of the pupil. */
  readonly formerUrls: readonly string[];
  readonly bilan: BilanModel;
  /** Absent for people who are no guardian of the pupil. */
  readonly confirm: ConfirmModel | undefined;
  /** Absent before the publication. */
  readonly readers: ReadersModel | undefined;
  /** The sentence that says until when the school keeps it; absent before the publication. */
  readonly kept: string | undefined;
  /** The steps of its life, the last one first; empty for the family. */
  readonly history: readonly HistoryLine[];
  /** The page with digests and earlier texts; for the head alone. */
  readonly historyUrl: string | undefined;
}

export interface ConfirmModel {
  readonly url: string;
  /** The publication that the page shows, as the form sends it back. */
  readonly published: string;
  readonly button: string;
  /** « Vous l’avez confirmé le … »; undefined while it is to be confirmed. */
  readonly done: string | undefined;
  /** The instant of the confirmation, as the form sends it back, and « … jusqu’à 8 h 31 »; undefined once it is too late. */
  readonly undo: { readonly back: string; readonly until: string } | undefined;
  /** The next bilan to confirm, once this one is. */
  readonly next: { readonly url: string; readonly label: string } | undefined;
  /** Whether the bilan was published again since the page was shown. */
  readonly isOutdated: boolean;
}

interface AdultProps {
  readonly model: AdultModel;
  readonly t: LivretTexts;
  /** The forms of teachers and heads: a signature to take back, a bilan to unlock. */
  readonly actions?: ComponentChildren;
  /** Whether somebody else looks at the page of a guardian, and can confirm nothing. */
  readonly isPreview?: boolean;
}

/** A bilan as guardians, teachers and heads read it: its content, and beside it the people who read it. */
export function AdultView({ model, t, actions, isPreview = false }: AdultProps): VNode {
  const { crumbs, title, lead, notice, formerUrls, bilan, confirm, readers, kept, history, historyUrl } = model;
  const { neighbours } = model;
  const waits = confirm !== undefined && confirm.done === undefined;
  const jump = waits && (
    <span class="livret-bridge-jump">
      <LinkButton icon="pen-fill" href="#confirm">
        {t('confirm.jump')}
      </LinkButton>
    </span>
  );
  const others = neighbours && <Neighbours label={t('bilan.otherPupils')} {...neighbours} />;
  return (
    <>
      <Crumbs label={t('crumbs.label')} crumbs={crumbs} />
      <PageHead
        title={title}
        lead={lead}
        actions={jump || (confirm?.next ? <NextBilan next={confirm.next} /> : others)}
      />
      {confirm?.isOutdated === true && (
        <Note kind="warn" role="alert">
          <p>{t('confirm.outdated')}</p>
        </Note>
      )}
      <div class="v-columns">
        <div class="v-parts">
          {notice !== undefined && (
            <Note icon="pencil-fill">
              <p>{notice}</p>
            </Note>
          )}
          <FormerNote urls={formerUrls} t={t} />
          <BilanView model={bilan} t={t} canListen={confirm !== undefined} />
        </div>
        <div class="v-parts">
          {confirm && <ConfirmView confirm={confirm} t={t} isPreview={isPreview} />}
          {actions}
          {readers && <ReadersView model={readers} t={t} />}
          {kept !== undefined && <p class="v-soft v-small">{kept}</p>}
          {history.length > 0 && <History history={history} historyUrl={historyUrl} t={t} />}
        </div>
      </div>
    </>
  );
}

/** On top, where the notice of the confirmation is: on a phone, the confirmation is far below. */
function NextBilan({ next }: { readonly next: NonNullable<ConfirmModel['next']> }): VNode {
  return (
    <LinkButton kind="primary" href={next.url} iconEnd="arrow-right">
      {next.label}
    </LinkButton>
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

type ConfirmProps = Required<Pick<AdultProps, 't' | 'isPreview'>> & { readonly confirm: ConfirmModel };

/** « L’avez-vous lu ? » Below the text on a phone: first read, then confirm. */
function ConfirmView({ confirm, t, isPreview }: ConfirmProps): VNode {
  const { url, published, button, done, undo } = confirm;
  if (done !== undefined) {
    return (
      <section class="v-card livret-bridge-confirm" id="confirm" aria-label={t('confirm.confirmed')}>
        <Tag kind="good" icon="check-lg">
          {t('confirm.confirmed')}
        </Tag>
        <p>{done}</p>
        {undo && (
          <form method="post" action={url}>
            <input type="hidden" name="published" value={published} />
            <input type="hidden" name="back" value={undo.back} />
            <p class="v-soft v-small">{undo.until}</p>
            <Button icon="arrow-counterclockwise">{t('confirm.undo')}</Button>
          </form>
        )}
      </section>
    );
  }
  const words = (
    <>
      <Tag kind="warn" icon="pen-fill">
        {t('confirm.tag')}
      </Tag>
      <h2 id="confirm-title">{t('confirm.title')}</h2>
      <p>{t('confirm.lead')}</p>
    </>
  );
  if (isPreview) {
    return (
      <section class="v-card livret-bridge-confirm" id="confirm" aria-labelledby="confirm-title">
        {words}
        <button class="btn btn-primary" type="button" aria-disabled="true" aria-describedby="confirm-preview">
          <Icon name="check-lg" />
          {button}
        </button>
        <p class="v-soft v-small" id="confirm-preview">
          {t('preview.noConfirm')}
        </p>
      </section>
    );
  }
  return (
    <form class="v-card livret-bridge-confirm" method="post" action={url} id="confirm" aria-labelledby="confirm-title">
      {words}
      <input type="hidden" name="published" value={published} />
      <Button kind="primary" icon="check-lg">
        {button}
      </Button>
    </form>
  );
}
