// SPDX-License-Identifier: EUPL-1.2
import type { Tick } from '../../../ui/ticks-field.js';
import type { SchoolBrickPeopleModel } from '../school/school-brick-people.view.js';
import type { ChoiceForm, SchoolBrick, SchoolBricksModel } from '../school/school-bricks.model.js';

// The console of an invented school, for tests.

const LIST = '/admin/s/0390991X/bricks';

const files: SchoolBrick = {
  id: 'file-share',
  title: 'Fichiers',
  summary: 'Déposer, ranger et partager des fichiers.',
  icon: 'folder-fill',
  colour: 'files',
  state: { kind: 'off' },
  url: `${LIST}?brick=file-share`,
};
const filesOn: SchoolBrick = { ...files, state: { kind: 'on' }, forWhom: '3 classes\u00a0: CM1, CM1-CM2, CM2' };
const blog: SchoolBrick = { ...files, id: 'blog', title: 'Blog', state: { kind: 'failed' }, url: `${LIST}?brick=blog` };
const agenda: SchoolBrick = {
  ...files,
  id: 'agenda',
  title: 'Agenda',
  state: { kind: 'later', day: '4 janvier' },
  forWhom: '1 classe\u00a0: CM2',
  url: `${LIST}?brick=agenda`,
};

const tick = (value: string, label: string, checked: boolean, detail?: string): Tick => ({
  value,
  label,
  checked,
  detail,
});
const profiles = [
  tick('pupil', 'Élèves', true),
  tick('guardian', 'Parents', true),
  tick('teacher', 'Équipe enseignante', true),
];

const everybody: ChoiceForm = {
  rule: 'new',
  profiles,
  where: 'school',
  classes: [tick('g1', 'CE2', false, '26 élèves'), tick('g2', 'CM1', false, '25 élèves')],
  otherGroups: [tick('g9', 'Chorale', false, '12 élèves')],
  start: 'now',
  from: '',
  end: 'never',
  until: '',
  errors: {},
  isMoreOpen: true,
  effect: {
    title: 'Qui l’aura',
    change: [{ label: 'L’auront', people: '99 élèves, 171 parents et 6 membres de l’équipe enseignante' }],
    keeps: [],
    losing: 0,
    figures: [
      { value: 99, label: 'élèves' },
      { value: 171, label: 'parents' },
      { value: 6, label: 'membres de l’équipe enseignante' },
    ],
    people: { label: 'Voir les 276 personnes', url: `${LIST}/file-share/people?rule=new&where=school` },
    action: 'Allumer Fichiers pour 276 personnes',
    shownDigest: '0123456789abcdef',
    said: 'Qui l’aura\u00a0: 276 personnes.',
  },
};

export const schoolBricksOff: SchoolBricksModel = {
  bricks: [files, blog, agenda],
  opened: true,
  uai: '0390991X',
  listUrl: LIST,
  selected: {
    brick: files,
    actionUrl: `${LIST}/file-share`,
    seen: 'e3b0c44298fc1c14',
    rules: [],
    canUndo: false,
    form: everybody,
    history: [],
  },
};

export const oneClassMore: ChoiceForm = {
  ...everybody,
  rule: 'r1',
  where: 'groups',
  classes: [tick('g1', 'CE2', true, '26 élèves'), tick('g2', 'CM1', true, '25 élèves')],
  start: 'day',
  from: '2026-12-01',
  end: 'day',
  until: '2027-07-03',
  effect: {
    title: 'Ce qui change le 1er décembre',
    change: [
      { label: 'Garderont', people: '73 élèves, 127 parents, Claire Vuillemin et vous' },
      { label: 'Auront en plus', people: '26 élèves, 44 parents et Nadia Chevassu' },
    ],
    keeps: [{ who: 'Direction', people: 'vous' }],
    losing: 0,
    figures: [
      { value: 99, label: 'élèves', change: '26 de plus' },
      { value: 171, label: 'parents', change: '44 de plus' },
    ],
    sentence: 'Vous ajoutez la classe CE2 de Nadia Chevassu.',
    people: { label: 'Voir les 276 personnes', url: `${LIST}/file-share/people?rule=r1&where=groups` },
    action: 'Ajouter la classe CE2',
    cancelUrl: `${LIST}?brick=file-share`,
    shownDigest: '0123456789abcdef',
    said: 'Qui l’aura le 1er décembre\u00a0: 276 personnes.',
  },
};

