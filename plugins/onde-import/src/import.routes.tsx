// SPDX-License-Identifier: EUPL-1.2
import { ConflictError, type PageReply } from '@volee/core-adapter';
import type { Importer, ImportPlan } from '@volee/core-adapter/directory';
import { z } from 'zod';
import type { OndeBrick, OndeRequest } from './brick-types.js';
import { readFiles } from './files/read-files.js';
import { isRefusal } from './files/refusal.js';
import { presentImport, type PresentOptions } from './import.presenter.js';
import { ImportView } from './import.view.js';
import { MAX_BYTES, receiveFiles } from './receive-files.js';
import { recordsOf, sourceOf } from './records.js';
import { UploadView } from './upload.view.js';

const runParams = z.strictObject({
  run: z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number),
});
const decision = z.object({ reason: z.string().trim().max(500).default('') });

/** Registers the pages: the form, what the files would change, and what was done. */
export function registerPages(brick: OndeBrick): void {
  const { http, imports } = brick;
  const ofSchool = (uai: string) => imports.of(sourceOf(uai));

  http.get('/', { access: 'import', freshLogin: true }, (request) => uploadPage(request, brick));

  // The page itself is the answer: what the files say beyond the plan is shown once, and kept nowhere.
  http.post('/files', { access: 'import', freshLogin: true, upload: { maxFiles: 2 } }, (request) =>
    preview(request, brick),
  );

  http.get('/imports/:run', { access: 'import', freshLogin: true, params: runParams }, async (request) => {
    const { school, params, format } = request;
    return runPage(request, await ofSchool(school.uai).show(params.run, { language: format.language }));
  });

  http.post(
    '/imports/:run',
    { access: 'import', freshLogin: true, params: runParams, body: decision },
    async (request) => {
      const { school, params, body, user, format } = request;
      const importer = ofSchool(school.uai);
      const plan = await importer.show(params.run, { language: format.language });
      if (plan.state === 'refused' && body.reason === '') {
        return runPage(request, plan, { error: request.t('held.noReason') });
      }
      const approve = plan.state === 'refused' ? { approve: body.reason } : {};
      // A second click on the button finds done what it asks for.
      if (plan.state !== 'applied') {
        await importer.apply(params.run, { by: user.id, ...approve }).catch(unlessApplied(importer, params.run));
      }
      return request.redirect(`/imports/${params.run}`);
    },
  );
}

/** Two clicks may also come at once: then the host refuses one of them, and the run is applied all the same. */
function unlessApplied(importer: Importer, run: number): (error: unknown) => Promise<void> {
  return async (error) => {
    if (error instanceof ConflictError && (await importer.show(run)).state === 'applied') return;
    throw error;
  };
}

async function preview(request: OndeRequest, brick: OndeBrick): Promise<PageReply> {
  const { school, format, t } = request;
  const received = await receiveFiles(request.files);
  if ('oversize' in received) {
    const values = { file: received.oversize, size: format.bytes(MAX_BYTES) };
    return uploadPage(request, brick, t('refusal.tooLarge', values));
  }
  const files = await readFiles(received, brick.settings.levels);
  if (isRefusal(files)) return uploadPage(request, brick, t(`refusal.${files.refused}`, files.values));
  const plan = await brick.imports
    .of(sourceOf(school.uai))
    .plan(() => recordsOf(files, school.uai), { language: format.language });
  return runPage(request, plan, { files });
}

function uploadPage({ t, page, url, format, school }: OndeRequest, { settings }: OndeBrick, error?: string): PageReply {
  const model = {
    isUseless: school.kind === 'college',
    actionUrl: url('/files'),
    maxSize: format.bytes(MAX_BYTES),
    levels: settings.levels.join(', '),
    ...(error !== undefined && { error }),
  };
  return page(t('upload.title'), <UploadView model={model} t={t} />);
}

function runPage(
  request: OndeRequest,
  plan: ImportPlan,
  extra: Pick<PresentOptions, 'files' | 'error'> = {},
): PageReply {
  const { t, format, url, page } = request;
  const model = presentImport(plan, { t, format, url, ...extra });
  return page(model.title, <ImportView model={model} t={t} />);
}
