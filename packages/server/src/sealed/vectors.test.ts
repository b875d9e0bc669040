import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Aes128Gcm, Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';

/* That the library is what the standard says: our own part is only which suite. */

const hex = (text: string) => new Uint8Array(Buffer.from(text, 'hex')).buffer;
const text = (bytes: ArrayBuffer) => Buffer.from(bytes).toString('hex');
const shared = { info: '4f6465206f6e2061204772656369616e2055726e', aad: '436f756e742d30', pt: '4265617574792069732074727574682c20747275746820626561757479' };

const vectors = [
  {
    name: 'RFC 9180 A.3.1, with AES-128-GCM', aead: Aes128Gcm,
    ikmR: '668b37171f1072f3cf12ea8a236a45df23fc13b82af3609ad1e354f6ef817550',
    pkR: '04fe8c19ce0905191ebc298a9245792531f26f0cece2460639e8bc39cb7f706a826a779b4cf969b8a0e539c7f62fb3d30ad6aa8f80e30f1d128aafd68a2ce72ea0',
    skR: 'f3ce7fdae57e1a310d87f1ebbde6f328be0a99cdbcadf4d6589cf29de4b8ffd2',
    enc: '04a92719c6195d5085104f469a8b9814d5838ff72b60501e2c4466e5e67b325ac98536d7b61a1af4b78e5b7f951c0900be863c403ce65c9bfcb9382657222d18c4',
    ct: '5ad590bb8baa577f8619db35a36311226a896e7342a6d836d8b7bcd2f20b6c7f9076ac232e3ab2523f39513434',
  },
  {
    // The appendix has none with AES-256-GCM; this is of the file of test vectors that it was made from.
    name: 'the vector of our suite in test-vectors.json of RFC 9180', aead: Aes256Gcm,
    pkR: '04abc7e49a4c6b3566d77d0304addc6ed0e98512ffccf505e6a8e3eb25c685136f853148544876de76c0f2ef99cdc3a05ccf5ded7860c7c021238f9e2073d2356c',
    skR: '317f915db7bc629c48fe765587897e01e282d3e8445f79f27f65d031a88082b2',
    enc: '04c06b4f6bebc7bb495cb797ab753f911aff80aefb86fd8b6fcc35525f3ab5f03e0b21bd31a86c6048af3cb2d98e0d3bf01da5cc4c39ff5370d331a4f1f7d5a4e0',
    ct: '58c61a45059d0c5704560e9d88b564a8b63f1364b8d1fcb3c4c6ddc1d291742465e902cd216f8908da49f8f96f',
  },
];

for (const { name, aead, ikmR, pkR, skR, enc, ct } of vectors) {
  test(name, async () => {
    const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new aead() });
    const recipientKey = { publicKey: await suite.kem.deserializePublicKey(hex(pkR)), privateKey: await suite.kem.deserializePrivateKey(hex(skR)) };
    const opened = await suite.open({ recipientKey, info: hex(shared.info), enc: hex(enc) }, hex(ct), hex(shared.aad));
    assert.equal(text(opened), shared.pt);
    if (ikmR === undefined) return;
    const derived = await suite.kem.deriveKeyPair(hex(ikmR));
    assert.deepEqual([text(await suite.kem.serializePublicKey(derived.publicKey)), text(await suite.kem.serializePrivateKey(derived.privateKey))], [pkR, skR]);
  });
}
