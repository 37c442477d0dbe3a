// SPDX-License-Identifier: EUPL-1.2
export const copies = {
  'copies.title': 'Vos copies',
  'copies.started': {
    one: 'La copie de {count} élément a commencé. Vous pouvez continuer\u00a0: «\u00a0Mes fichiers\u00a0» dit où elle en est.',
    other:
      'La copie de {elements} éléments a commencé. Vous pouvez continuer\u00a0: «\u00a0Mes fichiers\u00a0» dit où elle en est.',
  },
  'copies.one': '«\u00a0{name}\u00a0»',
  'copies.several': {
    one: '«\u00a0{name}\u00a0» et {count} autre élément',
    other: '«\u00a0{name}\u00a0» et {count} autres éléments',
  },
  'copies.running': 'La copie de {what} continue\u00a0: {copied} dossiers et fichiers sur {total}.',
  'copies.waits':
    'La copie de {what} attend\u00a0: {copied} dossiers et fichiers sur {total} sont là. Elle reprend toute seule.',
  'copies.done': 'La copie de {what} est finie\u00a0: {total} dossiers et fichiers.',
  'copies.room':
    'La copie de {what} s’est arrêtée\u00a0: la place manque. {copied} dossiers et fichiers sur {total} sont là. Supprimez cette copie, faites de la place, puis recommencez.',
  'copies.gone':
    'La copie de {what} s’est arrêtée\u00a0: le dossier où elle allait a été déplacé, supprimé ou fermé. {copied} dossiers et fichiers sur {total} ont été copiés.',
  'copies.changed':
    'La copie de {what} est finie, mais il en manque\u00a0: {copied} dossiers et fichiers sur {total} sont là. Les autres ont été déplacés, supprimés ou cachés pendant la copie.',
  'copies.late':
    'La copie de {what} s’est arrêtée\u00a0: elle n’a pas avancé pendant une journée. {copied} dossiers et fichiers sur {total} sont là. Supprimez cette copie, puis recommencez.',
  'copies.progress': 'Dossiers et fichiers copiés',
  'copies.read': 'J’ai lu',
};
