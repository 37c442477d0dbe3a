// SPDX-License-Identifier: EUPL-1.2
import {
  Avatar,
  Button,
  Card,
  Crumbs,
  LinkButton,
  Note,
  PageHead,
  Section,
  TextField,
  type AvatarPerson,
  type Crumb,
} from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { MessagingTexts, ViewProps } from '../../brick-types.js';
import { LONGEST_REASON } from '../../domain/reports/report.input.js';
import { FileList } from '../shared/files/file-list.view.js';
import { MessageText } from '../shared/message-text.view.js';
import type { FileModel } from '../shared/files/file.model.js';
import type { FormattedText } from '../../domain/text/formatted-text.js';

/** A reported message, for a head. */
export interface ReportModel {
  readonly crumbs: readonly Crumb[];
  /** The way to the parents of the pupil who wrote it; undefined for an adult, and for a person who was erased. */
  readonly write: { readonly url: string; readonly label: string } | undefined;
  readonly actionUrl: string;
  readonly message: ReportedMessage;
  /** « Reçu par 24 personnes » */
  readonly receivers: string;
  /** For a message that was taken back before the person saw it: a sentence that says so, and until when its text is kept. */
  readonly taken: string | undefined;
  /** Which person reported it and when, and what they wrote about it. */
  readonly reported: string;
  readonly reasons: readonly string[];
  readonly problem: string | undefined;
  /** The head who closed it, and when; undefined while it is open. */
  readonly closed: string | undefined;
  /** The rest of the thread, once the reader has opened it. */
  readonly thread: readonly ReportedMessage[] | undefined;
  /** The heads who opened it, when and why. */
  readonly opened: readonly { readonly id: string; readonly line: string }[];
  /** The number of messages in the rest of the thread, in words. */
  readonly more: string | undefined;
  /** Whether no thread belongs to it: a teacher showed a message of pupils. */
  readonly isAlone: boolean;
  /** The part that stays once it is closed. */
  readonly closeHint: string;
}

export interface ReportedMessage {
  readonly id: string;
  readonly author: string;
  readonly face: AvatarPerson;
  readonly when: string;
  readonly subject: string;
  readonly text: FormattedText;
  /** The files of the reported message alone. */
  readonly files: readonly FileModel[];
}

/** Shows the message alone; the rest of its thread is opened by a second click, with a reason. */
export function ReportView({ model, t }: ViewProps<ReportModel>): VNode {
  const { crumbs, write, actionUrl, message, receivers, taken, reported, reasons, closed, thread, isAlone, closeHint } =
    model;
  return (
    <>
      <Crumbs label={t('write.path')} crumbs={crumbs} />
      <PageHead title={t('report.title')} lead={reported} />
      <div class="messaging-report-page">
        {reasons.length > 0 && (
          <Note icon="chat-left-quote-fill">
            {reasons.map((reason) => (
              <p key={reason}>{reason}</p>
            ))}
          </Note>
        )}
        <Section title={t('report.message')}>
          {taken !== undefined && <p class="v-soft">{taken}</p>}
          <ul class="v-list v-rows v-card v-card-flush">
            <Reported message={message} note={receivers} t={t} />
          </ul>
        </Section>
        {thread && (
          <Section title={t('report.thread')}>
            <Openings model={model} />
            <ul class="v-list v-rows v-card v-card-flush">
              {thread.map((one) => (
                <Reported key={one.id} message={one} t={t} />
              ))}
            </ul>
          </Section>
        )}
        {closed === undefined ? (
          <>
            {!thread && !isAlone && <OpenThread model={model} t={t} />}
            <form class="messaging-report-close" method="post" action={actionUrl}>
              <Button kind="primary" icon="check-lg" name="do" value="close">
                {t('report.close')}
              </Button>
              {write && (
                <LinkButton icon="pencil-fill" href={write.url}>
                  {write.label}
                </LinkButton>
              )}
              <span class="v-soft v-small">{closeHint}</span>
            </form>
          </>
        ) : (
          <>
            {!thread && <Openings model={model} />}
            <Note kind="good">
              <p>{closed}</p>
            </Note>
          </>
        )}
      </div>
    </>
  );
}

interface ReportedProps {
  readonly message: ReportedMessage;
  readonly note?: string;
  readonly t: MessagingTexts;
}

function Reported({ message, note, t }: ReportedProps): VNode {
  const { author, face, when, subject, text, files } = message;
  return (
    <li class="v-review">
      <Avatar of={face} />
      <div class="v-review-who">
        <strong>{author}</strong>
        <span class="v-soft v-small">{when}</span>
        {note !== undefined && <span class="v-soft v-small">{note}</span>}
      </div>
      <blockquote class="v-well">
        {subject !== '' && (
          <p>
            <strong>{subject}</strong>
          </p>
        )}
        <MessageText text={text} />
        <FileList files={files} t={t} />
      </blockquote>
    </li>
  );
}

/** The heads who opened the rest, and why. */
function Openings({ model: { opened } }: { readonly model: ReportModel }): VNode {
  return (
    <>
      {opened.map(({ id, line }) => (
        <p key={id} class="v-soft">
          {line}
        </p>
      ))}
    </>
  );
}

function OpenThread({ model, t }: ViewProps<ReportModel>): VNode {
  const { actionUrl, more, problem } = model;
  if (more === undefined) return <p class="v-soft">{t('report.alone')}</p>;
  return (
    <Card title={t('report.openTitle')}>
      <p>
        {more} {t('report.openLead')}
      </p>
      <Openings model={model} />
      <form method="post" action={actionUrl}>
        <TextField
          name="reason"
          label={t('report.why')}
          hint={t('report.whyHint')}
          error={problem}
          rows={2}
          required
          maxLength={LONGEST_REASON}
        />
        <Button icon="eye-fill" name="do" value="open-thread">
          {t('report.open')}
        </Button>
      </form>
    </Card>
  );
}
