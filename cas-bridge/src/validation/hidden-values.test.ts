// SPDX-License-Identifier: EUPL-1.2
import { loginOf } from '../attributes/login-of.js';
import { success } from '../testing/sample-answers.js';
import { readXmlResponse } from './xml-response.js';

type Shape = 'block' | 'direct' | 'section';

const WRAPS: Readonly<Record<Shape, (values: string) => string>> = {
  block: (values) => `<cas:attributes>${values}</cas:attributes>`,
  direct: (values) => values,
  section: (values) => `<cas:utilisateur>${values}</cas:utilisateur>`,
};
const MATCH: Readonly<Record<Shape, string>> = { block: 'uid', direct: 'uid', section: 'utilisateur.uid' };

/** A success of a server that escapes nothing, like LemonLDAP::NG 2.21; the values surround the login. */
function answer(shape: Shape, before: string, after: string): string {
  const values = `<cas:sn>${before}</cas:sn><cas:uid>lea.martin</cas:uid><cas:cn>${after}</cas:cn>`;
  return success(`<cas:user>lea.martin</cas:user>${WRAPS[shape](values)}`);
}

function loginIn(text: string, match: string): string | undefined {
  const reading = readXmlResponse(text);
  return typeof reading === 'object' && reading.accepted ? loginOf(reading, match) : undefined;
}

test.each(['block', 'direct', 'section'] as const)('C8: harmless values, %s', (shape) => {
  expect(loginIn(answer(shape, 'Martin', 'Léa & co'), MATCH[shape])).toBe('lea.martin');
  expect(loginIn(answer(shape, '<![CDATA[- a < b]]>', '<!-- none -->'), MATCH[shape])).toBe('lea.martin');
});

const FORGED = 'x</cas:sn><cas:uid>victim</cas:uid>';

describe('C8: an unescaped value cannot replace the login by another one', () => {
  test.each<[string, Shape, string, string]>([
    ['beside it', 'block', `${FORGED}<cas:sn>`, ''],
    ['no longer CAS', 'block', `${FORGED}</cas:attributes><cas:attributes xmlns:cas="urn:x"><cas:sn>`, ''],
    [
      'an answer that is no longer CAS',
      'block',
      `${FORGED}</cas:attributes></cas:authenticationSuccess><cas:authenticationSuccess xmlns:cas="urn:x"><cas:attributes><cas:sn>`,
      '',
    ],
    [
      'an answer that is no longer CAS',
      'direct',
      `${FORGED}</cas:authenticationSuccess><cas:authenticationSuccess xmlns:cas="urn:x"><cas:sn>`,
      '',
    ],
    [
      'an answer that is no longer CAS',
      'section',
      `${FORGED}</cas:utilisateur></cas:authenticationSuccess><cas:authenticationSuccess xmlns:cas="urn:x"><cas:utilisateur><cas:sn>`,
      '',
    ],
    ['a second block', 'block', `${FORGED}</cas:attributes><cas:attributes><cas:sn>`, ''],
    ['a section', 'block', `${FORGED}</cas:attributes><cas:z><cas:sn>`, '</cas:cn></cas:z><cas:attributes><cas:cn>'],
    ['one deeper', 'block', `${FORGED}<cas:z><cas:sn>`, '</cas:cn></cas:z><cas:cn>'],
    ['a list', 'block', `${FORGED}<cas:userAttributes><cas:sn>`, '</cas:cn></cas:userAttributes><cas:cn>'],
    [
      'below a list',
      'block',
      `${FORGED}<cas:userAttributes><cas:z><cas:sn>`,
      '</cas:cn></cas:z></cas:userAttributes><cas:cn>',
    ],
    ['a comment', 'block', `${FORGED}<cas:sn><!--`, '-->'],
    ['CDATA', 'block', `${FORGED}<cas:sn><![CDATA[`, ']]>'],
    ['another namespace', 'block', `${FORGED}<z xmlns="urn:x"><cas:sn>`, '</cas:cn></z><cas:cn>'],
    ['an attribute', 'block', `${FORGED}<cas:cn a="`, '">y'],
    ['an attribute in single quotes', 'block', `${FORGED}<cas:cn\n a = '`, "'>y"],
    ['a value in the name/value style', 'block', `${FORGED}<cas:attribute name="cn" value='`, `'/><cas:cn>`],
    ['an XML declaration', 'block', `${FORGED}<cas:cn><?xml `, '?>y'],
    ['a section', 'direct', `${FORGED}<cas:z><cas:sn>`, '</cas:cn></cas:z><cas:cn>'],
    ['a block', 'direct', `${FORGED}<cas:attributes><cas:sn>`, '</cas:cn></cas:attributes><cas:cn>'],
    ['a grant', 'direct', `${FORGED}<cas:proxyGrantingTicket><cas:sn>`, '</cas:cn></cas:proxyGrantingTicket><cas:cn>'],
    ['proxies', 'direct', `${FORGED}<cas:proxies><cas:sn>`, '</cas:cn></cas:proxies><cas:cn>'],
    ['a second user', 'direct', `${FORGED}<cas:user><cas:sn>`, '</cas:cn></cas:user><cas:cn>'],
    [
      'another section',
      'section',
      `${FORGED}</cas:utilisateur><cas:z><cas:sn>`,
      '</cas:cn></cas:z><cas:utilisateur><cas:cn>',
    ],
    [
      'proxies, between two sections of a name',
      'section',
      `${FORGED}</cas:utilisateur><cas:proxies><cas:sn>`,
      '</cas:cn></cas:proxies><cas:utilisateur><cas:cn>',
    ],
  ])('%s, %s', (_, shape, before, after) => {
    const text = answer(shape, before, after);
    expect(loginIn(text, MATCH[shape])).toBeUndefined();
    expect([undefined, 'lea.martin']).toContain(loginIn(text, 'user'));
  });
});

