/** What an address lets in: the secret or the code in its fragment, which no log and no Referer sees. */
import type { Entrance } from '../model/sessions.ts';
import { isRandomId } from '@ruimte/shared/ids';

/** `#<secret>` of a link or `#code=<typed>` of the code field; undefined when it is neither. */
export function parseEntrance(hash: string): Entrance | undefined {
  const fragment = hash.replace(/^#/, '');
  if (isRandomId(fragment)) return { secret: fragment };
  const code = new URLSearchParams(fragment).get('code')?.trim() ?? '';
  return code === '' ? undefined : { code };
}

/** The address of the join page for a code as somebody typed it. */
export function joinByCode(code: string): string {
  return `/j#${new URLSearchParams({ code }).toString()}`;
}
