// SPDX-License-Identifier: EUPL-1.2
// Each address of this brick does some harm.
import { defineBrick, json } from '@volee/core-adapter';
import { z } from 'zod';

const manifest = {
  id: 'crashes-in-requests',
  version: '1.0.0',
  adapter: '^0.2.0',
  kind: 'feature',
  settings: z.strictObject({}),
  locales: {
    fr: { title: 'crashes-in-requests', summary: 'Pour essayer' },
    en: { title: 'crashes-in-requests', summary: 'For trying' },
  },
  permissions: { read: { profiles: ['teacher'] } },
};

export default defineBrick(manifest, ({ http }) => {
  http.get('/throws', { access: 'read' }, () => {
    throw new Error('thrown in a request');
  });
  http.get('/floating', { access: 'read' }, () => {
    void Promise.reject(new Error('forgotten in a request'));
    return json({});
  });
  http.get('/exits', { access: 'read' }, () => process.exit(7));
  http.get('/exits-later', { access: 'read' }, () => {
    setTimeout(() => process.abort(), 1);
    return json({});
  });
});
