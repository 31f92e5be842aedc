/** What the link of a table lets in: that of the participants has its secret, and the number stands behind it. */
import { MAX_TABLES } from '@ruimte/shared/facilitation/draw-tables';
import { isRandomId } from '@ruimte/shared/ids';

/** What a link of a table lets in. */
export interface TableEntrance {
  readonly secret: string;
  /** From 1 on. */
  readonly table: number;
}

/** `#<secret>.<table>`; undefined when it is no link of a table. */
export function parseTableLink(hash: string): TableEntrance | undefined {
  const [secret = '', number = '', ...more] = hash.replace(/^#/, '').split('.');
  const table = /^\d{1,2}$/.test(number) ? Number(number) : 0;
  if (more.length > 0 || !isRandomId(secret) || table < 1 || table > MAX_TABLES) return undefined;
  return { secret, table };
}
