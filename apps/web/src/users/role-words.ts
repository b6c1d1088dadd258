import { i18n, type MessageDescriptor } from "@lingui/core";
import { msg, t } from "@lingui/core/macro";

const names: Readonly<Record<string, MessageDescriptor>> = {
  admin: msg`Admin`,
  coordinator: msg`Coordinator`,
  consultant: msg`Consultant`,
  developer: msg`Developer`,
  finance: msg`Finance`,
  "program-manager": msg`Program manager`,
  "project-manager": msg`Project manager`,
  member: msg`Team member`,
};

const inSentence: Readonly<Record<string, MessageDescriptor>> = {
  admin: msg`admin`,
  coordinator: msg`coordinator`,
  consultant: msg`consultant`,
  developer: msg`developer`,
  finance: msg`finance`,
  "program-manager": msg`program manager`,
  "project-manager": msg`project manager`,
  member: msg`team member`,
};

const said = (role: string, words: Readonly<Record<string, MessageDescriptor>>): string => {
  const word = words[role];
  return word === undefined ? role : i18n._(word);
};

/** What a role is called (ROLE-5), standing alone: `Program manager`. */
export const roleName = (role: string): string => said(role, names);

/** The same amid a sentence: `program manager`. */
export const roleInSentence = (role: string): string => said(role, inSentence);

const aPerson: Readonly<Record<string, MessageDescriptor>> = {
  admin: msg`an admin`,
  coordinator: msg`a coordinator`,
  consultant: msg`a consultant`,
  developer: msg`a developer`,
  finance: msg`finance`,
  "program-manager": msg`the customer's program manager`,
  "project-manager": msg`the customer's project manager`,
  member: msg`the customer's people`,
};

/** Whoever has one of these roles, as a sentence names them: `a coordinator`, `finance`. */
export const rolesInSentence = (roles: readonly string[]): readonly string[] =>
  roles.map((role) => said(role, aPerson));

export const teamRoles = ["admin", "coordinator", "consultant", "developer", "finance"] as const;
export const customerRoles = ["program-manager", "project-manager", "member"] as const;

/** Whom a program manager may let in. */
export const entrustedRoles = ["project-manager", "member"] as const;

export type RoleName = (typeof teamRoles)[number] | (typeof customerRoles)[number];

/** What each role is there for, in a few words. */
const notes: Readonly<Record<RoleName, MessageDescriptor>> = {
  admin: msg`users, policy, the books as a whole`,
  coordinator: msg`requests, SOWs, invoices, every account`,
  consultant: msg`plans, reviews, own time`,
  developer: msg`builds and reviews, own time`,
  finance: msg`invoices and payments`,
  "program-manager": msg`holds the budget and approves`,
  "project-manager": msg`runs the work, asks for more`,
  member: msg`sees the work and answers`,
};

export const roleChoices = (roles: readonly RoleName[]) =>
  roles.map((role) => {
    const [name, note] = [roleName(role), i18n._(notes[role])];
    return { value: role, label: t`${name}: ${note}` };
  });

export const isRole = (role: string): role is RoleName =>
  [...teamRoles, ...customerRoles].some((each) => each === role);
