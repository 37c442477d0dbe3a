// SPDX-License-Identifier: EUPL-1.2
/** The reference: the other languages have the same keys. */
export const report = {
  'box.reports': 'Signalements',
  'report.waitingCount': { one: 'signalement ouvert', other: 'signalements ouverts' },
  'report.this': 'Signaler ce message',
  'report.what': 'La direction de l’école le lira, seul, sans le reste de l’échange. Vous ne le verrez plus.',
  'report.ofHead':
    'Ce message vient de la direction\u00a0: seule une autre personne de la direction lira le signalement. S’il n’y en a pas, parlez-en à un autre adulte de confiance.',
  'report.toNobody':
    'Ce message vient de la seule personne de la direction\u00a0: personne d’autre à l’école ne lira le signalement. Parlez-en à un autre adulte de confiance, ou appelez le 3018, gratuit.',
  'report.thisWord': 'Ce mot vous gêne\u00a0?',
  'report.wordToHeads': 'La direction de l’école lira ce mot, et ce que vous en dites.',
  'report.wordToNobody':
    'Ce mot vient de la direction, et personne d’autre à l’école ne peut lire un signalement. Parlez-en à un adulte en qui vous avez confiance, ou appelez le 3018.',
  'report.wordReported': 'Vous l’avez signalé à la direction {when}.',
  'report.doneWord': 'Le mot est signalé à la direction.',
  'report.wordSubject': 'Mot donné pour refuser un message',
  'report.reason': 'Ce qui ne va pas (si vous voulez)',
  'report.send': 'Signaler à la direction',
  'report.hide': 'Signaler, et ne plus le voir',
  'report.doneToNobody':
    'Vous ne verrez plus ce message. Mais personne à l’école ne peut lire ce signalement\u00a0: parlez-en à un autre adulte de confiance, ou appelez le 3018, gratuit.',
  'report.done': 'Le message est signalé à la direction. Vous ne le verrez plus.',
  'report.before': 'Vous avez déjà signalé ce message. La direction l’a reçu.',
  'report.openedFor':
    '{who}, de la direction, a ouvert cet échange le {when}, à la suite d’un signalement. Son motif\u00a0: {reason}',
  'report.count': { one: '{count} message signalé', other: '{count} messages signalés' },
  'report.none': 'Aucun message signalé',
  'report.noneText': 'Personne n’a signalé de message. Ceux que l’on signale arriveront ici.',
  'report.lead':
    'Vous lisez le message signalé, et lui seul. Le reste de l’échange s’ouvre avec un motif, que liront les deux personnes.',
  'report.of': 'Message de {author}',
  'report.reasonAt': '{when}\u00a0: «\u00a0{reason}\u00a0»',
  'report.againAt': '{when}\u00a0: signalé de nouveau, sans un mot de plus',
  'report.openLine': 'Signalé par {who}, {when}',
  'report.closedLine': 'Clos par {who}, {when}',
  'report.closedOnes': 'Signalements clos',
  'burst.reports': '{count} signalements en une heure',
  'burst.recalls': 'Une même personne a annulé {count} messages à des élèves en 10 minutes',
  'burst.detail':
    'Début\u00a0: {when}. Ce sont des nombres\u00a0: aucun texte n’est ouvert. Un élève lit que le message est annulé, et peut le signaler.',
  'report.title': 'Message signalé',
  'report.message': 'Le message',
  'report.receivers': { one: 'reçu par {count} personne', other: 'reçu par {count} personnes' },
  'report.takenUntil':
    'Son auteur l’a annulé avant que la personne n’en voie un mot. Vous en lisez le texte ici seulement, jusqu’au {day}.',
  'report.takenGone':
    'Son auteur l’a annulé avant que la personne n’en voie un mot. Le texte était gardé jusqu’au {day}\u00a0; il est effacé.',
  'report.shownLine': 'Montré par {who}, {when}',
  'report.shownTo': '{group}, écrit à {to}',
  'report.shownUntil':
    'Un enseignant l’a montré avant de l’accepter ou de le refuser. Vous le lisez tel qu’il était alors, jusqu’au {day} et tant que le signalement est ouvert.',
  'report.shownGone':
    'Un enseignant l’avait montré avant de l’accepter ou de le refuser. Le texte était gardé jusqu’au {day}\u00a0; il est effacé.',
  'report.shownCloseHint': 'Le texte reste ici jusqu’au {day}.',
  'report.notArrived': 'arrivé à personne',
  'report.thread': 'Le reste de l’échange',
  'report.alone': 'Les deux personnes n’ont pas d’autre message en commun dans cet échange.',
  'report.more': {
    one: 'Les deux personnes ont {count} autre message en commun.',
    other: 'Les deux personnes ont {count} autres messages en commun.',
  },
  'report.openTitle': 'Ouvrir le reste de l’échange',
  'report.openLead':
    'Votre motif va dans le journal de l’école, et les deux personnes le lisent dans leur échange, avec votre nom.',
  'report.why': 'Pourquoi l’ouvrir',
  'report.whyHint': 'Par exemple\u00a0: comprendre ce qui s’est dit avant.',
  'report.open': 'Ouvrir, et le dire aux deux personnes',
  'report.noReason': 'Écrivez pourquoi vous ouvrez cet échange.',
  'report.opened': 'L’échange est ouvert. Les deux personnes peuvent le lire.',
  'report.openedLine': 'Ouvert par {who} le {when}. Motif\u00a0: {reason}',
  'report.parentsOf': 'parents {name}',
  'report.writeParents': 'Écrire aux parents\u00a0: {name}',
  'report.close': 'Clore le signalement',
  'report.closeHint': 'Le message reste ici\u00a0; le reste de l’échange se referme.',
  'report.closed': 'Le signalement est clos.',
  'report.closedBefore': 'Ce signalement est déjà clos.',
};
