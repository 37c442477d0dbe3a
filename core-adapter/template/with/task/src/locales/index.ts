// SPDX-License-Identifier: EUPL-1.2
import { en } from './en.js';
import { frChild } from './fr-child.js';
import { fr } from './fr.js';
import { task } from './task.js';

export const locales = { fr: { ...fr, ...task.fr }, en: { ...en, ...task.en }, 'fr-child': frChild };
