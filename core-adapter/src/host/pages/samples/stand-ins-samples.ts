// SPDX-License-Identifier: EUPL-1.2
import type { StandInForm, StandInsModel } from '../school/stand-ins/stand-ins.view.js';
import type { WordModel } from '../school/stand-ins/word.view.js';

const URL = '/admin/s/0390991X/replacements';

const form: StandInForm = {
  action: URL,
  classes: [
    { value: 'g1', label: 'CM1' },
    { value: 'g2', label: 'CM2' },
  ],
  teachers: [
    { value: 'p1', label: 'Nadia Chevassu' },
    { value: 'p2', label: 'Claire Vuillemin' },
  ],
  words: { group: '', person: '', login: '', start: 'now', from: '', until: '' },
  errors: {},
};

export const standIns: StandInsModel = {
  uai: '0390991X',
  lines: [
    {
      id: 's1',
      person: { id: 'p3', displayName: 'Nadia Chevassu' },
      title: 'CM1\u00a0: Nadia Chevassu',
      days: 'Jusqu’au 4 décembre compris',
      endUrl: `${URL}/s1/end`,
      endLabel: 'Terminer le remplacement, CM1, Nadia Chevassu',
      word: {
        ...{ url: '/s/0390991X/replacements/s1/word', text: 'Lire le mot' },
        label: 'Lire le mot, CM1, Nadia Chevassu',
      },
    },
    {
      id: 's2',
      person: { id: 'p4', displayName: 'Karim Bensalem' },
      title: 'CM2\u00a0: Karim Bensalem',
      days: 'Du 7 décembre au 11 décembre compris',
      from: 'Vient d’une autre école',
      endUrl: `${URL}/s2/end`,
      endLabel: 'Terminer le remplacement, CM2, Karim Bensalem',
    },
  ],
  form,
};

export const standInsAsked: StandInsModel = {
  ...standIns,
  lines: [],
  form: {
    ...form,
    words: { group: 'g1', person: '', login: 'karim.bensalem', start: 'day', from: '2026-12-07', until: '2026-12-11' },
    candidate: { id: 'p3', name: 'Karim Bensalem, Collège du Parc' },
  },
};

export const standInsRefused: StandInsModel = {
  ...standIns,
  form: {
    ...form,
    words: { group: '', person: '', login: 'karim.bensalam', start: 'day', from: 'demain', until: '2026-11-20' },
    errors: {
      group: 'Choisissez une classe de cette année.',
      login: 'Personne n’a cet identifiant. Vérifiez l’orthographe avec la personne.',
      from: 'Ce jour n’existe pas. Écrivez-le comme 2027-07-03.',
      until: 'Ce jour est déjà passé.',
    },
  },
};

export const standInWord: WordModel = {
  ...{ url: '/s/0390991X/replacements/s1/word', backUrl: URL, hasWord: true },
  ...{ name: 'Nadia Chevassu', class: 'CM1', until: '4 décembre', author: 'Claire Vuillemin' },
  word: 'Les exposés sont à rendre à 16 h. '.repeat(9),
  error: 'Le mot a 305 caractères, pour 300 au plus. Raccourcissez-le.',
};
