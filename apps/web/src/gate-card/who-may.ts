import type { EvidenceGiver } from "@cimpro/domain";

/** In which words of a gate somebody of a role speaks for themselves (ROLE-5). */
const ownWords: Readonly<Record<string, readonly EvidenceGiver[]>> = {
  admin: ["coordinator"],
  coordinator: ["coordinator"],
  consultant: ["consultant"],
  developer: ["developer"],
  "program-manager": ["program-manager", "customer"],
  "project-manager": ["customer"],
  member: ["customer"],
};

/** `own`: in their own name; `record`: put on record for whoever may; the server decides. */
export function mayState(role: string, by: readonly EvidenceGiver[]): "own" | "record" | null {
  if ((ownWords[role] ?? []).some((word) => by.includes(word))) return "own";
  return role === "admin" || role === "coordinator" ? "record" : null;
}

/** The givers of a condition for whom somebody of a role would speak, their own word first. */
export const givers = (role: string, by: readonly EvidenceGiver[]): readonly EvidenceGiver[] =>
  by.toSorted((a, b) => Number(isOwn(role, b)) - Number(isOwn(role, a)));

export const isOwn = (role: string, by: EvidenceGiver): boolean => (ownWords[role] ?? []).includes(by);
