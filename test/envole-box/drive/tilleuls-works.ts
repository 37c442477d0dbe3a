// SPDX-License-Identifier: EUPL-1.2
import { persons } from '../sample/persons.js';
import type { Story } from './story.js';
import type { WorkSteps } from './work-steps.js';

const by = 'claire.vuillemin';
const ofClass = { by, className: 'CM1-CM2' };

/** The model of which each pupil gets a copy. */
const SLIDES = 'Mon volcan.odp';

const PUPILS = persons.filter(({ className }) => className === ofClass.className).map(({ login }) => login);

/** Works of the Tilleuls in the weeks before today, one in each state and parts in each state. */
export async function fillTilleulsWorks(works: WorkSteps, story: Story): Promise<void> {
  await tellDictation(works, story.another());
  await tellFractions(works, story.another());
  await tellVolcanoes(works, story.another());
  await prepareNext(works, story.another());
}

/** Tells a work that is over: all have handed it in, and all have it back. */
async function tellDictation(works: WorkSteps, story: Story): Promise<void> {
  story.at(9, '17:05');
  const dictation = await works.handOut({
    ...{ ...ofClass, title: 'Dictée 7', text: 'Recopie ta dictée au propre, puis souligne les verbes.' },
    dueOn: story.day(-6),
  });
  story.at(8, '17:40');
  await everybodyHandsIn(works, dictation, PUPILS, 'Ma dictée.odt');
  story.at(5, '17:30');
  for (const pupil of PUPILS) await works.giveBack(dictation, by, pupil, dictationAnswer(pupil));
}

async function everybodyHandsIn(
  works: WorkSteps,
  workId: string,
  pupils: readonly string[],
  name: string,
): Promise<void> {
  for (const pupil of pupils) {
    await works.start(workId, pupil);
    await works.handIn(workId, pupil, { files: [[name, 9]] });
  }
}

function dictationAnswer(pupil: string): { answer: string; next: 'corrected' } {
  if (pupil === 'ines.renaud') {
    return {
      answer: 'Deux fautes seulement\u00a0! Tes accords du verbe sont justes. Je suis fière de toi.',
      next: 'corrected',
    };
  }
  return { answer: 'C’est corrigé. Relis les mots soulignés et apprends-les.', next: 'corrected' };
}

/**
 * Tells a work under way: five have handed in; one part is corrected, one is to be done again, two are ready to go back. Others have begun.
 */
async function tellVolcanoes(works: WorkSteps, story: Story): Promise<void> {
  const handed = ['sacha.perrin', 'lina.bouhaddi', 'noe.vernier', 'zoe.girardet', 'ines.renaud'];
  const beginners = ['alice.monnier', 'gabin.tissot', 'hugo.mercier', 'nathan.bole', 'rose.marchal'];
  story.at(6, '17:05');
  const volcanoes = await handOutVolcanoes(works, story);
  story.at(4, '18:15');
  for (const pupil of [...handed, ...beginners]) await works.start(volcanoes, pupil);
  await works.handIn(volcanoes, 'sacha.perrin', { files: [[SLIDES, 120]] });
  story.at(3, '12:30');
  await works.handIn(volcanoes, 'lina.bouhaddi', { files: [[SLIDES, 260]] });
  await giveTwoBack(works, volcanoes);
  story.at(2, '16:12');
  await works.handIn(volcanoes, 'noe.vernier', {
    files: [
      [SLIDES, 180],
      ['Ma maquette.png', 420],
    ],
  });
  await works.handIn(volcanoes, 'zoe.girardet', { files: [[SLIDES, 310]] });
  await keepAnswers(works, volcanoes);
  await works.remind(volcanoes, by);
  story.at(1, '14:02');
  const files = [
    [SLIDES, 240],
    ['Ma maquette.png', 380],
  ] as const;
  await works.handIn(volcanoes, 'ines.renaud', { files, word: 'J’ai fait la maquette avec Jules.' });
}

