// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '@volee/core-adapter';
import type { portal as fr } from '../fr/portal.js';

/** Texts for pupils where the other texts say *vous*. */
export const portal: Partial<Record<keyof typeof fr, Message>> = {
  'news.from': '{who} t’écrit',
  'portal.refused': 'Ton message «\u00a0{subject}\u00a0» n’est pas parti',
  'portal.withdrawn': 'Ton message «\u00a0{subject}\u00a0» n’est pas envoyé',
  'portal.withdrawnDetail': 'Finis-le, puis envoie-le.',
  'portal.opened': '{who}, de la direction, a ouvert un de tes échanges',
};