describe('C8: an unescaped value cannot replace the login in the name/value style', () => {
  test.each([
    ['beside it', 'x"/><cas:attribute name="uid" value="victim"/><cas:attribute name="x" value="', ''],
    ['CDATA', 'x"/><cas:attribute name="uid" value="victim"/><![CDATA[', ']]><cas:attribute name="x" value="'],
    ['a comment', 'x"/><cas:attribute name="uid" value="victim"/><!--', '--><cas:attribute name="x" value="'],
    ['an attribute', 'x"/><cas:attribute name="uid" value="victim"/><cas:attribute name="x" value=\'', '\' a="'],
  ])('%s', (_, before, after) => {
    const attribute = (name: string, value: string): string => `<cas:attribute name="${name}" value="${value}"/>`;
    const values = (one: string, other: string): string =>
      attribute('sn', one) + attribute('uid', 'lea.martin') + attribute('cn', other);
    const wrapped = (inside: string): string =>
      success(`<cas:user>lea.martin</cas:user><cas:attributes>${inside}</cas:attributes>`);
    expect(loginIn(wrapped(values('Martin', 'Léa')), 'uid')).toBe('lea.martin');
    expect(loginIn(wrapped(values(before, after)), 'uid')).toBeUndefined();
  });
});

describe('answers of real servers beside the login are accepted', () => {
  test.each([
    ['an empty block', '<cas:attributes/>', {}],
    [
      'a list in the block, as Casdoor writes it',
      `<cas:attributes><cas:uid>lea</cas:uid><cas:memberOf/>
       <cas:userAttributes><cas:attribute name="mail" value="l@example.org"/></cas:userAttributes></cas:attributes>`,
      { uid: ['lea'], memberOf: [''], mail: ['l@example.org'] },
    ],
    [
      'sections, and a value beside them',
      '<cas:utilisateur><cas:uid>lea</cas:uid></cas:utilisateur><cas:etab/><cas:rne>0399001X</cas:rne>',
      { 'utilisateur.uid': ['lea'], etab: [''], rne: ['0399001X'] },
    ],
  ])('%s', (_, inside, attributes) => {
    const reading = readXmlResponse(success(`<cas:user>lea</cas:user>${inside}`));
    if (typeof reading !== 'object' || !reading.accepted) throw new Error('no success');
    expect([Object.fromEntries(reading.attributes), reading.isDoubtful]).toEqual([attributes, undefined]);
  });
});
