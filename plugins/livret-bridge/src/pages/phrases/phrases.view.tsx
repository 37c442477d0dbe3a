// SPDX-License-Identifier: EUPL-1.2
import { Button, Card, PageHead, Tabs, TextField, type Tab } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { ViewProps } from '../../brick-types.js';

export interface PhrasesModel {
  readonly action: string;
  readonly own: readonly { readonly id: string; readonly text: string }[];
  readonly offered: readonly string[];
  readonly typed: string;
  readonly problem: string | undefined;
}

/** The phrases of a teacher: add one, take one out, keep some of those that are offered. */
export function PhrasesView({ model, tabs, t }: ViewProps<PhrasesModel> & { readonly tabs: readonly Tab[] }): VNode {
  const { own, offered } = model;
  return (
    <>
      <PageHead title={t('phrases.title')} lead={t('phrases.lead')} />
      {tabs.length > 0 && <Tabs label={t('tabs.label')} tabs={tabs} />}
      <div class="v-text">
        <NewPhrase model={model} t={t} />
        {own.length > 0 && <OwnPhrases model={model} t={t} />}
        {offered.length > 0 && <OfferedPhrases model={model} t={t} />}
      </div>
    </>
  );
}

function NewPhrase({ model: { action, typed, problem }, t }: ViewProps<PhrasesModel>): VNode {
  return (
    <Card>
      <form method="post" action={action}>
        <TextField
          name="text"
          label={t('phrases.new')}
          hint={t('phrases.howto', { marker: '{prénom}' })}
          error={problem}
          value={typed}
          rows={2}
        />
        <Button kind="primary" icon="plus-lg">
          {t('phrases.add')}
        </Button>
      </form>
    </Card>
  );
}

function OwnPhrases({ model: { action, own }, t }: ViewProps<PhrasesModel>): VNode {
  return (
    <Card title={t('phrases.own')}>
      <form method="post" action={action}>
        <ul class="v-list livret-bridge-kept">
          {own.map(({ id, text }) => (
            <li key={id}>
              <span>{text}</span>
              <Button
                kind="quiet"
                icon="trash3"
                label={t('phrases.removeOne', { phrase: text })}
                name="remove"
                value={id}
              />
            </li>
          ))}
        </ul>
      </form>
    </Card>
  );
}

function OfferedPhrases({ model: { action, own, offered }, t }: ViewProps<PhrasesModel>): VNode {
  return (
    <Card title={t('phrases.offered')}>
      {own.length === 0 && <p class="v-soft">{t('phrases.none')}</p>}
      <form method="post" action={action}>
        <ul class="v-list livret-bridge-kept">
          {offered.map((phrase) => (
            <li key={phrase}>
              <span>{phrase}</span>
              <button
                class="btn btn-secondary"
                name="keep"
                value={phrase}
                aria-label={t('phrases.keepOne', { phrase })}
              >
                {t('phrases.keep')}
              </button>
            </li>
          ))}
        </ul>
        <Button kind="quiet" name="keep" value="all">
          {t('phrases.keepAll')}
        </Button>
      </form>
    </Card>
  );
}
