// SPDX-License-Identifier: EUPL-1.2
import { readServiceResponse } from './service-response.js';
import { FAILURE_CODES, failure, LEA, OMAR, serviceResponse, SHAPES, success } from '../testing/sample-answers.js';
import type { Accepted } from './validation-result.js';

const USER = '<cas:user>lea.martin</cas:user>';
const PROXY = '<cas:proxy>https://mail.example.org/pgt</cas:proxy>';
const GRANT = '<cas:proxyGrantingTicket>PGTIOU-1</cas:proxyGrantingTicket>';

function acceptedIn(text: string): Accepted | undefined {
  const reading = readServiceResponse(text);
  return reading !== 'nobody' && reading?.accepted ? reading : undefined;
}

function userOf(text: string): string | undefined {
  return acceptedIn(text)?.user;
}

function attributesOf(text: string): Record<string, readonly string[]> {
  return Object.fromEntries(acceptedIn(text)?.attributes ?? []);
}

describe('the four shapes that ENVOLE servers write', () => {
  test.each(Object.entries(SHAPES))('%s: the login of a pupil and of a teacher', (_, shape) => {
    expect(userOf(shape(LEA))).toBe('lea.martin');
    expect(userOf(shape(OMAR))).toBe('omar.benali');
  });

  test('CAS 3.0 §2.5.5, §2.5.7: standard attributes, repeated values in their order', () => {
    expect(attributesOf(SHAPES.standard(LEA))).toEqual({
      uid: ['lea.martin'],
      profil: ['eleve'],
      rne: ['0999991A'],
      groupe: ['CM2 A', 'Chorale'],
    });
  });

  test('CAS 3.0 §4.1.3, §4.1.4: the way and time of the login are read from the attributes', () => {
    const facts =
      '<cas:isFromNewLogin>true</cas:isFromNewLogin><cas:longTermAuthenticationRequestTokenUsed>false</cas:longTermAuthenticationRequestTokenUsed>';
    const text = success(`<cas:user>lea.martin</cas:user><cas:attributes>${facts}</cas:attributes>`);
    expect(attributesOf(text)).toEqual({ isFromNewLogin: ['true'], longTermAuthenticationRequestTokenUsed: ['false'] });
  });

  test('EoleSSO: sections keep their names, so that two sections never mix', () => {
    expect(attributesOf(SHAPES.sections(OMAR))).toEqual({
      'utilisateur.user': ['omar.benali'],
      'utilisateur.profil': ['enseignant'],
      'etablissement.rne': ['0999992B'],
    });
  });

  test('EoleSSO: what stands beside the uid in a nested user', () => {
    expect(attributesOf(SHAPES.nestedUid(LEA))).toEqual({ 'user.uid': ['lea.martin'], 'user.profil': ['eleve'] });
  });

  test('values directly in the success; never the proxy-granting ticket', () => {
    const text = success(
      '<cas:user>lea.martin</cas:user><cas:rne>0999991A</cas:rne><cas:proxyGrantingTicket>PGTIOU-1</cas:proxyGrantingTicket>',
    );
    expect(attributesOf(text)).toEqual({ rne: ['0999991A'] });
  });

  test('C8: attributes of another namespace are none, wherever they stand, and beside them no others count', () => {
    const text = success(
      `<cas:user>lea.martin</cas:user><cas:attributes><cas:rne>0999991A</cas:rne><x:uid xmlns:x="urn:x">omar</x:uid></cas:attributes>
       <x:uid xmlns:x="urn:x">omar</x:uid><x:attributes xmlns:x="urn:x"><cas:uid>omar</cas:uid></x:attributes>`,
    );
    expect(attributesOf(text)).toEqual({});
  });
});

