import { createSecret } from '@ruimte/shared/ids';
import { expect, test } from 'vitest';
import { parseTableLink } from './table-link.ts';

test('[M27] the link of a table carries its number behind the secret, and nothing else is one', () => {
  const secret = createSecret();
  expect(parseTableLink(`#${secret}.12`)).toEqual({ secret, table: 12 });
  for (const wrong of [
    '',
    secret,
    `${secret}.`,
    `${secret}.0`,
    `${secret}.61`,
    `${secret}.1.2`,
    `x.4`,
    `${secret}.-1`,
  ]) {
    expect(parseTableLink(`#${wrong}`)).toBeUndefined();
  }
});
