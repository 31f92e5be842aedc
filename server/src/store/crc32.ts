/** CRC-32 as in zip and png (IEEE 802.3, reflected). `zlib.crc32` exists only from Node 22.2. */

const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/**
 * The checksum of the bytes, 0 to 2^32 - 1. About 0.4 GB a second.
 * @param before - the checksum of what comes before them, to go on from.
 */
export function crc32(bytes: Uint8Array, before = 0): number {
  let crc = ~before >>> 0;
  for (const byte of bytes) crc = (crc >>> 8) ^ (TABLE[(crc ^ byte) & 255] ?? 0);
  return ~crc >>> 0;
}
