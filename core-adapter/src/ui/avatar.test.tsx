// SPDX-License-Identifier: EUPL-1.2
import { renderToString } from 'preact-render-to-string';
import { Avatar } from './avatar.js';

const lettersOf = (displayName: string): string => /> ?([^<]*)</.exec(face('p1', displayName))?.[1] ?? '';

function face(id: string | null, displayName: string): string {
  return renderToString(<Avatar of={{ id, displayName }} />);
}

test.each([
  ['Inès Faivre', 'IF'],
  ['Anne-Sophie Le Gall', 'AG'],
  ['élodie', 'É'],
  ['🦊 Renard', '🦊R'],
  ['', ''],
])('the initials of %p are %p', (name, initials) => {
  expect(lettersOf(name)).toBe(initials);
});

test('a group has an icon in place of initials, and a colour in the same way', () => {
  const html = renderToString(<Avatar of={{ id: 'p1', displayName: 'CM1-CM2' }} icon="people-fill" />);
  expect(html).toMatch(/<svg/);
  expect(html).not.toContain('CC');
  expect(/brick-\w+/.exec(html)?.[0]).toBe(/brick-\w+/.exec(face('p1', 'A B'))?.[0]);
});

test('the colour of a person follows from the id alone, and an erased person has none of their own', () => {
  const colours = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6'].map((id) => /brick-\w+/.exec(face(id, 'A B'))?.[0]);
  expect(new Set(colours).size).toBe(6);
  expect(face('p1', 'Claire Vuillemin')).toContain(`${colours[0]}"`);
  expect(face(null, 'Une personne partie')).toContain('brick-slate');
});
