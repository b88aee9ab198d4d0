// Words that a PNG carries beside its pixels, as the pictures of the server do: title, sources, the
// link that opens the same view. By the PNG specification, chunk iTXt, without compression.

const HEAD_BYTES = 33; // signature and IHDR, which comes first
const AROUND_BYTES = 12; // of a chunk: length and type before its content, its sum after it

const SUMS = Uint32Array.from({ length: 256 }, (_, start) => {
  let sum = start;
  for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? 0xedb88320 ^ (sum >>> 1) : sum >>> 1;
  return sum;
});

/** @param {Uint8Array} bytes @returns {number} */
function crc32(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = SUMS[(sum ^ byte) & 0xff] ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}

/** @param {string} keyword @param {string} text @returns {Uint8Array} */
function chunk(keyword, text) {
  const content = new TextEncoder().encode(`iTXt${keyword}\0\0\0\0\0${text}`);
  const whole = new Uint8Array(content.length + AROUND_BYTES - 4);
  const view = new DataView(whole.buffer);
  view.setUint32(0, content.length - 4);
  whole.set(content, 4);
  view.setUint32(whole.length - 4, crc32(content));
  return whole;
}

/**
 * Return a PNG that carries texts by their keywords.
 * @param {Uint8Array} png
 * @param {Record<string, string>} texts
 * @returns {Uint8Array[]} its parts, in order
 */
export function withTexts(png, texts) {
  const chunks = Object.entries(texts).map(([keyword, text]) => chunk(keyword, text));
  return [png.subarray(0, HEAD_BYTES), ...chunks, png.subarray(HEAD_BYTES)];
}
