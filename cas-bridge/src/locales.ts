// SPDX-License-Identifier: EUPL-1.2
import type { Locales } from '@volee/core-adapter';

export const locales = {
  fr: {
    title: 'Connexion par CAS',
    summary: 'L’authentification unique par le serveur CAS de l’établissement : EoleSSO, LemonLDAP::NG ou Apereo CAS.',
  },
  en: {
    title: 'Login through CAS',
    summary: 'Single sign-on through the school’s CAS server: EoleSSO, LemonLDAP::NG or Apereo CAS.',
  },
} satisfies Locales;
