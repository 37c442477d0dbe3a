// SPDX-License-Identifier: EUPL-1.2
import { loginOf } from './login-of.js';
import { readXmlResponse } from './xml-response.js';

/** A success whose server escapes nothing, as LemonLDAP::NG 2.21 does not; the values stand around the login. */
function answer(before: string, after: string, where: 'block' | 'direct'): string {
  const values = `<cas:sn>${before}</cas:sn><cas:uid>lea.martin</cas:uid><cas:cn>${after}</cas:cn>`;
  return `<cas:serviceResponse xmlns:cas="http://www.yale.edu/tp/cas"><cas:authenticationSuccess>
    <cas:user>lea.martin</cas:user>${where === 'block' ? `<cas:attributes>${values}</cas:attributes>` : values}
  </cas:authenticationSuccess></cas:serviceResponse>`;
}

function loginIn(text: string, match: string): string | undefined {
  const reading = readXmlResponse(text);
  return typeof reading === 'object' && reading.accepted ? loginOf(reading, match) : undefined;
}

const FORGED = '<cas:uid>victim</cas:uid>';

test.each(['block', 'direct'] as const)('C8: harmless values, %s', (where) => {
  expect(loginIn(answer('Martin', 'Léa & co', where), 'uid')).toBe('lea.martin');
});

describe('C8: a value that its server forgot to escape hides no login to put another in its place', () => {
  test.each([
    ['beside it', 'block', `x</cas:sn>${FORGED}<cas:sn>`, ''],
    [
      'in a block that is no longer CAS',
      'block',
      `x</cas:sn>${FORGED}</cas:attributes><cas:attributes xmlns:cas="urn:x"><cas:sn>`,
      '',
    ],
    ['in a second block', 'block', `x</cas:sn>${FORGED}</cas:attributes><cas:attributes><cas:sn>`, ''],
    [
      'in a section',
      'block',
      `x</cas:sn>${FORGED}</cas:attributes><cas:z><cas:sn>`,
      '</cas:cn></cas:z><cas:attributes><cas:cn>',
    ],
    ['one element deeper', 'block', `x</cas:sn>${FORGED}<cas:z><cas:sn>`, '</cas:cn></cas:z><cas:cn>'],
    ['in a comment', 'block', `x</cas:sn>${FORGED}<cas:sn><!--`, '-->'],
    ['in CDATA', 'block', `x</cas:sn>${FORGED}<cas:sn><![CDATA[`, ']]>'],
    ['in another namespace', 'block', `x</cas:sn>${FORGED}<z xmlns="urn:x"><cas:sn>`, '</cas:cn></z><cas:cn>'],
    [
      'in a section, where values stand directly',
      'direct',
      `x</cas:sn>${FORGED}<cas:z><cas:sn>`,
      '</cas:cn></cas:z><cas:cn>',
    ],
    [
      'in a block, where values stand directly',
      'direct',
      `x</cas:sn>${FORGED}<cas:attributes><cas:sn>`,
      '</cas:cn></cas:attributes><cas:cn>',
    ],
  ] as const)('%s', (_, where, before, after) => {
    const text = answer(before, after, where);
    expect(loginIn(text, 'uid')).toBeUndefined();
    expect([undefined, 'lea.martin']).toContain(loginIn(text, 'user'));
  });
});
