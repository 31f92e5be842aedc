/** rbush ships no types; this is the part of it that is used here. */
declare module 'rbush' {
  export interface Box {
    readonly minX: number;
    readonly minY: number;
    readonly maxX: number;
    readonly maxY: number;
  }
  export default class RBush<T extends Box> {
    constructor(maxEntries?: number);
    load(items: readonly T[]): this;
    insert(item: T): this;
    remove(item: T, equals?: (a: T, b: T) => boolean): this;
    search(box: Box): T[];
    collides(box: Box): boolean;
    clear(): this;
  }
}