function handOutVolcanoes(works: WorkSteps, story: Story): Promise<string> {
  return works.handOut({
    ...{ ...ofClass, title: 'Exposé sur les volcans' },
    text: 'Choisis un volcan. Raconte où il est et sa dernière éruption.\nTrois images au plus, avec leur légende.',
    read: [['Exposé, comment faire.pdf', 310]],
    fill: [[SLIDES, 150]],
    dueOn: story.day(2),
  });
}

async function giveTwoBack(works: WorkSteps, volcanoes: string): Promise<void> {
  await works.giveBack(volcanoes, by, 'sacha.perrin', {
    answer: 'De quel volcan parles-tu\u00a0? Écris son nom et ajoute une image.',
    next: 'again',
  });
  await works.giveBack(volcanoes, by, 'lina.bouhaddi', {
    answer: 'Un exposé clair, et de très belles images. Bravo\u00a0!',
    next: 'corrected',
    files: [['Exposé de Lina, annoté.pdf', 150]],
  });
}

/** Keeps two parts that go back with the others, when the teacher says so. */
async function keepAnswers(works: WorkSteps, volcanoes: string): Promise<void> {
  for (const [pupil, answer] of [
    ['noe.vernier', 'Ta maquette est superbe. Pense à dire de quelle année est l’éruption.'],
    ['zoe.girardet', 'Très complet. Parle plus lentement à l’oral.'],
  ] as const) {
    await works.giveBack(volcanoes, by, pupil, { answer, next: 'corrected', isKept: true });
  }
}

/** Tells a work that was due two school days ago: two are late, two never came, and one is to be done again. */
async function tellFractions(works: WorkSteps, story: Story): Promise<void> {
  const missing = ['yanis.belkacem', 'eva.santos'];
  const late = ['tom.jacquot', 'manon.clerc'];
  story.at(6, '17:05');
  const fractions = await works.handOut({
    ...{ ...ofClass, title: 'Fractions, feuille 3', text: 'Fais les exercices 1 à 5. Écris tes calculs.' },
    ...{ fill: [['Feuille 3.odt', 38] as const], dueOn: story.day(-2) },
  });
  story.at(3, '17:50');
  const others = PUPILS.filter((pupil) => ![...missing, ...late].includes(pupil));
  await everybodyHandsIn(works, fractions, others, 'Feuille 3.odt');
  story.at(1, '12:10');
  await everybodyHandsIn(works, fractions, late, 'Feuille 3.odt');
  story.at(1, '17:10');
  await works.giveBack(fractions, by, 'ines.renaud', { answer: 'Reprends le numéro\u00a04.', next: 'again' });
}

async function prepareNext(works: WorkSteps, story: Story): Promise<void> {
  story.at(4, '17:20');
  await works.handOut({
    ...{
      ...ofClass,
      title: 'Plan de lecture',
      text: 'Un chapitre tous les soirs. Note les mots que tu ne connais pas.',
    },
    read: [['Plan de lecture.pdf', 74]],
  });
  story.at(1, '18:05');
  const gauls = await works.handOut({
    ...{ ...ofClass, title: 'Les Gaulois, questions' },
    text: 'Lis le texte. Réponds aux cinq questions par une phrase.',
    read: [['Les Gaulois.pdf', 290]],
    fill: [['Questions.odt', 96]],
    ...{ dueOn: story.day(3), dueAt: '08:30' },
  });
  for (const pupil of ['ines.renaud', 'jade.courtot', 'louise.petitjean', 'adam.roussel'])
    await works.start(gauls, pupil);
  await works.handIn(gauls, 'louise.petitjean', { word: 'J’ai tout écrit dans la feuille.' });
  await works.handOut({
    ...{ ...ofClass, title: 'Plan de la cour', audience: 'level:CM1' },
    text: 'Mesure la cour en pas. Dessine son plan vu du dessus, avec une légende. 1 carreau = 2 pas.',
    fill: [['Quadrillage.pdf', 45]],
    ...{ visibleOn: story.day(4), dueOn: story.day(9) },
  });
  await works.handOut({
    ...ofClass,
    title: 'Poésie à illustrer',
    text: 'Choisis une poésie et dessine-la.',
    isDraft: true,
  });
}
