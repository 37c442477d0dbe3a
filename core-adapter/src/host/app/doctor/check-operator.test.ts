// SPDX-License-Identifier: EUPL-1.2
import { checkOperator } from './check-operator.js';

const whole = {
  name: 'Académie de Vaubrun',
  contact: 'ent@vaubrun.example.org',
  legalNotice: 'Éditeur : académie de Vaubrun.',
};

test('an operator with a name, a contact and a legal notice is good', () => {
  expect(checkOperator(whole)).toEqual([{ state: 'good', sentence: expect.stringContaining('Académie de Vaubrun') }]);
});

test.each([
  ['name', /the operator of/],
  ['contact', /no Contact/],
  ['legalNotice', /no Mentions légales.*LCEN/],
] as const)('a missing %s is a warning that names the setting', (key, sentence) => {
  const { [key]: _missing, ...others } = whole;
  expect(checkOperator(others)).toEqual([
    {
      state: 'warn',
      sentence: expect.stringMatching(sentence),
      remedy: expect.stringContaining(`operator.${key}`),
    },
  ]);
});

test('without any operator each missing setting is named', () => {
  expect(checkOperator({}).map(({ state }) => state)).toEqual(['warn', 'warn', 'warn']);
});
