import { lookup as systemLookup } from 'node:dns/promises';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/*
 * Where a webhook may lead. Whoever may enter one could otherwise have this server call what only it can reach: itself, its
 * database, the metadata of the cloud it runs in. The address that was judged is the one that is connected to, so a name that
 * answers differently the second time gains nothing.
 */

export interface ResolvedAddress {
  readonly address: string;
  readonly family: number;
}

/** All addresses of a name. */
export type Resolve = (hostname: string) => Promise<readonly ResolvedAddress[]>;

export interface Destinations {
  /** Whether http and addresses of this machine and its own network are allowed: to try it out. */
  readonly local: boolean;
  readonly resolve: Resolve;
}

export const resolveBySystem: Resolve = (hostname) => systemLookup(hostname, { all: true });

/** The address is none that a webhook may reach. */
export class ForbiddenAddress extends Error {
  override readonly name = 'ForbiddenAddress';
}

/** IANA's special-purpose registries: what is not for the whole Internet. */
const special = new BlockList();
for (const block of [
  '0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16',
  '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4',
]) add(special, block, 'ipv4');
// Protocol assignments and Teredo, documentation twice, 6to4: the last and Teredo lead to an IPv4 address of the sender's choice.
for (const block of ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']) add(special, block, 'ipv6');

/** Of IPv6, only this is given out to the world; loopback, link-local, unique local, multicast, mapped and translated IPv4 lie outside. */
const global6 = new BlockList();
add(global6, '2000::/3', 'ipv6');

function add(list: BlockList, block: string, family: 'ipv4' | 'ipv6'): void {
  const [network = '', bits] = block.split('/');
  list.addSubnet(network, Number(bits), family);
}

/** Whether everybody on the Internet can reach an address. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4: return !special.check(address, 'ipv4');
    case 6: return global6.check(address, 'ipv6') && !special.check(address, 'ipv6');
    default: return false;
  }
}

/** The addresses of a host, which may be written as one. @throws ForbiddenAddress when any of them is not public. */
export async function allowedAddresses(hostname: string, { local, resolve }: Destinations): Promise<readonly ResolvedAddress[]> {
  const literal = hostname.replace(/^\[(.*)\]$/, '$1');
  const family = isIP(literal);
  const addresses = family === 0 ? await resolve(hostname) : [{ address: literal, family }];
  if (addresses.length === 0) throw new Error(`${hostname} has no address.`);
  // One bad address among good ones is no accident.
  if (!local && !addresses.every(({ address }) => isPublicAddress(address))) throw new ForbiddenAddress(hostname);
  return addresses;
}

/** For a connection: resolves a name, and gives only what was judged. */
export function guardedLookup(destinations: Destinations): LookupFunction {
  return (hostname, options, callback) => {
    allowedAddresses(hostname, destinations).then(
      (addresses) => {
        const [first] = addresses;
        if (options.all) callback(null, [...addresses]);
        else callback(null, first?.address ?? '', first?.family);
      },
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), ''),
    );
  };
}
