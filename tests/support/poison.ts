/** An update that the gate would never let pass, as if it had come to lie in the store all the same. */
import { type HandStruct, handUpdate } from './gate-bytes.ts';

/** 16,000 letters at the beginning of a text, each before another letter of it: many seconds for whoever applies them. */
export function poisonUpdate(): Uint8Array {
  const many = 16_000;
  const siblings = Array.from({ length: many }, (_, index): HandStruct => ({
    right: [7, 1 + index],
    text: 'b',
  }));
  const text: HandStruct[] = [
    { root: 'notes', key: 'gif', type: 2 },
    { parent: [7, 0], text: 'a'.repeat(many) },
  ];
  return handUpdate([[7, 0, [...text, ...siblings]]]);
}
