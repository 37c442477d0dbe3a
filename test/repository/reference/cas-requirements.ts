// SPDX-License-Identifier: EUPL-1.2
import type { Requirement } from './requirements.js';

/** The paragraphs of the CAS Protocol 3.0 specification that say something to a client. French, as the page. */
export const protocolRequirements: readonly Requirement[] = [
  {
    marks: ['§2.1.1 service'],
    asks: 'L’adresse du service part encodée : port, `?`, `&`, `#` et lettres accentuées reviennent telles quelles.',
  },
  {
    marks: ['§2.1.1 gateway'],
    asks: 'Qui a déjà une session SSO entre sans question ; qui n’en a pas revient sans ticket et reste visiteur, sans boucle.',
  },
  {
    marks: ['§2.1.1 renew'],
    asks: 'Une page sensible redemande le mot de passe par `renew=true`, jamais avec `gateway`.',
  },
  {
    marks: ['§2.1.1 method'],
    asks: 'Avec `method=POST`, le ticket arrive dans un formulaire, à l’adresse de retour seulement et sans ouvrir de faille CSRF.',
  },
  { marks: ['§2.2.4'], asks: 'Le ticket arrive dans l’adresse ; une redirection (303) l’en retire aussitôt.' },
  { marks: ['§2.3.1'], asks: 'La déconnexion nomme la page de retour par `service` (`url` pour EoleSSO et CAS 2.0).' },
  {
    marks: ['§2.3.3'],
    asks: 'Un message de déconnexion du SSO ferme la session ; la réponse est 200, même pour un ticket inconnu.',
  },
  {
    marks: ['§2.3.3.2', 'Appendix C'],
    asks: 'Le ticket est lu dans `SessionIndex`, quel que soit le préfixe XML.',
  },
  { marks: ['§2.4'], asks: '`/validate` (CAS 1.0) ne sert que s’il est choisi ; il ne donne pas d’attributs.' },
  {
    marks: ['§2.5 proxy'],
    asks: 'Là où aucun mandataire n’est admis, un ticket de mandataire (`PT-`) n’ouvre jamais de session.',
  },
  {
    marks: ['§2.5.1 service'],
    asks: 'La validation envoie la même adresse de service que la connexion, à l’octet près.',
  },
  {
    marks: ['§2.5.1 renew'],
    asks: 'Quand le mot de passe a été redemandé, la validation l’exige aussi (`renew=true`).',
  },
  { marks: ['§2.5.1 format'], asks: 'Les réponses XML et JSON donnent la même identité.' },
  {
    marks: ['§2.5.2', 'Appendix A'],
    asks: 'Succès et échec sont lus dans l’espace de noms de CAS, quel que soit le préfixe.',
  },
  { marks: ['§2.5.3'], asks: 'Chaque code d’échec, connu ou non, est un refus ; le journal le nomme.' },
  {
    marks: ['§2.5.4'],
    asks: 'L’adresse `pgtUrl` ne prend que ce qui vient du serveur CAS, rapproche le ticket de son `PGTIOU` et oublie les autres.',
  },
  { marks: ['§2.5.7', '§2.5.5'], asks: 'Les attributs de `<cas:attributes>` sont lus, avec toutes leurs valeurs.' },
  {
    marks: ['§2.6', '§2.6.2', '§2.9'],
    asks: 'Là où des mandataires sont admis, `/proxyValidate` donne leur chaîne, le dernier en tête ; elle doit être dans la liste admise.',
  },
  {
    marks: ['§2.7', '§2.7.3'],
    asks: 'Un ticket de mandataire se demande à `/proxy` avec `pgt` et `targetService` ; un refus est dit, avec son code.',
  },
  { marks: ['§2.8'], asks: '`/p3/serviceValidate` donne les attributs ; à défaut, `/serviceValidate`.' },
  {
    marks: ['§3.1.1'],
    asks: 'Un ticket, de 256 caractères au plus, n’est montré qu’une fois au serveur ; une seconde si une connexion gardée se ferme sans un octet de réponse.',
  },
  { marks: ['§3.2.1'], asks: 'Un ticket de mandataire peut avoir 256 caractères, et ne sert qu’une fois.' },
  { marks: ['§3.3.1', '§3.4.1'], asks: 'Un `PGT` et un `PGTIOU` peuvent avoir 256 caractères.' },
  {
    marks: ['§3.7'],
    asks: 'Lettres, chiffres et tirets ; `.` et `_` sont tolérés, que de vrais serveurs emploient. Le reste est refusé sans appel.',
  },
  {
    marks: ['§4.1.3', '§4.1.4'],
    asks: '`isFromNewLogin` et `longTermAuthenticationRequestTokenUsed` sont lus parmi les attributs ; seul le premier a un effet.',
  },
  {
    marks: ['Appendix B'],
    asks: 'Aucune réponse à une adresse qui porte un ticket n’est gardée en cache (`no-store`).',
  },
];

/** Attacks and faults that every CAS client should meet in its tests. */
export const attackRequirements: readonly Requirement[] = [
  { marks: ['C1'], asks: 'Un ticket qui cache un second paramètre (`ST-x&service=…`) reste un ticket.' },
  { marks: ['C2'], asks: 'L’adresse du service ne dépend ni de `Host` ni de `X-Forwarded-Host`.' },
  {
    marks: ['C3'],
    asks: 'Un faux message de déconnexion ne ferme aucune autre session, quel que soit son nombre ou sa taille.',
  },
  { marks: ['C4'], asks: 'La déconnexion du SSO est entendue, en champ de formulaire ou en corps brut.' },
  { marks: ['C5'], asks: 'Une requête en cours pendant la déconnexion ne ranime pas la session.' },
  { marks: ['C6'], asks: 'Une déconnexion pour une session échue ou renouvelée ne touche personne.' },
  { marks: ['C7'], asks: 'DOCTYPE, entités et bombes XML sont refusés, à la validation et à la déconnexion.' },
  { marks: ['C8'], asks: 'Deux succès, un succès et un échec, un `user` glissé ailleurs : personne n’entre.' },
  { marks: ['C9'], asks: 'Un ticket rejoué, envoyé deux fois ou retrouvé par « page précédente » n’ouvre rien.' },
  { marks: ['C10'], asks: 'Un ticket donné pour un autre service est refusé.' },
  { marks: ['C11'], asks: 'Après connexion ou déconnexion, on ne part jamais vers un autre site.' },
  { marks: ['C12'], asks: '`gateway` ne boucle pas ; `renew` et `gateway` ne vont jamais ensemble.' },
  { marks: ['C13'], asks: 'Certificat inconnu, échu ou d’un autre hôte : refus, sans réglage pour passer outre.' },
  { marks: ['C14'], asks: 'Un ticket ne reste ni dans une adresse, ni dans un journal, ni dans une erreur.' },
  { marks: ['C15'], asks: 'L’adresse des `PGT`, ouverte à tous, ne se laisse ni tromper ni remplir.' },
  { marks: ['C16'], asks: 'Une chaîne de mandataires inconnue, ou dans un autre ordre, est refusée.' },
  {
    marks: ['C17'],
    asks: 'SSO lent, muet, en erreur ou bavard : une page le dit, et ceux qui sont entrés continuent.',
  },
  {
    marks: ['C18'],
    asks: 'Sans compte, sans école, dans plusieurs, dans une école suspendue ou sans brique : une page claire.',
  },
];
