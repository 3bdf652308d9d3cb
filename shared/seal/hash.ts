/**
 * The lower-case hex SHA-256 of some bytes: the name of a file everywhere in
 * this product. WebCrypto, so that it runs in Node and in a browser.
 */
export async function sha256Hex(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes))
  return Array.from(new Uint8Array(digest), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
}
