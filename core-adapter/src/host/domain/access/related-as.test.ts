// SPDX-License-Identifier: EUPL-1.2
import type { Permission, ResourceScope } from '../../../api/access.js';
import { PROFILES } from '../../../api/people.js';
import { relatedAs } from './related-as.js';
import { GROUPS, STANDINGS } from './standings-for-tests.js';

type Row = readonly [scope: ResourceScope, expected: string];

const plain: Permission = { profiles: PROFILES };
const past: Permission = { profiles: PROFILES, past: true };
const everywhere: Permission = { profiles: PROFILES, everywhere: ['teacher', 'head', 'staff'] };

// In the order of STANDINGS, the profiles by which each person is related, by their first letters. Written by hand.
// prettier-ignore
const ROWS: Record<string, readonly [Permission, readonly Row[]]> = {
  'one group': [plain, [
    //                                     teacher other choir last head staff pupil mate other guard. mate's other both
    [{ groupId: 'cm1' },                   '  t      -     -    -    h    -     p     p     -     g      g     -    g'],
    [{ groupId: 'cm2' },                   '  -      t     -    -    h    -     -     -     p     -      -     g    t'],
    [{ groupId: 'choir' },                 '  -      -     t    -    -    -     p     -     p     g      -     g    g'],
    [{ groupId: 'ce2' },                   '  -      -     -    -    -    -     -     -     -     -      -     -    -'],
    [{ groupId: '6a' },                    '  -      -     -    -    -    -     -     -     -     -      -     -    -'],
    [{ groupId: 'cm1', ownerId: null },    '  t      -     -    -    h    -     p     p     -     g      g     -    g'],
  ]],
  'one person': [plain, [
    [{ ownerId: 'pia' },                   '  -      -     -    -    -    -     p     -     -     -      -     -    -'],
    [{ ownerId: 'bea' },                   '  -      -     -    -    -    -     -     -     -     -      -     -   gt'],
    [{ ownerId: 'hugo', groupId: null },   '  -      -     -    -   ht    -     -     -     -     -      -     -    -'],
    [{ pupilId: 'pia' },                   '  t      -     -    -    h    -     p     -     -     g      -     -    g'],
    [{ pupilId: 'cleo' },                  '  t      -     -    -    h    -     -     p     -     -      g     -    -'],
    [{ pupilId: 'quentin', groupId: null },'  -      t     -    -    h    -     -     -     p     -      -     g    t'],
  ]],
  'a pupil that left, is of another school, is no pupil, or is missing': [plain, [
    [{ pupilId: 'flo' },                   '  -      -     -    -    h    -     -     -     -     g      -     -    -'],
    [{ pupilId: 'zoe' },                   '  -      -     -    -    -    -     -     -     -     -      -     -    -'],
    [{ pupilId: 'gael' },                  '  -      -     -    -    -    -     -     -     -     -      -     -    -'],
    [{ pupilId: null },                    '  -      -     -    -    -    -     -     -     -     -      -     -    -'],
    [{ groupId: 'cm1', pupilId: null },    '  -      -     -    -    -    -     -     -     -     -      -     -    -'],
    [{ groupId: 'cm1', pupilId: 'zoe' },   '  -      -     -    -    -    -     -     -     -     -      -     -    -'],
    [{ ownerId: 'pia', pupilId: null },    '  -      -     -    -    -    -     -     -     -     -      -     -    -'],
  ]],
  'a group and a person': [plain, [
    [{ groupId: 'cm1', ownerId: 'pia' },   '  t      -     -    -    h    -     p     -     -     -      -     -    -'],
    [{ groupId: 'cm1', ownerId: 'sami' },  '  t      -     -    -    h    s     -     -     -     -      -     -    -'],
    [{ groupId: 'cm2', ownerId: 'bea' },   '  -      t     -    -    h    -     -     -     -     -      -     -   gt'],
    [{ groupId: 'choir', ownerId: 'pia' }, '  -      -     t    -    -    -     p     -     -     -      -     -    -'],
    [{ groupId: 'cm1', pupilId: 'pia' },   '  t      -     -    -    h    -     p     -     -     g      -     -    g'],
    [{ groupId: 'cm1', pupilId: 'quentin' },' t      -     -    -    h    -     -     -     p     -      -     g    -'],
    [{ groupId: 'choir', pupilId: 'pia' }, '  -      -     t    -    -    -     p     -     -     g      -     -    g'],
    [{ groupId: 'ce2', pupilId: 'pia' },   '  -      -     -    -    -    -     p     -     -     g      -     -    g'],
  ]],
  'the whole school': [plain, [
    [{ schoolWide: true },                 '  t      t     t    t   ht    s     p     p     p     g      g     g   gt'],
    [{ schoolWide: true, groupId: null },  '  t      t     t    t   ht    s     p     p     p     g      g     g   gt'],
    [{ schoolWide: true, ownerId: 'sami' },'  -      -     -    -    h    s     -     -     -     -      -     -    -'],
    [{ schoolWide: true, ownerId: 'pia' }, '  -      -     -    -    h    -     p     -     -     -      -     -    -'],
  ]],
  'no line of the table': [plain, [
    [{},                                   '  -      -     -    -    -    -     -     -     -     -      -     -    -'],
    [{ groupId: null, ownerId: null },     '  -      -     -    -    -    -     -     -     -     -      -     -    -'],
    [{ visibleTo: PROFILES },              '  -      -     -    -    -    -     -     -     -     -      -     -    -'],
    [{ schoolWide: true, groupId: 'cm1' }, '  -      -     -    -    -    -     -     -     -     -      -     -    -'],
    [{ schoolWide: true, pupilId: 'pia' }, '  -      -     -    -    -    -     -     -     -     -      -     -    -'],
    [{ schoolWide: true, ownerId: null },  '  -      -     -    -    -    -     -     -     -     -      -     -    -'],
    [{ schoolWide: true, pupilId: null },  '  -      -     -    -    -    -     -     -     -     -      -     -    -'],
    [{ ownerId: 'pia', pupilId: 'pia' },   '  -      -     -    -    -    -     -     -     -     -      -     -    -'],
    [{ groupId: 'cm1', ownerId: 'tess', pupilId: 'pia' },
                                           '  -      -     -    -    -    -     -     -     -     -      -     -    -'],
  ]],
  'visible to some': [plain, [
    [{ groupId: 'cm1', visibleTo: ['teacher', 'head'] },
                                           '  t      -     -    -    h    -     -     -     -     -      -     -    -'],
    [{ groupId: 'cm1', visibleTo: ['pupil'] },
                                           '  -      -     -    -    -    -     p     p     -     -      -     -    -'],
    [{ groupId: 'cm1', visibleTo: ['staff'] },
                                           '  -      -     -    -    -    -     -     -     -     -      -     -    -'],
    [{ groupId: 'cm1', visibleTo: [] },    '  -      -     -    -    -    -     -     -     -     -      -     -    -'],
    [{ pupilId: 'pia', visibleTo: ['teacher', 'head'] },
                                           '  t      -     -    -    h    -     -     -     -     -      -     -    -'],
    [{ pupilId: 'pia', visibleTo: ['pupil', 'guardian', 'head'] },
                                           '  -      -     -    -    h    -     p     -     -     g      -     -    g'],
    [{ pupilId: 'quentin', visibleTo: ['pupil', 'guardian', 'head'] },
                                           '  -      -     -    -    h    -     -     -     p     -      -     g    -'],
    [{ ownerId: 'pia', visibleTo: ['teacher'] },
                                           '  -      -     -    -    -    -     p     -     -     -      -     -    -'],
    [{ groupId: 'cm1', ownerId: 'pia', visibleTo: ['head'] },
                                           '  -      -     -    -    h    -     p     -     -     -      -     -    -'],
    [{ groupId: 'cm1', pupilId: 'pia', visibleTo: ['guardian'] },
                                           '  -      -     -    -    -    -     -     -     -     g      -     -    g'],
    [{ schoolWide: true, visibleTo: ['head'] },
                                           '  -      -     -    -    h    -     -     -     -     -      -     -    -'],
    [{ schoolWide: true, visibleTo: ['teacher', 'staff'] },
                                           '  t      t     t    t    t    s     -     -     -     -      -     -    t'],
  ]],
  'a permission that teachers and heads keep': [past, [
    [{ groupId: 'ce2' },                   '  -      -     -    t    h    -     -     -     -     -      -     -    -'],
    [{ groupId: 'ce2', visibleTo: ['teacher'] },
                                           '  -      -     -    t    -    -     -     -     -     -      -     -    -'],
    [{ groupId: 'ce2', ownerId: 'pia' },   '  -      -     -    t    h    -     p     -     -     -      -     -    -'],
    [{ groupId: 'ce2', pupilId: 'pia' },   '  -      -     -    t    h    -     p     -     -     g      -     -    g'],
    [{ pupilId: 'pia' },                   '  t      -     -    -    h    -     p     -     -     g      -     -    g'],
    [{ groupId: 'cm1' },                   '  t      -     -    -    h    -     p     p     -     g      g     -    g'],
  ]],
  'a permission in each group of the school': [everywhere, [
    [{ groupId: 'cm1' },                   '  t      t     t    t   ht    s     p     p     -     g      g     -   gt'],
    [{ groupId: 'choir' },                 '  t      t     t    t   ht    s     p     -     p     g      -     g   gt'],
    [{ groupId: 'cm1', visibleTo: ['pupil', 'staff'] },
                                           '  -      -     -    -    -    s     p     p     -     -      -     -    -'],
    [{ groupId: 'ce2' },                   '  -      -     -    -    -    -     -     -     -     -      -     -    -'],
    [{ groupId: '6a' },                    '  -      -     -    -    -    -     -     -     -     -      -     -    -'],
    [{ groupId: 'cm1', ownerId: 'pia' },   '  t      -     -    -    h    -     p     -     -     -      -     -    -'],
    [{ groupId: 'cm1', pupilId: 'pia' },   '  t      -     -    -    h    -     p     -     -     g      -     -    g'],
    [{ pupilId: 'pia' },                   '  t      -     -    -    h    -     p     -     -     g      -     -    g'],
  ]],
};

