/** The UTF-8 bytes of a well-formed text. Written out because this package may assume no platform, not even TextEncoder. */
export function utf8(text: string): Uint8Array {
  // No UTF-16 unit takes more than three bytes.
  const bytes = new Uint8Array(text.length * 3);
  let length = 0;
  const continuation = (bits: number) => 0x80 | (bits & 0x3f);
  for (let index = 0; index < text.length; index += 1) {
    const code = text.codePointAt(index) ?? 0;
    if (code < 0x80) bytes[length++] = code;
    else if (code < 0x800) {
      bytes[length++] = 0xc0 | (code >> 6);
      bytes[length++] = continuation(code);
    } else if (code < 0x10000) {
      bytes[length++] = 0xe0 | (code >> 12);
      bytes[length++] = continuation(code >> 6);
      bytes[length++] = continuation(code);
    } else {
      bytes[length++] = 0xf0 | (code >> 18);
      bytes[length++] = continuation(code >> 12);
      bytes[length++] = continuation(code >> 6);
      bytes[length++] = continuation(code);
      index += 1;
    }
  }
  return bytes.slice(0, length);
}
