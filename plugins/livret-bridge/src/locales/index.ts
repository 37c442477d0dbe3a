// SPDX-License-Identifier: EUPL-1.2
import { en } from './en.js';
import { frChild } from './fr-child.js';
import { fr } from './fr.js';

export const locales = { fr, en, 'fr-child': frChild };
