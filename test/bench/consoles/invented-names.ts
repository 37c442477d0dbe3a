// SPDX-License-Identifier: EUPL-1.2

const GIVEN = (
  'Adèle Amir Anaïs Bastien Camille Chloé Côme Dalila Élise Emma Félix Gabin Hana Hugo Inès Jade Jeanne Jules Karim Léa ' +
  'Lina Louis Maël Manon Mila Naël Nina Noé Océane Oscar Paul Rayan Rose Sacha Salomé Samuel Sofia Théo Yanis Zoé'
).split(' ');
const FAMILY = (
  'Ancelin Aubriot Baudry Bensalem Bertheau Boissel Brenot Carrel Chevassus Collin Courbet Danjou Delorme Droz Durieux ' +
  'Faivre Ferrand Gaillot Girod Grosjean Guyon Hamdani Humbert Jacquot Janin Lacroix Lambert Legros Maillot Marguet ' +
  'Mercier Monnet Morel Nguyen Oudot Perret Petetin Poirier Prost Renaud Rigaud Robert Salvi Sauget Tissot Vauthier'
).split(' ');
const TREES = (
  'Acacias Aulnes Bouleaux Cèdres Cerisiers Charmes Châtaigniers Chênes Érables Frênes Hêtres Ifs Jonquilles Lauriers ' +
  'Lilas Marronniers Mélèzes Mésanges Mimosas Muriers Noisetiers Noyers Oliviers Ormes Peupliers Pins Platanes Pommiers ' +
  'Primevères Pruniers Roseaux Saules Sapins Sorbiers Sources Tilleuls Trembles Vergers Vignes Violettes'
).split(' ');
const TOWNS = (
  'Arbenne Auxelle Beauval Bief Boncourt Brézan Champlive Charmoy Clairval Cornod Dampmart Doucier Étrepy Fontenois ' +
  'Frasnet Gevry Grandvaux Hautepierre Issans Jougny Lavigney Liesle Longecourt Malange Mesnay Montbel Morteval Nancray ' +
  'Ornel Passavent Pierrefond Quingey-le-Bas Ravilloles Rochejean Roulans Saligny Senargent Thoraise Urtière Valdahon'
).split(' ');

/** Forty given names and forty-six family names: 1,840 people before a name comes twice. */
export function personName(n: number): { readonly givenName: string; readonly familyName: string } {
  return { givenName: GIVEN[(n * 7) % GIVEN.length] ?? '', familyName: FAMILY[(n * 11) % FAMILY.length] ?? '' };
}

/** Forty trees in forty towns, then once more in a second quarter of each; one in ten is a collège. */
export function schoolName(n: number): string {
  const tree = TREES[n % TREES.length] ?? '';
  const town = TOWNS[Math.floor(n / TREES.length) % TOWNS.length] ?? '';
  const quarter = Math.floor(n / (TREES.length * TOWNS.length));
  return `${isCollege(n) ? 'Collège' : 'École'} des ${tree}, ${town}${quarter === 0 ? '' : ` ${quarter + 1}`}`;
}

export function isCollege(n: number): boolean {
  return n % 10 === 9;
}
