// SPDX-License-Identifier: EUPL-1.2
import type { DriveSteps } from './drive-steps.js';
import type { Story } from './story.js';

const CLAIRE = 'claire.vuillemin';
const MATHIEU = 'mathieu.grosjean';
const CLASS = 'CM1-CM2';
const TEAM = 'Équipe CM1-CM2';
const SCIENCES = [CLASS, 'Sciences'] as const;
const OBSERVATIONS = [...SCIENCES, 'Nos observations'] as const;

/** Folders and files of the Tilleuls in the weeks before today: readers of all kinds, an open folder, a drop box, trash and favourites. */
export async function fillTilleulsFolders(drive: DriveSteps, story: Story): Promise<void> {
  story.at(36, '16:50');
  await shareSchool(drive);
  story.at(29, '17:10');
  await beginClass(drive);
  story.at(15, '17:25');
  await goOnInClass(drive);
  story.at(6, '16:15');
  await pupilsAdd(drive, story);
  story.at(2, '17:40');
  await keepOwn(drive);
}

async function shareSchool(drive: DriveSteps): Promise<void> {
  await drive.put(MATHIEU, ['École'], ['Règlement de l’école.pdf', 180], ['Calendrier de l’année.pdf', 96]);
  await drive.folder(MATHIEU, ['École', 'Conseil d’école']);
  await drive.put(MATHIEU, ['École', 'Conseil d’école'], ['Procès-verbal du 1er conseil.pdf', 240]);
  await drive.folder(MATHIEU, ['École', 'Réunions d’équipe'], { readers: 'teachers' });
  await drive.put(MATHIEU, ['École', 'Réunions d’équipe'], ['Ordre du jour.odt', 32], ['Projet d’école.odt', 118]);
  await drive.put(CLAIRE, [TEAM], ['Programmation CM1-CM2.ods', 54], ['Progression en sciences.odt', 41]);
}

async function beginClass(drive: DriveSteps): Promise<void> {
  await drive.folder(CLAIRE, [CLASS, 'Pour les familles']);
  await drive.put(CLAIRE, [CLASS, 'Pour les familles'], ['Sortie au musée, autorisation.pdf', 212]);
  await drive.put(CLAIRE, [CLASS, 'Pour les familles'], ['Réunion de rentrée.odp', 640], ['Liste du matériel.pdf', 88]);
  await drive.folder(CLAIRE, SCIENCES);
  await drive.put(CLAIRE, SCIENCES, ['Leçon 2, les roches.pdf', 900], ['Leçon 4, les éruptions.pdf', 1_240]);
  const body = [...SCIENCES, 'Le corps humain'] as const;
  await drive.folder(CLAIRE, body);
  await drive.put(CLAIRE, body, ['Le squelette.pdf', 420], ['Les muscles.pdf', 380], ['Schéma à compléter.odt', 96]);
  await drive.folder(CLAIRE, [CLASS, 'Français'], { readers: 'pupils' });
  await drive.put(CLAIRE, [CLASS, 'Français'], ['Poésies de novembre.pdf', 150], ['Mots de la semaine.odt', 28]);
  await drive.folder(CLAIRE, [CLASS, 'À préparer'], { readers: 'teachers' });
  await drive.put(
    CLAIRE,
    [CLASS, 'À préparer'],
    ['Évaluation de mathématiques.odt', 44],
    ['Groupes de lecture.ods', 21],
  );
}

async function goOnInClass(drive: DriveSteps): Promise<void> {
  const photos = [...SCIENCES, 'Photos de la sortie géologie'] as const;
  await drive.folder(CLAIRE, photos, { readers: 'pupils' });
  await drive.put(CLAIRE, photos, ['La carrière.png', 700], ['Le fossile.png', 520], ['Le groupe.png', 810]);
  await drive.put(CLAIRE, SCIENCES, ['Carte des volcans d’Auvergne.png', 1_400], ['La chanson du magma.wav', 620]);
  await drive.show(CLAIRE, [...SCIENCES, 'Carte des volcans d’Auvergne.png'], 'pupils');
  await drive.put(CLAIRE, SCIENCES, ['Leçon 10, les séismes.pdf', 640], ['Évaluation du 27, énoncé.odt', 86]);
  await drive.show(CLAIRE, [...SCIENCES, 'Leçon 10, les séismes.pdf'], 'teachers');
  await drive.show(CLAIRE, [...SCIENCES, 'Évaluation du 27, énoncé.odt'], 'teachers');
  await drive.folder(CLAIRE, OBSERVATIONS, { readers: 'pupils', isOpen: true });
  await drive.folder(CLAIRE, [CLASS, 'Dépose ta recherche ici'], { readers: 'teachers', isOpen: true });
}

async function pupilsAdd(drive: DriveSteps, story: Story): Promise<void> {
  await drive.put('ines.renaud', OBSERVATIONS, ['Ma pierre qui flotte.png', 460], ['Ce que j’ai vu.odt', 52]);
  await drive.put('noe.vernier', OBSERVATIONS, ['Le basalte.png', 390]);
  story.at(5, '18:05');
  await drive.put('zoe.girardet', OBSERVATIONS, ['Mon carnet, page 3.png', 510]);
  const dropBox = [CLASS, 'Dépose ta recherche ici'] as const;
  await drive.put('ines.renaud', dropBox, ['L’Etna.odt', 64]);
  await drive.put('jade.courtot', dropBox, ['Le Vésuve.odt', 71]);
  story.at(4, '12:41');
  await drive.put('tom.jacquot', dropBox, ['Pompéi.pdf', 130]);
}

async function keepOwn(drive: DriveSteps): Promise<void> {
  const mine = 'Mes fichiers';
  await drive.folder(CLAIRE, [mine, 'Préparations']);
  await drive.put(CLAIRE, [mine, 'Préparations'], ['Cahier journal.odt', 73], ['Fiche séismes.pdf', 190]);
  await drive.put(CLAIRE, [mine], ['Liste de courses du goûter.odt', 14], ['Photos d’octobre.zip', 350]);
  await drive.put(CLAIRE, [CLASS], ['Menu des parents.odt', 19], ['Maquette floue.png', 240]);
  await drive.put('ines.renaud', [mine], ['Mon exposé.odp', 210], ['Ma liste de lecture.odt', 15]);
  await drive.star(CLAIRE, SCIENCES);
  await drive.star(CLAIRE, [TEAM, 'Programmation CM1-CM2.ods']);
  await drive.star('ines.renaud', OBSERVATIONS);
  await drive.trash(CLAIRE, [CLASS, 'Menu des parents.odt'], [CLASS, 'Maquette floue.png']);
  await drive.trash(CLAIRE, [mine, 'Photos d’octobre.zip'], [mine, 'Préparations', 'Fiche séismes.pdf']);
  await drive.put(CLAIRE, [mine, 'Préparations'], ['Fiche séismes.pdf', 210]);
}
