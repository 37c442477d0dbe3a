// SPDX-License-Identifier: EUPL-1.2
import type { Messages } from '../../../api/i18n.js';

/** The texts of a plan of the sync, and of the decision about it. */
export const planFr = {
  'plan.title': 'Personne par personne',
  'plan.willBe': 'Ce qui serait fait',
  'plan.was': 'Ce qui a été fait',
  'plan.forgotten': 'Le détail n’est plus gardé\u00a0: il nomme des personnes, et il est oublié au bout de 90 jours.',
  'plan.filters': 'Chercher dans cette lecture',
  'plan.person': 'Personne ou groupe',
  'plan.personHint': 'Un nom, ou une clé de l’annuaire.',
  'plan.school': 'École',
  'plan.schoolHint': 'Un nom, ou un UAI.',
  'plan.kind': 'Ce qui arrive',
  'plan.anyKind': 'Tout',
  'plan.kind.disabled': 'Départs',
  'plan.kind.moved': 'Déplacements',
  'plan.kind.changed': 'Changements',
  'plan.kind.revived': 'Retours',
  'plan.kind.created': 'Arrivées',
  'plan.found': { one: '{number} ligne', other: '{number} lignes' },
  'plan.none': 'Rien ne répond à cette recherche.',
  'plan.noneAtAll': 'Rien ne change.',
  'plan.column.who': 'Qui',
  'plan.column.change': 'Changement',
  'plan.column.why': 'Pourquoi',
  'plan.noSchool': 'Dans aucune école',
  'plan.schools': 'École par école',
  'plan.schoolsFound': { one: '{number} école touchée', other: '{number} écoles touchées' },
  'plan.subject.group': 'groupe',
  'plan.subject.school': 'école',
  'plan.person.disabled': 'Compte fermé',
  'plan.person.revived': 'Compte rouvert',
  'plan.person.created': 'Compte ouvert',
  'plan.group.disabled': 'Groupe fini',
  'plan.group.revived': 'Groupe revenu',
  'plan.group.created': 'Groupe nouveau',
  'plan.school.created': 'École nouvelle',
  'plan.movesTo': 'Part\u00a0: {school}',
  'plan.movesFrom': 'Vient de\u00a0: {school}',
  'plan.field.login': 'Identifiant',
  'plan.field.givenName': 'Prénom',
  'plan.field.familyName': 'Nom',
  'plan.field.displayName': 'Nom affiché',
  'plan.field.name': 'Nom',
  'plan.field.kind': 'Sorte',
  'plan.field.group': 'Classe ou groupe',
  'plan.field.profile': 'Rôle',
  'plan.field.child': 'Enfant',
  'plan.field.grant':
    'Direction donnée à la main\u00a0: plus aucun annuaire ne nomme cette personne ici, ce droit va s’arrêter',
  'plan.reason.new': 'Nouveau dans l’annuaire',
  'plan.reason.recycled': 'Une autre personne, qui a reçu une clé déjà connue',
  'plan.reason.replaced': 'Sa clé désigne maintenant une autre personne',
  'plan.reason.back': 'De retour dans l’annuaire',
  'plan.reason.gone': 'N’est plus dans l’annuaire',
  'plan.reason.other-school': 'Change d’école',
  'plan.reason.joins': 'Désormais aussi dans cette école',
  'plan.reason.leaves': 'N’est plus dans cette école',
  'plan.reason.profile': 'Change de rôle dans l’école',
  'plan.reason.groups': 'Change de classe ou de groupe',
  'plan.reason.fields': 'Écrit autrement dans l’annuaire',
  'plan.reason.child': 'Lien de famille changé',

  'plan.means.nothing-read':
    'L’annuaire a répondu, mais sans personne dedans. C’est presque toujours un compte de lecture sans droits, ou une mauvaise racine.',
  'plan.check.nothing-read':
    'Vérifiez l’adresse, la racine (baseDn) et les droits du compte de lecture, puis relisez l’annuaire.',
  'plan.means.ids-replaced':
    'L’annuaire a sans doute été restauré d’une copie\u00a0: chaque fiche y a reçu un nouvel identifiant interne (entryUUID). Sinon, ces clés désignent d’autres personnes.',
  'plan.check.ids-replaced':
    'Si l’annuaire vient d’être restauré, lancez sur le serveur\u00a0: volee sync apply NUMÉRO --same-persons --approve RAISON. Personne ne perd alors rien. Sinon, n’approuvez pas.',
  'plan.means.school-vanished':
    'Tout ce que l’école avait de personnes serait fermé. Une école ferme rarement\u00a0: il manque plutôt une branche de l’annuaire.',
  'plan.check.school-vanished':
    'Demandez si l’école a fermé ou changé d’UAI. Sinon, cherchez sa branche dans l’annuaire, et le droit de la lire.',
  'plan.means.school-shrank':
    'Trop de personnes manquent d’un coup pour que ce soit la vie de l’école\u00a0: la lecture a sans doute été coupée.',
  'plan.check.school-shrank':
    'Comptez les fiches de l’école dans l’annuaire\u00a0: une limite de taille (sizeLimit), une page perdue, ou un droit retiré\u00a0?',
  'plan.means.profile-shrank':
    'Trop de personnes d’un même profil manquent d’un coup pour que ce soit la vie d’une école.',
  'plan.check.profile-shrank':
    'Comptez ces fiches dans l’annuaire\u00a0: une limite de taille (sizeLimit), une page perdue, un droit retiré, ou un import à moitié fait\u00a0?',
  'plan.means.groups-shrank':
    'Les personnes sont là, mais plus leurs classes ou leurs équipes. L’annuaire cache peut-être les membres de ses groupes.',
  'plan.check.groups-shrank':
    'Regardez un groupe de l’école dans l’annuaire\u00a0: ses membres y sont-ils, et le compte de lecture les voit-il\u00a0? À la rentrée, c’est normal\u00a0: approuvez.',
  'plan.means.classes-changed':
    'Plus de la moitié des élèves changeraient de classe, alors que la rentrée est passée. Ce qui va avec la classe (dossiers, messages, bilans) changerait aussi.',
  'plan.check.classes-changed':
    'Demandez à l’école si elle a refait ses classes, ou leurs noms. Si oui, approuvez. Sinon, l’annuaire a sans doute reçu les classes d’une autre année\u00a0: réparez-le, puis relisez-le.',
  'plan.means.vanished-everywhere':
    'Une information qui était sur presque toutes les fiches n’est plus sur aucune. Le compte de lecture a sans doute perdu un droit.',
  'plan.check.vanished-everywhere':
    'Relisez une fiche avec le compte de lecture\u00a0: ce qui manque y est-il encore\u00a0? Sinon, rendez-lui le droit.',
  'plan.meansTitle': 'Ce que cela veut dire',
  'plan.checkTitle': 'À vérifier',

  'plan.repairText': 'C’est le plus souvent une panne\u00a0: réparez l’annuaire, puis relisez-le. Rien n’a été changé.',
  'plan.staleTodo': 'Relisez l’annuaire, puis regardez la nouvelle lecture.',
  'plan.intended': 'C’était voulu\u00a0?',
  'plan.approveReason': 'Pourquoi appliquer quand même',
  'plan.approveHint': 'Votre nom et ce motif restent au journal.',
  'plan.noReason': 'Écrivez pourquoi\u00a0: quelques mots suffisent.',
  'plan.approve': 'Approuver cette lecture…',
  'plan.apply': 'Appliquer cette lecture…',
  'plan.confirmNext': 'La page suivante montre les chiffres, et demande confirmation.',
  'plan.stale': 'Cette lecture ne peut plus être appliquée',
  'plan.staleText':
    'Depuis, la lecture {id} a remis les choses en ordre\u00a0: l’annuaire n’est plus celui que cette lecture a comparé. Relisez-le, et regardez la nouvelle lecture.',
  'plan.conflict':
    'Une autre lecture a été appliquée pendant ce temps. Rien n’a été écrit. Relisez l’annuaire, et regardez la nouvelle lecture.',
  'plan.ended': 'Cette lecture n’attend plus rien\u00a0: quelqu’un est peut-être passé avant vous. Rien n’a été écrit.',
  'plan.underWay': 'En cours d’écriture',
  'plan.underWayText':
    'Pour une région, cela peut prendre une minute. Vous pouvez fermer cette page\u00a0: rien ne s’arrêtera.',
  'plan.refresh': 'Actualiser',
  'plan.confirmTitle': 'Appliquer la lecture {id}\u00a0?',
  'plan.confirmLead': 'Annuaire {source}. Voici ce qui sera fait, tout de suite et en une fois.',
  'plan.will.disabled': { one: 'compte sera fermé', other: 'comptes seront fermés' },
  'plan.will.moved': { one: 'personne changera d’école', other: 'personnes changeront d’école' },
  'plan.will.changed': { one: 'fiche sera changée', other: 'fiches seront changées' },
  'plan.will.revived': { one: 'compte sera rouvert', other: 'comptes seront rouverts' },
  'plan.will.created': { one: 'compte sera ouvert', other: 'comptes seront ouverts' },
  'plan.willOthers':
    'Seules des écoles, des classes ou des familles changent\u00a0: aucun compte n’est ouvert ni fermé.',
  'plan.consequenceOut':
    'Les personnes qui partent perdent tout de suite leur connexion, et les droits donnés à la main.',
  'plan.consequenceBack': 'Rien n’est effacé\u00a0: qui revient dans l’annuaire retrouve son compte tel quel.',
  'plan.consequenceAudit': 'Votre nom reste au journal.',
  'plan.consequenceReason': 'Votre nom et votre motif restent au journal\u00a0: «\u00a0{reason}\u00a0»',
  'plan.confirmClose': { one: 'Fermer {number} compte et appliquer', other: 'Fermer {number} comptes et appliquer' },
  'plan.confirmApply': 'Appliquer la lecture {id}',
  'plan.confirmCancel': 'Ne rien changer',
  'plan.applied': 'La lecture {id} est appliquée.',
} as const satisfies Messages;
