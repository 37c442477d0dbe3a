// SPDX-License-Identifier: EUPL-1.2
import { BrickBadge, PageHead, PickRow, Rows, Tabs, type Tab } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { ViewProps } from '../../brick-types.js';

/** The classes to which a teacher hands out, each with the address of its form. */
export interface ChooseClassModel {
  readonly tabs: readonly Tab[];
  readonly classes: readonly { readonly id: string; readonly name: string; readonly url: string }[];
}

/** The question before the form of a new work, for teachers of several classes. */
export function ChooseClassView({ model: { tabs, classes }, t }: ViewProps<ChooseClassModel>): VNode {
  return (
    <>
      <PageHead title={t('works.new')} />
      <Tabs label={t('spaces')} tabs={tabs} />
      <h2 class="fs-5">{t('works.toWhichClass')}</h2>
      <Rows>
        {classes.map(({ id, name, url }) => (
          <PickRow
            key={id}
            {...{ href: url, title: name, current: false }}
            sign={<BrickBadge colour="files" icon="people-fill" soft />}
          />
        ))}
      </Rows>
    </>
  );
}
