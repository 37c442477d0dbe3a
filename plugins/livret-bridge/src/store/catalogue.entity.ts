// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A catalogue with which bilans of the school were signed or received: they are read by it, whatever the settings name later. */
@Entity('livret_bridge_catalogue')
@Index('livret_bridge_catalogue_id', ['school', 'catalogue'], { unique: true })
export class CatalogueRow {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 8 })
  school!: string;

  @Column('varchar', { length: 20 })
  catalogue!: string;

  /** JSON: see `catalogueSchema`. */
  @Column('text')
  content!: string;
}
