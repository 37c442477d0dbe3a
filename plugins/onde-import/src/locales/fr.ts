// SPDX-License-Identifier: EUPL-1.2
/** The reference: English has the same keys. */
export const fr = {
  title: 'ONDE',
  summary: 'Les élèves et leurs responsables, d’après les fichiers d’ONDE',

  'upload.title': 'Importer les fichiers d’ONDE',
  'upload.lead': 'Vous verrez d’abord ce qui changerait. Rien ne change avant votre accord.',
  'upload.noneHere':
    'Rien à importer ici\u00a0: ONDE est l’outil des écoles. Les élèves d’un collège viennent de l’annuaire.',
  'upload.off': 'Vous pouvez éteindre cet outil, sur la page «\u00a0Collège\u00a0».',
  'upload.pupils': 'Fichier des élèves',
  'upload.pupilsHint': 'CSVExtraction.csv, tel qu’ONDE l’a donné, sans l’ouvrir dans un tableur. {size} au plus.',
  'upload.guardians': 'Fichier des responsables (facultatif)',
  'upload.guardiansHint': 'Il relie chaque responsable à ses enfants. Ses adresses et ses téléphones ne sont pas lus.',
  'upload.button': 'Voir ce qui changerait',
  'upload.how': 'Où trouver ces fichiers',
  'upload.howMenu': 'Dans ONDE\u00a0: Listes et documents, puis Extractions.',
  'upload.howPupils': 'Choisissez «\u00a0Élèves de l’école\u00a0», puis «\u00a0Responsables des élèves\u00a0».',
  'upload.howWhole':
    'Prenez toute l’école, pas une seule classe\u00a0: un nom qui n’est plus dans le fichier compte comme un départ.',
  'upload.howLevels': 'Seuls ces niveaux sont importés\u00a0: {levels}.',

  'help.mistake': 'Et si je choisis le mauvais fichier\u00a0?',
  'help.mistake1': 'Si trop de comptes devaient fermer, l’import s’arrête et vous demande pourquoi.',
  'help.how': 'Quand refaire l’import\u00a0?',
  'help.how1': 'À la rentrée, puis à chaque arrivée et à chaque départ.',

  'refusal.nothing': 'Aucun fichier n’était choisi. Choisissez le fichier des élèves.',
  'refusal.tooLarge':
    '«\u00a0{file}\u00a0» est trop lourd ({size} au plus)\u00a0: ce n’est pas une extraction d’ONDE. Choisissez le fichier CSVExtraction.csv.',
  'refusal.endless':
    '«\u00a0{file}\u00a0» a plus de 3\u00a0000 lignes, ou une ligne bien trop longue\u00a0: aucune école n’en a autant. Choisissez le fichier CSVExtraction.csv.',
  'refusal.empty': '«\u00a0{file}\u00a0» est vide\u00a0: refaites l’extraction dans ONDE.',
  'refusal.spreadsheet':
    '«\u00a0{file}\u00a0» est un classeur (Excel ou LibreOffice). Choisissez le fichier CSVExtraction.csv, tel qu’ONDE l’a donné.',
  'refusal.pdf': '«\u00a0{file}\u00a0» est un PDF. Choisissez le fichier CSVExtraction.csv, tel qu’ONDE l’a donné.',
  'refusal.binary':
    '«\u00a0{file}\u00a0» n’est pas du texte. Choisissez le fichier CSVExtraction.csv, tel qu’ONDE l’a donné.',
  'refusal.broken':
    '«\u00a0{file}\u00a0» est abîmé autour de la ligne {line}\u00a0: un guillemet y reste ouvert au bout de la ligne. Refaites l’extraction dans ONDE.',
  'refusal.cut':
    '«\u00a0{file}\u00a0» s’arrête au milieu de la ligne {line}\u00a0: la copie est incomplète. Refaites l’extraction dans ONDE.',
  'refusal.teachers':
    '«\u00a0{file}\u00a0» est le fichier des enseignants. Choisissez celui des élèves, et celui des responsables.',
  'refusal.unknown':
    '«\u00a0{file}\u00a0» n’a pas les colonnes d’une extraction d’ONDE (nom, prénom, date de naissance, niveau). Choisissez «\u00a0Élèves de l’école\u00a0» dans les extractions.',
  'refusal.noPupilsFile': '«\u00a0{file}\u00a0» est le fichier des responsables\u00a0: ajoutez celui des élèves.',
  'refusal.samePart':
    '«\u00a0{file}\u00a0» et «\u00a0{other}\u00a0» sont deux fichiers de la même sorte\u00a0: gardez le bon.',
  'refusal.nobody':
    'Rien ne peut être importé de «\u00a0{file}\u00a0»\u00a0: il n’y a pas d’élèves en {levels}. Vérifiez que c’est l’extraction de toute l’école.',

  'preview.title': 'Vérifiez avant d’importer',
  'preview.lead': 'Rien n’est encore changé.',
  'preview.refusedTitle': 'Cet import est retenu',
  'preview.refusedLead': 'Le garde-fou l’a refusé. Rien n’est changé.',
  'preview.doneTitle': 'C’est importé',
  'preview.unchangedTitle': 'Tout est déjà à jour',
  'preview.unchangedLead': 'Ces fichiers ne changent rien.',
  'preview.failedTitle': 'L’import a échoué',
  'preview.failedLead': 'Rien n’est changé. Recommencez avec les mêmes fichiers.',

  'figure.pupils': 'Élèves',
  'figure.classes': 'Classes',
  'figure.guardians': 'Responsables',

  'changes.title': 'Ce qui changerait',
  'changes.titleDone': 'Ce qui a changé',
  'changes.none': 'Rien.',
  'changes.what': 'Changement',
  'changes.number': 'Nombre',
  'changes.more': { one: '{names} et {count} autre', other: '{names} et {count} autres' },
  'change.schoolsCreated': 'École nouvelle',
  'change.schoolsChanged': 'École changée',
  'change.personsCreated': 'Arrivées',
  'change.personsChanged': 'Fiches changées',
  'change.personsMoved': 'Changements d’école',
  'change.personsLeft': 'Départs',
  'change.personsBack': 'Retours',
  'change.groupsCreated': 'Classes nouvelles dans le fichier',
  'change.groupsJoined': 'Classes que l’annuaire a déjà, réunies aux siennes',
  'change.groupsAsked': 'Classes qui ressemblent à une de l’annuaire\u00a0: l’équipe qui tient Volée décide',
  'change.groupsChanged': 'Classes renommées',
  'change.groupsEnded': 'Classes finies',
  'change.groupsBack': 'Classes revenues',
  'change.membershipsAdded': 'Entrées dans une classe',
  'change.membershipsRemoved': 'Sorties d’une classe',
  'change.kinshipsAdded': 'Liens nouveaux entre un responsable et un enfant',
  'change.kinshipsRemoved': 'Liens finis entre un responsable et un enfant',

  'classes.title': 'Les classes',
  'classes.name': 'Classe',
  'classes.pupils': 'Élèves',
  'classes.levels': 'Niveaux',

  'faults.title': { one: '{count} ligne n’est pas importée', other: '{count} lignes ne sont pas importées' },
  'faults.lead': 'Corrigez-les dans ONDE, puis refaites l’extraction.',
  'odd.title': { one: '{count} ligne à regarder', other: '{count} lignes à regarder' },
  'odd.lead': 'Elles sont importées, à ce détail près.',
  'line.pupils': 'Élèves, ligne {line}',
  'line.guardians': 'Responsables, ligne {line}',
  'lines.more': { one: 'Et {count} autre ligne.', other: 'Et {count} autres lignes.' },

  'remark.noName': 'il manque le nom ou le prénom.',
  'remark.noBirthDate': '{name} n’a ni INE ni date de naissance lisible (date\u00a0: «\u00a0{date}\u00a0»).',
  'remark.noLevel': '{name} n’a ni niveau ni cycle.',
  'remark.unknownLevel': '{name} a un niveau inconnu\u00a0: «\u00a0{level}\u00a0».',
  'remark.sameIne': '{name} a le même INE que l’élève de la ligne {other}.',
  'remark.twice': '{name} est déjà à la ligne {other}.',
  'remark.noGuardianName': 'il manque le nom ou le prénom.',
  'remark.guardianTwice':
    '{count} responsables s’appellent {name} et n’ont pas les mêmes enfants\u00a0: pas d’import à ce nom.',
  'remark.badIne': 'l’INE de {name} ne peut pas être juste\u00a0: il n’est pas gardé.',
  'remark.badBirthDate': 'la date de naissance de {name} ne se lit pas («\u00a0{date}\u00a0»).',
  'remark.noClass': '{name} n’est dans aucune classe.',
  'remark.longLine': {
    one: '{count} cellule dépasse la dernière colonne\u00a0: elle n’est pas lue.',
    other: '{count} cellules dépassent la dernière colonne\u00a0: elles ne sont pas lues.',
  },
  'remark.childUnknown': '{name} n’est pas dans le fichier des élèves\u00a0: lien non fait.',
  'remark.childLeftOut': 'la ligne de {name} n’est pas importée\u00a0: lien non fait.',
  'remark.childElsewhere': '{name} est dans une autre classe d’après le fichier des élèves\u00a0: lien non fait.',
  'remark.childHomonyms': '{count} élèves s’appellent {name}\u00a0: lien non fait.',

  'notes.title': 'À savoir',
  'note.leftOut': 'Autres niveaux, laissés de côté\u00a0: {levels}.',
  'note.level': '{count} en {level}',
  'note.childless': {
    one: '{count} responsable n’a pas d’enfant parmi ces élèves\u00a0: pas d’import.',
    other: '{count} responsables n’ont pas d’enfant parmi ces élèves\u00a0: pas d’import.',
  },
  'note.noGuardians':
    'Sans le fichier des responsables, les responsables d’un import plus ancien comptent comme des départs.',
  'note.noIne':
    'Ce fichier n’a pas de colonne INE\u00a0: chaque élève est reconnu à ses noms et à sa date de naissance.',
  'note.noClassId': 'Ce fichier n’a pas d’identifiant de classe\u00a0: le livret en aura besoin.',

  'decide.title': 'On y va\u00a0?',
  'decide.nobodyLeaves': 'Personne ne part.',
  'decide.leavers': {
    one: '{count} personne part\u00a0: elle ne pourra plus entrer. Rien de ce qu’elle a fait n’est effacé tout de suite.',
    other:
      '{count} personnes partent\u00a0: elles ne pourront plus entrer. Rien de ce qu’elles ont fait n’est effacé tout de suite.',
  },
  'decide.button': 'Importer',
  'decide.other': 'Choisir d’autres fichiers',
  'held.title': 'Que faire\u00a0?',
  'held.again':
    'Le fichier est sans doute incomplet. Refaites l’extraction de toute l’école dans ONDE, puis recommencez.',
  'held.meant': 'C’est voulu\u00a0?',
  'held.meantText': 'À la rentrée, par exemple, tout un niveau s’en va au collège.',
  'held.reason': 'Pourquoi importer quand même',
  'held.reasonHint': 'Votre nom et ce motif restent au journal.',
  'held.noReason': 'Dites pourquoi\u00a0: ce motif reste au journal.',
  'held.button': 'Importer quand même',
  'held.buttonLeavers': { one: 'Importer malgré {count} départ', other: 'Importer malgré {count} départs' },
  'after.title': 'Et ensuite',
  'after.text': 'Refaites un import quand des élèves arrivent, partent ou changent de classe.',
  'after.again': 'Importer d’autres fichiers',
};
