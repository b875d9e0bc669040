export { canonicalJson, type Json } from './canonical.ts';
export { canonicalRecord, contentHash, leafHash, leafHashOfBytes, type PublicRecord, type Sha256 } from './record.ts';
