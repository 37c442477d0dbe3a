// SPDX-License-Identifier: EUPL-1.2
import type { Format } from '@volee/core-adapter';
import type { BoxPage } from '../../mailbox/read-box.js';
import { SENT_PATH, threadPath } from '../../paths.js';
import type { Recipient } from '../../rules/recipients.js';
import type { BoxHead } from '../box-tabs.js';
import { openingOf } from '../opening.js';
import { recipientLabel, type LabelReader } from '../recipient-labels.js';
import type { SentModel } from './sent.model.js';

interface SentReader extends LabelReader {
  readonly format: Format;
  readonly url: (path: string) => string;
  readonly recipientsOf: (messageId: string) => readonly Recipient[];
}

export function presentSent({ lines, next }: BoxPage, head: BoxHead, reader: SentReader): SentModel {
  const { format, url, recipientsOf, t } = reader;
  return {
    ...head,
    lines: lines.map(({ copy, message, body }) => {
      const labels = recipientsOf(message.id).map((recipient) => recipientLabel(recipient, reader));
      return {
        id: copy.id,
        url: url(threadPath(copy.id)),
        to: labels.length > 0 ? format.list(labels) : t('person.gone'),
        subject: message.subject,
        opening: openingOf(body),
        when: format.moment(copy.at),
        state: message.state,
      };
    }),
    olderUrl: next && url(`${SENT_PATH}?after=${next}`),
  };
}
