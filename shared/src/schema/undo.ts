/**
 * Undo that brings letters back where everybody else reads them too. After words were typed, undone, removed with their
 * note and brought back, Yjs may write of a letter that it lies between one and another which comes before that one
 * (https://github.com/yjs/yjs/issues/794); each replica then puts it where its memory happens to be cut. Can go when
 * Yjs looks before it writes.
 */
import * as Y from 'yjs';

type Parts = ConstructorParameters<typeof Y.UndoManager>;

/** An undo manager as Yjs has it, for these roots of one document. */
export function createUndoManager(
  roots: Parts[0],
  options: NonNullable<Parts[1]> & { readonly doc: Y.Doc },
): Y.UndoManager {
  const manager = new Y.UndoManager(roots, options);
  // Before anybody is told: what is sent is written from this.
  options.doc.on('beforeObserverCalls', (transaction) => {
    if (transaction.origin === manager) mendPlaces(transaction);
  });
  return manager;
}

/** Has every letter that was brought back say what it really came to lie between. */
function mendPlaces({ doc, beforeState }: Y.Transaction): void {
  const first = beforeState.get(doc.clientID) ?? 0;
  for (const item of doc.store.clients.get(doc.clientID) ?? []) {
    if (item.id.clock < first || !(item instanceof Y.Item)) continue;
    const { rightOrigin } = item;
    // In a sequence, before something that does not come behind it.
    if (rightOrigin === null || findBeside(item, 'right', (other) => holds(other, rightOrigin))) continue;
    const isOlder = ({ id }: Y.Item): boolean => id.client !== item.id.client || id.clock < item.id.clock;
    item.origin = findBeside(item, 'left', isOlder)?.lastId ?? null;
    item.rightOrigin = findBeside(item, 'right', isOlder)?.id ?? null;
  }
}

function holds({ id, lastId }: Y.Item, wanted: Y.ID): boolean {
  return id.client === wanted.client && id.clock <= wanted.clock && wanted.clock <= lastId.clock;
}

/** The nearest item on that side for which it holds. */
function findBeside(from: Y.Item, side: 'left' | 'right', isMeant: (item: Y.Item) => boolean): Y.Item | null {
  let item = from[side];
  while (item !== null && !isMeant(item)) item = item[side];
  return item;
}
