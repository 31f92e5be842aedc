/**
 * Tabs of one browser never pass documents to each other: two people on one device would hand each other what they
 * have not sent. The provider is told so; in the bundle (`vite.config.ts`) this stands in for `lib0/broadcastchannel`,
 * the way it would take, which is 1 kB of the 130 that a phone may load.
 */

function never(): never {
  throw new Error('tabs do not pass documents to each other');
}

export { never as publish, never as subscribe, never as unsubscribe };
