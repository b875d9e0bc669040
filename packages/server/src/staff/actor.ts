import { ROLE_PERMISSIONS, type Permission, type Role } from '@sunlit/contract';

/** A role held for an agency and everything below it, with the agency's place in the tree. */
export interface HeldGrant {
  readonly agency: { readonly no: number; readonly id: string; readonly name: string; readonly position: number; readonly last: number; readonly top: boolean };
  readonly role: Role;
  /** Those of the role, or fewer when a token was given only some. */
  readonly permissions: readonly Permission[];
}

/** Somebody of the staff, or a program with one of their tokens. */
export interface StaffActor {
  readonly type: 'staff';
  readonly via: 'session' | 'token';
  readonly id: string;
  readonly name: string;
  readonly post: string;
  readonly username: string;
  readonly twoFactor: boolean;
  /** They still have the first password, which somebody else knows. */
  readonly mustChangePassword: boolean;
  readonly grants: readonly HeldGrant[];
}

/** Who calls. */
export type Actor = { readonly type: 'anonymous' } | StaffActor;

export const ANONYMOUS: Actor = { type: 'anonymous' };

/** A place in the tree of agencies: the positions of an agency and of all below it. */
export type Place = { readonly position: number };

/** Whether the actor holds a permission at a place, or, without one, anywhere. */
export function holds({ grants }: StaffActor, permission: Permission, place?: Place): boolean {
  return grants.some(({ agency, permissions }) =>
    permissions.includes(permission) && (place === undefined || (agency.position <= place.position && place.position <= agency.last)));
}

/** The agencies, each with all below it, for which the actor holds a permission. */
export function reach({ grants }: StaffActor, permission: Permission): { readonly position: number; readonly last: number }[] {
  return grants.filter(({ permissions }) => permissions.includes(permission)).map(({ agency: { position, last } }) => ({ position, last }));
}

export function permissionsOf(role: Role): readonly Permission[] {
  return ROLE_PERMISSIONS[role];
}
