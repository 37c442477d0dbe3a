// SPDX-License-Identifier: EUPL-1.2
import { Button, Card, FactList, Note, PageHead, Point, Tabs, TextField, TicksField } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { MessagingTexts } from '../../brick-types.js';
import { LONGEST_BODY, LONGEST_SUBJECT } from '../../send/message-text.js';
import type { LetterModel, WriteModel } from './write.model.js';

interface WriteViewProps {
  readonly model: WriteModel;
  readonly t: MessagingTexts;
}

export function WriteView({ model, t }: WriteViewProps): VNode {
  const { tabs, letter, waits, actionUrl } = model;
  return (
    <>
      <PageHead title={t('write.title')} />
      <Tabs label={t('boxes')} tabs={tabs} />
      {waits !== undefined && <Note kind="warn">{waits}</Note>}
      {letter && waits === undefined && <LetterForm letter={letter} actionUrl={actionUrl} t={t} />}
      <RecipientForm model={model} t={t} />
    </>
  );
}

function RecipientForm({ model, t }: WriteViewProps): VNode {
  const { actionUrl, search, groups, persons, hasMore } = model;
  return (
    <Card title={t('write.who')}>
      <form method="get" action={actionUrl}>
        <TextField name="q" label={t('write.search')} hint={t('write.searchHint')} value={search} />
        {groups.map(({ field, label, ticks }) => (
          <TicksField key={field} name={field} label={label} ticks={ticks} />
        ))}
        {persons.length > 0 && <TicksField name="toPerson" label={t('write.persons')} ticks={persons} />}
        {persons.length === 0 && <p>{t('write.nobody')}</p>}
        {hasMore && <p>{t('write.more')}</p>}
        <Button icon="people-fill">{t('write.choose')}</Button>
      </form>
    </Card>
  );
}

interface LetterFormProps {
  readonly letter: LetterModel;
  readonly actionUrl: string;
  readonly t: MessagingTexts;
}

function LetterForm({ letter, actionUrl, t }: LetterFormProps): VNode {
  const { fields, to, plan, refusals } = letter;
  return (
    <Card title={to === '' ? t('write.title') : t('write.to', { to })}>
      <FactList>
        {plan.map((sentence) => (
          <Point key={sentence} icon="clock-fill">
            {sentence}
          </Point>
        ))}
      </FactList>
      {refusals.length > 0 ? (
        <Note kind="bad" role="alert">
          {refusals.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Note>
      ) : (
        <form method="post" action={actionUrl}>
          {fields.map(({ name, value }) => (
            <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
          ))}
          <TextField name="subject" label={t('write.subject')} required maxLength={LONGEST_SUBJECT} />
          <TextField name="body" label={t('write.body')} rows={8} required maxLength={LONGEST_BODY} />
          <Button kind="primary" icon="send-fill">
            {letter.sendLabel}
          </Button>
        </form>
      )}
    </Card>
  );
}
