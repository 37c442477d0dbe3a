// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '@volee/core-adapter';
import type { report as fr } from '../fr/report.js';

/** Texts for pupils where the other texts say *vous*. */
export const report: Partial<Record<keyof typeof fr, Message>> = {
  'report.this': 'Ce message te gêne\u00a0?',
  'report.what': 'La direction de l’école le lira. Toi, tu ne le verras plus.',
  'report.ofHead':
    'Ce message vient de la direction. Parles-en aussi à tes parents ou à un autre adulte en qui tu as confiance.',
  'report.toNobody':
    'Ce message vient de la direction, et personne d’autre à l’école ne lira ce que tu signales. Parles-en à tes parents ou à un autre adulte en qui tu as confiance. Tu peux aussi appeler le 3018, c’est gratuit.',
  'report.thisWord': 'Ce mot te gêne\u00a0?',
  'report.wordToHeads': 'La direction de l’école lira ce mot, et ce que tu en dis.',
  'report.wordToNobody':
    'Ce mot vient de la direction, et personne d’autre à l’école ne peut lire ce que tu signales. Parles-en à tes parents ou à un autre adulte en qui tu as confiance. Tu peux aussi appeler le 3018, c’est gratuit.',
  'report.wordReported': 'Tu l’as dit à la direction {when}.',
  'report.doneWord': 'C’est dit à la direction.',
  'report.reason': 'Ce qui te gêne (si tu veux)',
  'report.send': 'Le dire à la direction',
  'report.hide': 'Ne plus voir ce message',
  'report.doneToNobody':
    'Tu ne verras plus ce message. Mais personne à l’école ne peut lire ce que tu as signalé\u00a0: parles-en à tes parents ou à un autre adulte en qui tu as confiance. Tu peux aussi appeler le 3018, c’est gratuit.',
  'report.done': 'C’est dit à la direction. Tu ne verras plus ce message.',
  'report.before': 'Tu l’as déjà dit à la direction.',
};
