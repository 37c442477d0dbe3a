// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '../../../api/i18n.js';
import type { keptFr } from './kept-fr.js';

/** The page of a form that was not taken, and what error pages say about typed text. */
export const keptEn: Record<keyof typeof keptFr, Message> = {
  'kept.ended': 'Your session has ended',
  'kept.fresh': 'Your password is asked for again',
  'kept.other': 'This text was not sent',
  'kept.safe': 'Nothing was sent, and nothing is lost: keep this page open.',
  'kept.textSafe': 'Nothing was sent, and your text is kept: keep this page open.',
  'kept.otherText': 'It was written with another account than yours: {name}. Only that account can send it.',
  'kept.stepLogin': 'Log in in another tab, with the account: {name}.',
  'kept.stepOther': 'In another tab, log out, then log in with the account: {name}.',
  'kept.login': 'Log in in another tab',
  'kept.logout': 'Log out in another tab',
  'kept.stepSend': 'Come back to this page, then send.',
  'kept.stepFiles': 'Come back to this page, choose your files again, then send.',
  'kept.chooseFiles': 'Your files',
  'kept.send': 'I am {name}: send',
  'kept.copy': 'Volée no longer knows who wrote it. Copy your text below, log in, then paste it into its page.',
  'kept.files': 'Nothing was sent. Files are not kept: after the login, choose them again.',
  'kept.text': 'Your text',
  'kept.textOf': 'Your text, field {place}',
  'kept.typed': 'What you wrote is not stored. Copy it before you leave this page.',
  'kept.filesAgain': 'Files are not kept: choose them again.',
  'kept.filesInPage': 'Files are not kept: choose them again in the page that you reopen.',
  'kept.hidden':
    'It is too long even to be shown here. Go back with your browser: most of them keep the text. Copy it before you leave its page.',
  'kept.again': 'Send again',
  'kept.back': 'You are logged in',
  'kept.backText': 'Your text waits in the other tab: close this one, go back to your text, then send.',
};
