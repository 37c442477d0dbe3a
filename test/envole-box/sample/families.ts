// SPDX-License-Identifier: EUPL-1.2
import type { Sex } from './school-sheet.js';

/** Guardian, and the logins of the children; the first child's school keeps the guardian's entry. */
export type FamilySheet = readonly [name: string, sex: Sex, ...children: string[]];

export const families: readonly FamilySheet[] = [
  // children in two schools
  ['Sophie Renaud', 'F', 'ines.renaud', 'jules.renaud'],
  ['Samira Bouhaddi', 'F', 'lina.bouhaddi', 'assia.bouhaddi'],
  ['Élodie Vernier', 'F', 'noe.vernier', 'lucas.vernier'],
  ['Laurent Vernier', 'M', 'noe.vernier', 'lucas.vernier'],
  ['Nathalie Petitjean', 'F', 'louise.petitjean', 'margaux.petitjean'],
  ['David Jacquot', 'M', 'tom.jacquot', 'maelys.jacquot'],
  ["Marco D'Angelo", 'M', 'lena.dangelo', 'enzo.dangelo'],
  ['Aminata Diallo', 'F', 'ibrahim.diallo', 'fatou.diallo'],
  ['Hassan Saïdi', 'M', 'nour.saidi', 'mehdi.saidi'],
  ['Sylvie Faivre', 'F', 'mael.faivre', 'ninon.faivre'],
  ['Delphine Clerc', 'F', 'manon.clerc', 'baptiste.clerc'],
  ['Paulo Santos', 'M', 'eva.santos', 'tiago.santos'],
  ['Isabelle Courtot', 'F', 'jade.courtot', 'jeanne.courtot'],
  // brothers and sisters in one school
  ['Julie Girardet', 'F', 'zoe.girardet', 'camille.girardet'],
  ['Nicolas Girardet', 'M', 'zoe.girardet', 'camille.girardet'],
  ['Leïla Haddad', 'F', 'aya.haddad', 'ilyes.haddad'],
  ['Stéphanie Marchal', 'F', 'rose.marchal', 'theo.marchal'],
  ['Frédéric Roussel', 'M', 'adam.roussel', 'salome.roussel'],
  ['Karima Belkacem', 'F', 'yanis.belkacem', 'rayan.belkacem'],
  ['Gwenaëlle Le Goff', 'F', 'malo.legoff', 'ewen.legoff'],
  ['Yves Jeannerot', 'M', 'paul.jeannerot', 'arthur.jeannerot'],
  // one child
  ['Aurélie Jacquot', 'F', 'tom.jacquot'],
  ['Virginie Monnier', 'F', 'alice.monnier'],
  ['Cédric Tissot', 'M', 'gabin.tissot'],
  ['Audrey Bourgeois', 'F', 'leo.bourgeois'],
  ['Christelle Bole', 'F', 'nathan.bole'],
  ['Jérôme Cuenot', 'M', 'timeo.cuenot'],
  ['Céline Mercier', 'F', 'hugo.mercier'],
  ['Olivier Perrin', 'M', 'sacha.perrin'],
  ['Sandrine Lambert', 'F', 'sarah.lambert'],
  ['Marie Morel', 'F', 'anais.morel'],
  ['Luís Ferreira', 'M', 'enzo.ferreira'],
  ['Hélène Monnin', 'F', 'juliette.monnin'],
  ['Farid Amrani', 'M', 'kenza.amrani'],
  ['Anna Rossi', 'F', 'matteo.rossi'],
  ['Thierry Guyot', 'M', 'samuel.guyot'],
  ['Pauline Nicod', 'F', 'lise.nicod'],
  ['Muriel Chapuis', 'F', 'elise.chapuis'],
  ['Franck Maillot', 'M', 'adrien.maillot'],
  ['Nora Benali', 'F', 'sara.benali'],
  ['Michel Robert', 'M', 'quentin.robert'],
  ['Moussa Traoré', 'M', 'inaya.traore'],
  ['Valérie Mercier', 'F', 'lucie.mercier', 'hugo.mercier1'],
  ['Claude Tournier', 'M', 'simon.tournier'],
];