export const schoolBricksOn: SchoolBricksModel = {
  bricks: [filesOn, blog, agenda],
  opened: true,
  uai: '0390991X',
  listUrl: LIST,
  selected: {
    brick: filesOn,
    now: '3 classes\u00a0: CM1, CM1-CM2, CM2, depuis le 1er septembre',
    actionUrl: `${LIST}/file-share`,
    seen: 'e3b0c44298fc1c14',
    rules: [],
    canUndo: true,
    form: oneClassMore,
    addUrl: `${LIST}?brick=file-share&rule=new`,
    term: 'Les fichiers rendus, jusqu’au 14 octobre.',
    off: {
      open: true,
      hangs: ['34 fichiers (120 Mo) restent gardés, hors de vue'],
      action: 'Éteindre Fichiers pour 276 personnes',
    },
    history: [
      '12 octobre, Mathieu Grosjean\u00a0: maintenant pour CM1 et CM1-CM2.',
      '1er septembre, L’administration\u00a0: allumé pour CM1.',
    ],
  },
};

/** Two rules, an invalid choice, and a change that another head made first. */
export const schoolBricksRules: SchoolBricksModel = {
  ...schoolBricksOn,
  selected: {
    brick: filesOn,
    actionUrl: `${LIST}/file-share`,
    seen: 'e3b0c44298fc1c14',
    warning: 'Odile Ravier a changé cet outil aujourd’hui à 14\u00a0h\u00a002\u00a0: allumé pour CM1.',
    rules: [
      {
        id: 'r1',
        words: 'Équipe enseignante, toute l’école, depuis le 1er septembre',
        changeUrl: `${LIST}?brick=file-share&rule=r1`,
        current: false,
        ifStopped: '14 personnes n’auront plus l’outil, tout de suite.',
      },
      {
        id: 'r2',
        words: '1 classe\u00a0: CM2, depuis le 12 octobre',
        gone: 'CM2 n’est plus parmi les classes de cette année.',
        changeUrl: `${LIST}?brick=file-share&rule=r2`,
        current: true,
        ifStopped: 'Personne ne perd l’outil\u00a0: les autres choix touchent les mêmes personnes.',
      },
    ],
    form: {
      ...oneClassMore,
      rule: 'r2',
      title: 'Modifier\u00a0: 1 classe\u00a0: CM2, depuis le 12 octobre',
      profiles: profiles.map((one) => ({ ...one, checked: false })),
      errors: {
        profiles: 'Cochez au moins une case.',
        groups: 'Il manque au moins une classe.',
        from: 'Ce jour est déjà passé.',
        until: 'La fin vient avant le début. Prenez un jour plus tard.',
      },
      effect: {
        title: 'Qui l’aura',
        change: [],
        keeps: [],
        losing: 0,
        figures: [],
        sentence: 'Corrigez d’abord ceci. Ce jour est déjà passé.',
        cancelUrl: `${LIST}?brick=file-share`,
        shownDigest: '0123456789abcdef',
        said: 'Corrigez d’abord ceci. Ce jour est déjà passé.',
      },
    },
    off: { open: false, action: 'Éteindre Fichiers pour 276 personnes' },
    canUndo: false,
    history: [],
  },
};

export const schoolBrickPeople: SchoolBrickPeopleModel = {
  title: 'Qui l’aura\u00a0: Fichiers',
  lead: '276 personnes',
  backUrl: `${LIST}?brick=file-share&rule=r1&where=groups`,
  search: {
    action: `${LIST}/file-share/people`,
    text: 'reno',
    fields: [
      { name: 'rule', value: 'r1' },
      { name: 'groups', value: 'g1' },
      { name: 'groups', value: 'g2' },
    ],
  },
  sections: [
    {
      label: 'CM1',
      detail: 'Claire Vuillemin · 1 élève, 1 parent',
      open: true,
      children: [
        { id: 'p1', name: 'Inès Renaud', has: true, guardians: ['Sophie Renaud', 'Marc Renaud'] },
        { id: 'p2', name: 'Jules Renaud', has: false, guardians: ['Sophie Renaud'] },
        { id: 'p3', name: 'Tom Renoult', has: true, guardians: [] },
      ],
      others: [],
    },
    { label: 'Sans classe', detail: '1 personne', open: true, children: [], others: ['Odile Renom, personnel'] },
  ],
  range: '101 à 200 sur 276',
  previousUrl: `${LIST}/file-share/people?page=1`,
  nextUrl: `${LIST}/file-share/people?page=3`,
};