describe.each(Object.entries(ROWS))('a scope of %s', (_, [permission, rows]) => {
  test.each(rows.map(([scope, expected]) => [JSON.stringify(scope), scope, expected] as const))(
    '%s relates the persons that the table says',
    (_name, scope, expected) => {
      const found = Object.values(STANDINGS).map((user) => {
        const profiles = relatedAs(scope, permission, user);
        return (
          profiles
            .map(([letter]) => letter)
            .toSorted()
            .join('') || '-'
        );
      });
      expect(found).toEqual(expected.trim().split(/\s+/));
    },
  );
});

test('keys that are there without a value relate nobody, or throw, and never widen a scope', () => {
  const { teacher } = STANDINGS;
  const missing = { groupId: 'cm1', pupilId: undefined } as unknown as ResourceScope;
  expect(relatedAs(missing, plain, teacher)).toEqual([]);
  const ownerNotRead = { groupId: 'cm1', ownerId: undefined } as unknown as ResourceScope;
  expect(relatedAs(ownerNotRead, plain, teacher)).toEqual([]);
  const nullAudience = { groupId: 'cm1', visibleTo: null } as unknown as ResourceScope;
  expect(() => relatedAs(nullAudience, plain, teacher)).toThrow(TypeError);
});

test('T8: a pupil of a class that has ended is related to what was for the class, and to nothing of others in it', () => {
  const user = { ...STANDINGS.otherPupil, pastGroups: [{ group: GROUPS.cm1, profile: 'pupil' as const }] };
  expect(relatedAs({ groupId: 'cm1' }, past, user)).toEqual(['pupil']);
  expect(relatedAs({ groupId: 'cm1', visibleTo: ['teacher', 'head'] }, past, user)).toEqual([]);
  expect(relatedAs({ groupId: 'cm1', ownerId: 'pia' }, past, user)).toEqual([]);
  expect(relatedAs({ groupId: 'cm1', pupilId: 'pia' }, past, user)).toEqual([]);
  expect(relatedAs({ pupilId: 'pia' }, past, user)).toEqual([]);
  expect(relatedAs({ groupId: 'cm1' }, plain, user)).toEqual([]);
});
