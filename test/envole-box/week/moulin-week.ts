// SPDX-License-Identifier: EUPL-1.2
import { moulin } from '../sample/moulin.js';
import type { SchoolWeek } from './step.js';

export const moulinWeek: SchoolWeek = {
  uai: moulin.uai,
  steps: [
    {
      ...{ day: 5, at: '12:15', by: 'odile.ravier', write: 'snow', to: { guardiansOf: ['CM2'] } },
      subject: 'Classe découverte\u00a0: ce qu’il faut emporter',
      body: `Bonjour à tous,

nous partons à la montagne en janvier, et déjà les enfants comptent les nuits. Voici de quoi préparer la valise sans se presser\u00a0:

- deux paires de gants (il y en a toujours une de mouillée),
- un bonnet, des lunettes de soleil, de la crème,
- une lampe de poche et un doudou, même à dix ans.

Si l’achat de vêtements chauds pose problème, dites-le-moi\u00a0: l’école en prête.

Odile Ravier`,
    },
    {
      ...{ day: 5, at: '18:20', by: 'marco.dangelo', write: 'snow-boots', replyTo: 'snow' },
      body: 'Bonjour Madame Ravier, Léna chausse du 36 et n’a pas de bottes de neige. L’école en aurait-elle\u00a0? Merci d’avance.',
    },
    { day: 4, at: '07:40', by: 'helene.monnin', read: 'snow', and: ['gwenaelle.legoff'] },
    {
      ...{ day: 4, at: '12:25', by: 'odile.ravier', write: 'snow-boots-yes', replyTo: 'snow-boots' },
      body: 'Bonjour, il nous en reste une paire en 36, presque neuve. Je la mets de côté au nom de Léna.',
    },
    {
      ...{ day: 4, at: '18:35', by: 'farid.amrani', write: 'snow-medicine', replyTo: 'snow' },
      body: 'Bonsoir, Kenza prend un sirop le soir. À qui dois-je le confier, et faut-il l’ordonnance\u00a0?',
    },
    {
      ...{ day: 4, at: '08:30', by: 'odile.ravier', write: 'council' },
      to: { persons: ['benoit.lhomme', 'claire.vuillemin', 'cecile.jeannin'] },
      subject: 'Conseil d’école',
      body: 'Bonjour à tous, voici l’ordre du jour\u00a0: classe découverte, cour à repeindre, cantine. Ajoutez ce qui manque avant {+5}.',
    },
    {
      ...{ day: 3, at: '12:45', by: 'benoit.lhomme', write: 'council-bikes', replyTo: 'council' },
      body: 'J’ajouterais le garage à vélos\u00a0: ce matin il y en avait onze pour six places.',
    },
    {
      ...{ day: 3, at: '16:30', by: 'benoit.lhomme', write: 'run', to: { guardiansOf: ['CM1'] } },
      subject: 'Bravo les coureurs\u00a0!',
      body: 'Bonjour, tous les CM1 ont terminé le cross, et Maëlys a attendu Gaspard pour passer la ligne avec lui. Vous pouvez être fiers d’eux.',
    },
    {
      ...{ day: 2, at: '17:15', by: 'lena.dangelo', write: 'tent', to: { persons: ['kenza.amrani'] } },
      subject: 'la chambre',
      body: 'Kenza on se met dans la même chambre à la montagne ? Je prends ma lampe qui fait les étoiles.',
    },
    { day: 1, at: '08:05', by: 'odile.ravier', accept: 'tent' },
    { day: 1, at: '12:30', by: 'anna.rossi', read: 'run' },
    {
      ...{ day: 1, at: '16:55', by: 'malo.legoff', write: 'cards', to: { persons: ['victor.chauvin'] } },
      subject: 'cartes',
      body: 'Victor tu ramènes tes cartes {demain} ? Moi je te rends ta bille.',
    },
  ],
};
