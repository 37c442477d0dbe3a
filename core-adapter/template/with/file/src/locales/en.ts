// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '@volee/core-adapter';
import type { fr } from './fr.js';

export const en: Record<keyof typeof fr, Message> = {
  title: 'First brick',
  summary: 'Notices for the class',

  'list.title': 'Notices',
  'list.empty': 'No notice for now.',
  'notice.detail': '{who}, {when}',
  'notice.gone': 'Somebody who has left',
  'notice.remove': 'Remove “{notice}”',
  'notice.removed': 'The notice is removed',

  'file.open': 'Download {name}',

  'form.title': 'New notice',
  'form.group': 'For whom',
  'form.text': 'Your notice',
  'form.file': 'A file to attach',
  'form.fileHint': '{size} at most.',
  'form.button': 'Publish',
  'form.done': 'The notice is published',

  'data.kept': 'The notices, their files, their dates and who wrote them',
  'data.purpose': 'Keeping the class informed',
  'data.retention': 'Until the account of their author is erased, or the school closes.',
};