describe('any prefix for the CAS namespace', () => {
  test.each([
    ['another prefix', 'xmlns:c="http://www.yale.edu/tp/cas"', 'c:'],
    ['the default namespace', "xmlns='http://www.yale.edu/tp/cas'", ''],
  ])('CAS 3.0 §2.5.2, Appendix A: %s', (_, declaration, prefix) => {
    const text = `<${prefix}serviceResponse ${declaration}><${prefix}authenticationSuccess><${prefix}user>omar.benali</${prefix}user></${prefix}authenticationSuccess></${prefix}serviceResponse>`;
    expect(userOf(text)).toBe('omar.benali');
  });

  test('C8 CAS 3.0 §2.5.2, Appendix A: a prefix that looks like CAS but is bound to something else, or to nothing', () => {
    const answer = SHAPES.text(LEA);
    expect(userOf(answer.replace('http://www.yale.edu/tp/cas', 'http://evil.example/'))).toBeUndefined();
    expect(userOf(answer.replace(/ xmlns:cas="[^"]*"/, ''))).toBeUndefined();
  });

  test('C8 CAS 3.0 §2.5.2: a user of another namespace beside the real one, and a real one whose prefix was bound anew', () => {
    expect(userOf(success('<x:user xmlns:x="urn:x">omar.benali</x:user><cas:user>lea.martin</cas:user>'))).toBe(
      'lea.martin',
    );
    expect(userOf(success('<cas:user xmlns:cas="urn:x">omar.benali</cas:user>'))).toBeUndefined();
  });
});

describe('failures', () => {
  test.each([...FAILURE_CODES])('CAS 3.0 §2.5.3: %s', (code) => {
    expect(readServiceResponse(failure(code))).toEqual({ accepted: false, code });
  });

  test('C14 CAS 3.0 §2.5.3: a code that could carry the ticket into the log is not repeated', () => {
    expect(readServiceResponse(failure('ST-1-secret'))).toEqual({ accepted: false, code: 'UNKNOWN_CODE' });
    expect(readServiceResponse(serviceResponse('<cas:authenticationFailure/>'))).toEqual({
      accepted: false,
      code: 'UNKNOWN_CODE',
    });
  });
});

describe('contradictory answers are refused', () => {
  const ok = '<cas:authenticationSuccess><cas:user>lea.martin</cas:user></cas:authenticationSuccess>';
  const bad = '<cas:authenticationFailure code="INVALID_TICKET">no</cas:authenticationFailure>';

  test.each([
    ['two successes', serviceResponse(ok + ok.replace('lea.martin', 'omar.benali'))],
    ['success and failure', serviceResponse(ok + bad)],
    ['failure and success', serviceResponse(bad + ok)],
    ['two failures', serviceResponse(bad + bad)],
    ['neither', serviceResponse('')],
    ['a success that is not a direct child', serviceResponse(`<cas:more>${ok}</cas:more>`)],
    [
      'a success without its document',
      ok.replace('<cas:authenticationSuccess', '<cas:authenticationSuccess xmlns:cas="http://www.yale.edu/tp/cas"'),
    ],
    ['two users', success('<cas:user>lea.martin</cas:user><cas:user>omar.benali</cas:user>')],
    [
      'a nested user that names two',
      success('<cas:user><cas:uid>lea.martin</cas:uid><cas:user>omar.benali</cas:user></cas:user>'),
    ],
    ['text and a nested user', success('<cas:user>lea.martin<cas:uid>omar.benali</cas:uid></cas:user>')],
    ['a nested user with more inside', success('<cas:user><cas:uid>lea<cas:b/></cas:uid></cas:user>')],
    ['two lists of proxies', success(USER + `<cas:proxies>${PROXY}</cas:proxies>`.repeat(2))],
    ['a list of proxies and an empty one', success(`${USER}<cas:proxies/><cas:proxies>${PROXY}</cas:proxies>`)],
    ['two grants', success(`${USER}${GRANT}${GRANT.replace('1', '2')}`)],
    ['a user of two lines', success('<cas:user>lea\nmartin</cas:user>')],
  ])('C8: %s', (_, text) => {
    expect(readServiceResponse(text)).toBeUndefined();
  });

  test('CAS 3.0 §2.6.2: once each, the chain is read in its order, and the grant by its name', () => {
    const chain = `<cas:proxies>${PROXY}${PROXY.replace('mail', 'portal')}</cas:proxies>`;
    expect(acceptedIn(success(USER + GRANT + chain))).toMatchObject({
      proxies: ['https://mail.example.org/pgt', 'https://portal.example.org/pgt'],
      pgtIou: 'PGTIOU-1',
    });
  });

  test.each([
    ['no user', success('<cas:attributes><cas:uid>lea.martin</cas:uid></cas:attributes>')],
    ['an empty user', success('<cas:user> </cas:user>')],
    ['a user only inside the attributes', success('<cas:attributes><cas:user>omar.benali</cas:user></cas:attributes>')],
  ])('C8: %s: a success that names nobody', (_, text) => {
    expect(readServiceResponse(text)).toBe('nobody');
  });
});

describe('a value that the server forgot to escape', () => {
  const withName = (name: string): string =>
    success(`<cas:user>lea.martin</cas:user>\n<cas:attributes>\n<cas:name>${name}</cas:name>\n</cas:attributes>`);

  test('C8: a user injected into an attribute has no effect', () => {
    expect(userOf(withName('<cas:user>omar.benali</cas:user>'))).toBe('lea.martin');
  });

  test.each([
    ['closes the attributes', '</cas:name></cas:attributes><cas:user>omar.benali</cas:user><cas:attributes><cas:name>'],
    [
      'closes the success',
      '</cas:name></cas:attributes></cas:authenticationSuccess><cas:authenticationSuccess><cas:user>omar.benali</cas:user><cas:attributes><cas:name>',
    ],
    [
      'hides the rest in a comment',
      '</cas:name></cas:attributes><cas:user>omar.benali</cas:user></cas:authenticationSuccess></cas:serviceResponse><!--',
    ],
  ])('C8: one that %s lets nobody in', (_, name) => {
    expect(readServiceResponse(withName(name))).toBeUndefined();
  });

  test('LemonLDAP::NG: a lone ampersand is a letter like others', () => {
    expect(attributesOf(withName('Arts & Lettres'))).toEqual({ name: ['Arts & Lettres'] });
  });
});

describe('comments and CDATA inside the user', () => {
  test('C8: they neither split nor shorten the name', () => {
    expect(userOf(success('<cas:user>omar<!-- x -->.benali</cas:user>'))).toBe('omar.benali');
    expect(userOf(success('<cas:user><!-- x -->omar.benali<!----></cas:user>'))).toBe('omar.benali');
    expect(userOf(success('<cas:user>omar<![CDATA[.ben]]>ali</cas:user>'))).toBe('omar.benali');
  });

  test('C8: a user that stands in a comment is not there', () => {
    expect(userOf(success('<!-- <cas:user>omar.benali</cas:user> --><cas:user>lea.martin</cas:user>'))).toBe(
      'lea.martin',
    );
  });
});
