// SPDX-License-Identifier: EUPL-1.2
import type { PageOptions, PageReply } from '@volee/core-adapter';
import type { LivretRequest } from '../../../brick-types.js';
import { presentWrite } from './write.presenter.js';
import { gatherMaterial, type Written } from './write-material.js';
import { WriteView } from './write.view.js';

/** The page on which a bilan is written, with what the last form did not save. */
export async function writePage(written: Written, request: LivretRequest): Promise<PageReply> {
  const { t, page, asset, format } = request;
  const model = presentWrite(await gatherMaterial(written, request), request);
  const numbers = new Intl.NumberFormat(format.language);
  const status = statusOf(written);
  return page(model.pageTitle, <WriteView model={model} t={t} number={(value) => numbers.format(value)} />, {
    styles: [asset('livret-bridge-subjects.css'), asset('livret-bridge-bilan.css')],
    scripts: [asset('livret-bridge-bilan.js')],
    ...(status && { status }),
  });
}

function statusOf({ unsaved, isBusy }: Written): PageOptions['status'] {
  const all = [...unsaved.values()];
  if (all.some(({ problem }) => problem !== undefined)) return 400;
  if (all.some(({ other }) => other !== undefined)) return 409;
  return isBusy ? 503 : undefined;
}
