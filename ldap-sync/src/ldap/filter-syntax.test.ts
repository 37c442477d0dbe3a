// SPDX-License-Identifier: EUPL-1.2
import { isFilter } from './filter-syntax.js';

test.each([
  '(objectClass=ENTPerson)',
  '(uid=*)',
  '(cn=É*cole*)',
  '(&(uid=*)(|(ENTPersonProfils=National_ELV)(ENTPersonProfils=eleve))(!(cn=modele*)))',
  '(modifyTimestamp>=20260801000000Z)',
  '(cn=a\\2ab\\28c\\29)',
  '(userAccountControl:1.2.840.113556.1.4.803:=2)',
  '(cn;lang-fr=x)',
  '(cn=)',
])('%s is a filter', (text) => expect(isFilter(text)).toBe(true));

test.each([
  '',
  'objectClass=ENTPerson',
  '(objectClass=ENTPerson',
  '(objectClass=ENTPerson))',
  '(uid=*)(cn=*)',
  '(&(uid=*)',
  '(&)',
  '(!(uid=*)(cn=*))',
  '(uid)',
  '(=x)',
  '(cn=a(b)',
  '(cn=\\zz)',
  '(uid=*) ',
  '(uid=*))(|(uid=*)',
])('L1: %j is none: what follows it could become a part of it', (text) => expect(isFilter(text)).toBe(false));
