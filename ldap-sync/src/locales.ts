// SPDX-License-Identifier: EUPL-1.2
import type { Locales } from '@volee/core-adapter';

export const locales = {
  fr: {
    title: 'Annuaire LDAP',
    summary: 'Lit les établissements, les personnes, les classes et les liens de parenté dans l’annuaire d’un Scribe.',
  },
  en: {
    title: 'LDAP directory',
    summary: 'Reads schools, persons, classes and kinship from the directory of a Scribe.',
  },
} satisfies Locales;
