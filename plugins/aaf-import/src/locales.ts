// SPDX-License-Identifier: EUPL-1.2
import type { Locales } from '@volee/core-adapter';

export const locales = {
  fr: {
    title: 'Import AAF',
    summary: 'Lit les écoles, les collèges et leurs personnes dans les fichiers AAF de l’académie (1D et 2D).',
  },
  en: {
    title: 'AAF import',
    summary: 'Reads écoles, collèges and their people from the AAF files of the academy (1D and 2D).',
  },
} satisfies Locales;
