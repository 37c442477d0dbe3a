// SPDX-License-Identifier: EUPL-1.2
import type { PageReply } from '@volee/core-adapter';
import { Card, LinkButton, PageHead, TextField } from '@volee/core-adapter/ui';
import type { LivretRequest } from '../../../brick-types.js';
import { parseCell } from '../../../domain/bilan/cell.js';
import type { Catalogue } from '../../../domain/catalogue/catalogue.js';
import { bilanPath } from '../../../paths.js';
import type { BilanRow } from '../../../store/bilan.entity.js';
import { cellInWords } from '../../../domain/save/cell-in-words.js';
import { isSeen } from '../../../domain/save/seen.js';
import type { TypedCell } from '../../../domain/save/written-form.js';

/** The answer to a form of a bilan that was signed meanwhile: what was typed, to be copied. */
export function shutPage(
  row: BilanRow,
  cells: readonly TypedCell[],
  catalogue: Catalogue,
  { t, page, url }: Pick<LivretRequest, 't' | 'page' | 'url'>,
): PageReply {
  const typed = cells.filter(({ typed: value, was }) => value !== '' && !isSeen(was, value.replace(/\r\n/g, '\n')));
  const title = t('bilan.shutTitle');
  return page(
    title,
    <>
      <PageHead title={title} lead={t('bilan.shutLead')} />
      <Card>
        {typed.map(({ name, typed: value }) => (
          <TextField
            key={name}
            name={name}
            label={cellInWords(catalogue, parseCell(catalogue, name), t)}
            value={value}
            rows={3}
            readOnly
          />
        ))}
        <LinkButton kind="primary" href={url(bilanPath(row.id))}>
          {t('bilan.shutRead')}
        </LinkButton>
      </Card>
    </>,
    { status: 409 },
  );
}
