// SPDX-License-Identifier: EUPL-1.2
import type { KeptFormModel } from '../../http/kept-forms/kept-form.view.js';

const TEXT = 'Bonjour,\n\nj’ai fini mon exposé sur les volcans. Je peux l’apporter jeudi ?\n\nInès';

const kept: KeptFormModel = {
  reason: 'ended',
  texts: ['Mon exposé', TEXT],
  hasFiles: false,
  loginUrl: '/login?to=%2Fde-retour',
  again: {
    action: '/s/0390991X/messaging/write?typedBy=x',
    fields: [
      ['subject', 'Mon exposé'],
      ['body', TEXT],
    ],
    upload: undefined,
  },
  owner: 'Inès Renaud',
};

const withFiles: KeptFormModel = {
  ...kept,
  hasFiles: true,
  again: kept.again && { ...kept.again, upload: { file: 'photos' } },
};

/** The page of a form that was not taken, for each reason. */
export const keptForms: readonly (readonly [name: string, model: KeptFormModel])[] = [
  ['session ended', kept],
  ['password asked for', { ...kept, reason: 'fresh', texts: [TEXT] }],
  ['another person', { ...kept, reason: 'other', texts: [] }],
  ['author unknown', { ...kept, again: undefined, owner: undefined }],
  ['text and files', withFiles],
  ['text and files, author unknown', { ...withFiles, again: undefined, owner: undefined }],
  ['files', { ...kept, texts: [], hasFiles: true, again: undefined }],
];
