// SPDX-License-Identifier: EUPL-1.2
import type { Locales } from '../../../api/i18n.js';
import { en } from './en.js';
import { frChild } from './fr-child.js';
import { frCollege } from './fr-college.js';
import { fr } from './fr.js';

export type HostKey = keyof typeof fr;

/** The texts of the host, in the shape of a brick's: for `translator`. */
export const hostLocales: Locales = { fr, en, 'fr-child': frChild };

/** The same for people in a collège. */
export const collegeLocales: Locales = { ...hostLocales, fr: { ...fr, ...frCollege } };
