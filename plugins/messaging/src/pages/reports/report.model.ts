// SPDX-License-Identifier: EUPL-1.2
import type { AvatarPerson } from '@volee/core-adapter/ui';
import type { FileModel } from '../shared/files/file.model.js';
import type { FormattedText } from '../../domain/text/formatted-text.js';

/** A reported message, for a head. */
export interface ReportModel {
  readonly backUrl: string;
  readonly actionUrl: string;
  readonly message: ReportedMessage;
  /** « Reçu par 24 personnes » */
  readonly receivers: string;
  /** Of a message that was taken back before the person saw it: that, and until when its text is kept. */
  readonly taken: string | undefined;
  /** Which person reported it and when, and what they wrote about it. */
  readonly reported: string;
  readonly reasons: readonly string[];
  readonly problem: string | undefined;
  /** Once it is closed: by which head and when. */
  readonly closed: string | undefined;
  /** The rest of the thread, once the reader has opened it. */
  readonly thread: readonly ReportedMessage[] | undefined;
  /** By which heads it was opened, when and why. */
  readonly opened: readonly { readonly id: string; readonly line: string }[];
  /** How many messages the rest of the thread has, in words. */
  readonly more: string | undefined;
}

export interface ReportedMessage {
  readonly id: string;
  readonly author: string;
  readonly face: AvatarPerson;
  readonly when: string;
  readonly subject: string;
  readonly text: FormattedText;
  /** Of the reported message alone. */
  readonly files: readonly FileModel[];
}
