// SPDX-License-Identifier: EUPL-1.2
import { Card, Figures, Note, PageHead, Point, FactList } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { OndeTexts } from './brick-types.js';
import type { ImportModel, LinesModel } from './import.model.js';
import { NextStep } from './next-step.view.js';

export interface ImportViewProps {
  readonly model: ImportModel;
  readonly t: OndeTexts;
}

/** Shows first what would happen and the decision, then the content of the files. */
export function ImportView({ model, t }: ImportViewProps): VNode {
  const { title, lead, figures, refusals, faults, oddities, notes } = model;
  return (
    <>
      <PageHead title={title} lead={lead} />
      <div class="v-parts">
        {refusals.length > 0 && (
          <Note kind="bad" role="alert">
            {refusals.map((refusal) => (
              <p key={refusal}>{refusal}</p>
            ))}
          </Note>
        )}
        {figures.length > 0 && <Figures figures={figures} />}
        <div class="v-columns">
          <div class="v-parts">
            <Changes model={model} t={t} />
            {faults.count > 0 && (
              <Lines model={faults} title={t('faults.title', { count: faults.count })} lead={t('faults.lead')} t={t} />
            )}
            {oddities.count > 0 && (
              <Lines model={oddities} title={t('odd.title', { count: oddities.count })} lead={t('odd.lead')} t={t} />
            )}
            {notes.length > 0 && (
              <Card title={t('notes.title')}>
                <FactList>
                  {notes.map((note) => (
                    <Point key={note} icon="info-circle">
                      {note}
                    </Point>
                  ))}
                </FactList>
              </Card>
            )}
            <Classes model={model} t={t} />
          </div>
          <NextStep next={model.next} t={t} />
        </div>
      </div>
    </>
  );
}

function Changes({ model: { changes, changesTitle }, t }: ImportViewProps): VNode {
  return (
    <Card title={changesTitle}>
      {changes.length === 0 && <p class="v-soft">{t('changes.none')}</p>}
      {changes.length > 0 && (
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{t('changes.what')}</th>
              <th scope="col" class="v-number">
                {t('changes.number')}
              </th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ what, number, names }) => (
              <tr key={what}>
                <th scope="row">
                  {what}
                  {names !== '' && <span class="v-small d-block fw-normal">{names}</span>}
                </th>
                <td class="v-number">{number}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}

interface LinesProps {
  readonly model: LinesModel;
  readonly title: string;
  readonly lead: string;
  readonly t: OndeTexts;
}

function Lines({ model: { lines, more }, title, lead, t }: LinesProps): VNode {
  return (
    <Card title={title}>
      <p class="v-soft">{lead}</p>
      <ul>
        {lines.map(({ where, what }) => (
          <li key={`${where} ${what}`}>
            <strong>{where}</strong>
            {'\u00a0: '}
            {what}
          </li>
        ))}
      </ul>
      {more > 0 && <p class="v-soft">{t('lines.more', { count: more })}</p>}
    </Card>
  );
}

function Classes({ model: { classes }, t }: ImportViewProps): VNode | null {
  if (classes.length === 0) return null;
  return (
    <Card title={t('classes.title')}>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{t('classes.name')}</th>
            <th scope="col">{t('classes.levels')}</th>
            <th scope="col" class="v-number">
              {t('classes.pupils')}
            </th>
          </tr>
        </thead>
        <tbody>
          {classes.map(({ key, name, levels, pupils }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td>{levels}</td>
              <td class="v-number">{pupils}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
